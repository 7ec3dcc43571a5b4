import { NothingFramed } from "@/app/embed/embed-page";
import { DEFAULT_LOCALE } from "@/lib/format/messages";

/** An address that no frame has, as it reads in a frame. */
export default function NoEmbed() {
  return <NothingFramed locale={DEFAULT_LOCALE} />;
}
