import { numberFormat } from "@/lib/format/locale";
import { formatLocaleOf } from "@/lib/format/messages";

/** "8 up, 3 down and 1 denied": parts of a sentence as a list. */
export function tellList(parts: readonly string[], locale: string): string {
  // Intl falls back where it does not know a locale; the list follows the numbers there.
  const { locale: known } = numberFormat(formatLocaleOf(locale)).resolvedOptions();
  return new Intl.ListFormat(known).format(parts);
}
