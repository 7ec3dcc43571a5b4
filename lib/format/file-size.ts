import { numberFormat } from "./locale";

const KB = 1024;
const MB = KB * KB;

/** "340 kB", "2.4 MB": the size of a file, of which nobody needs to know a single byte. */
export function formatFileSize(bytes: number, locale: string): string {
  // What would round to 1,024 kB is a megabyte.
  const [value, unit] = Math.round(bytes / KB) < KB ? [bytes / KB, "kB"] : [bytes / MB, "MB"];
  const rounded = value < 10 ? Math.max(0.1, Math.round(value * 10) / 10) : Math.round(value);
  return `${numberFormat(locale).format(rounded)}\u00a0${unit}`;
}
