// In what React renders, "<script" and "</script" stand only where a script does: in text they are escaped.
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const SCRIPT_PRELOAD = /<link\b(?=[^>]*\brel="preload")(?=[^>]*\bas="script")[^>]*>/g;

/**
 * A rendered page without the scripts that would make it live: the framework's own files, and the inline ones that
 * hand it the page a second time as data. Scripts of ours, by their own address, and data in scripts stay.
 */
export function withoutFrameworkScripts(html: string): string {
  return html
    .replace(SCRIPT, (script, attributes: string) => (isOurs(attributes) ? script : ""))
    .replace(SCRIPT_PRELOAD, "");
}

function isOurs(attributes: string): boolean {
  const address = /\bsrc="([^"]*)"/.exec(attributes)?.[1];
  if (address !== undefined) return !address.startsWith("/_next/");
  return /\btype="application\/ld\+json"/.test(attributes);
}

/** A page with what was printed past the framework in the places that were held for it. */
export function withPrinted(page: string, printed: readonly Buffer[]): Buffer {
  // Every second part is the number of a place.
  const parts = page
    .split(PLACE)
    .map((part, at) => (at % 2 === 1 ? printed[Number(part)] : undefined) ?? Buffer.from(part));
  return Buffer.concat(parts);
}

// No text of a page can look like it: there, "<" is escaped.
const PLACE = /<template id="printed-(\d+)"><\/template>/;
