import { type Citation, dayOf } from "./citation";

/** A citation as the template that Wikipedia's articles name web pages with; nothing in a text is read as markup. */
export function wikiOf({ title, site, version, url, published, accessed }: Citation): string {
  const parameters = [
    ["title", escaped(title)],
    ["type", escaped(version)],
    ["url", encoded(url)],
    ["website", escaped(site)],
    ["date", dayOf(published).iso],
    ["access-date", dayOf(accessed).iso],
  ];
  return `{{cite web ${parameters.map(([name, value]) => `|${name}=${value}`).join(" ")}}}\n`;
}

/** Signs that begin something in wikitext, always or twice in a row, as their character references. */
function escaped(text: string): string {
  return text
    .replace(/[&<>[\]{}|~]/g, reference)
    .replace(/'{2,}|_{2,}/g, (run) => [...run].map(reference).join(""))
    .replace(/:\/\//g, ":&#47;&#47;");
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}

function encoded(url: string): string {
  return url.replace(/[\s<>[\]{}|'"]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
