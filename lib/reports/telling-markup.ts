const KEPT_MAX = 3000;
const KEPT_LENGTH_MAX = 1_000_000;

const NAMES = new Set(["html", "title", "meta", "link", "script", "time", "article"]);

/** Elements whose text is not markup. */
const RAW = new Set(["script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"]);

/**
 * Of a page, only the tags that say what it is: html, title, meta, the canonical link, JSON-LD, times, and where
 * an article begins and ends. Takes time in proportion to the length, whatever the page nests or leaves open;
 * the parser, which does not, is given little of it.
 */
export function tellingMarkup(html: string): string {
  const kept: string[] = [];
  let keptLength = 0;
  let root = "<html>";
  let hasTitle = false;

  for (const { name, isClosing, tag, text } of tagsOf(html)) {
    if (name === "html" && !isClosing && root === "<html>") root = tag;
    const isFirstTitle: boolean = name === "title" && !isClosing && !hasTitle;
    if (!isFirstTitle && !isTelling(name, isClosing, tag)) continue;
    hasTitle ||= isFirstTitle;
    const whole = RAW.has(name) || name === "time" ? `${tag}${text}</${name}>` : tag;
    if (keptLength + whole.length > KEPT_LENGTH_MAX) continue;
    keptLength += whole.length;
    if (kept.push(whole) === KEPT_MAX) break;
  }
  return `<!doctype html>${root}<head>${kept.join("\n")}</head></html>`;
}

function isTelling(name: string, isClosing: boolean, tag: string): boolean {
  if (name === "article") return true;
  if (isClosing) return false;
  if (name === "script") return /ld\+json/i.test(tag);
  if (name === "link") return /canonical/i.test(tag);
  return name === "meta" || (name === "time" && /datetime/i.test(tag));
}

type Tag = { name: string; isClosing: boolean; tag: string; text: string };

/** Each tag outside comments that may tell something, with its text. Ends where a tag is never closed. */
function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf("<");
  while (at !== -1) {
    if (html.startsWith("<!--", at)) {
      const close = html.indexOf("-->", at + 2);
      if (close === -1) return;
      at = html.indexOf("<", close + 3);
      continue;
    }
    const name = nameAt(html, at);
    if (name === "") {
      at = html.indexOf("<", at + 1);
      continue;
    }
    const isClosing = html[at + 1] === "/";
    const end = endOfTag(html, at + 1 + name.length);
    if (end === 0) return;
    const close = !isClosing && RAW.has(name) ? startOfClose(html, name, end) : end;
    if (close === -1) return;
    if (NAMES.has(name)) yield { name, isClosing, tag: html.slice(at, end), text: html.slice(end, close) };
    at = html.indexOf("<", close);
  }
}

const NAME = /<\/?([a-z][^\s/>]*)/iy;

/** The name of the tag that begins here, in small letters; empty where none does. */
function nameAt(html: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(html)?.[1]?.toLowerCase() ?? "";
}

const STOP = /=\s*["']|>/g;

/** Just after the ">" that is in no quoted value; 0 where there is none. */
function endOfTag(html: string, from: number): number {
  STOP.lastIndex = from;
  for (let match = STOP.exec(html); match; match = STOP.exec(html)) {
    if (match[0] === ">") return STOP.lastIndex;
    const close = html.indexOf(match[0].slice(-1), STOP.lastIndex);
    if (close === -1) return 0;
    STOP.lastIndex = close + 1;
  }
  return 0;
}

function startOfClose(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? -1;
}
