import type { ShownWords } from "@/app/_components/desk/shown-once";
import { translator } from "@/lib/format/messages";

/** The words around what is shown once. */
export function shownWords(locale: string): ShownWords {
  const t = translator(locale);
  return {
    copy: t("desk.accounts.copy"),
    copied: t("desk.accounts.copied"),
    notCopied: t("desk.accounts.notCopied"),
  };
}
