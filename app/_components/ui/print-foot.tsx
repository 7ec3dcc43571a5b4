import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";

/** At the foot of a printed page: its address, and which version of it this is. */
export function PrintFoot({
  permalink,
  version,
  locale,
}: {
  permalink: string;
  version: string;
  locale: string;
}) {
  return (
    <p className="only-print small border-t border-rule mt-6 pt-2">
      {translator(locale)("site.printed", { permalink: siteUrl(permalink), version })}
    </p>
  );
}
