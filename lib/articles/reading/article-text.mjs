import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { isAside, plainText } from "./plain-text.mjs";

const ELEMENTS_MAX = 100_000;
// Browsers themselves nest no deeper than 512; the parsers recurse.
const DEPTH_MAX = 1_000;

const names = (list) => new Set(list.toUpperCase().split(" "));
const BLOCKS = names(
  "address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
);
const HEADINGS = names("h1 h2 h3 h4 h5 h6");
const CELLS = names("td th");
const NO_TEXT =
  "script, style, noscript, template, svg, math, iframe, object, nav, select, button, dialog, body title";

/**
 * The text of a page's article: its paragraphs, list items, headings, captions and the rows of its tables, parted by
 * blank lines; "" where the page holds none. Throws a RangeError where the page is more than can be read.
 */
export function articleText(html) {
  if (hasMoreTags(html, ELEMENTS_MAX)) throw new RangeError("Too many tags");
  const document = parsed(html);
  if (isDeeper(document, DEPTH_MAX)) throw new RangeError("Nested too deep");
  for (const element of document.querySelectorAll(NO_TEXT)) element.remove();
  for (const quote of document.querySelectorAll("blockquote")) keepQuote(quote);
  const article = new Readability(document, {
    maxElemsToParse: ELEMENTS_MAX,
    charThreshold: 200,
    serializer: (element) => element,
  }).parse();
  return article?.content ? paragraphsOf(article.content).join("\n\n") : "";
}

function hasMoreTags(html, max) {
  let count = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1))
    if (/[a-z!<]/i.test(html[at + 1] ?? "") && ++count > max) return true;
  return false;
}

/** The page with a head and a body: the parser makes none where the tags are left out, as they may be. */
function parsed(html) {
  const { document } = parseHTML(html);
  const [root, ...others] = document.children;
  const [head, body] = root?.nodeName === "HTML" ? root.children : [];
  if (head?.nodeName === "HEAD" && body?.nodeName === "BODY" && others.length === 0) return document;
  const inside = html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?=[\s/>])[^>]*>/gi, "");
  return parseHTML(`<html><head></head><body>${inside}</body></html>`).document;
}

/** The nodes below one in their order, each as it begins and as it ends. No recursion: pages nest deeper than a stack. */
function* nodesBelow(root) {
  let node = root.firstChild;
  while (node) {
    yield { node, isEnd: false };
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    yield { node, isEnd: true };
    while (!node.nextSibling) {
      node = node.parentNode;
      if (!node || node === root) return;
      yield { node, isEnd: true };
    }
    node = node.nextSibling;
  }
}

function isDeeper(root, max) {
  let depth = 0;
  for (const { isEnd } of nodesBelow(root)) {
    depth += isEnd ? -1 : 1;
    if (depth > max) return true;
  }
  return false;
}

/** A quote that is embedded, as from a network, is not left out for the frames around it alone. */
function keepQuote(quote) {
  quote.removeAttribute("class");
  let frame = quote;
  for (let outer = frame.parentElement; isFrame(outer); outer = frame.parentElement) frame = outer;
  if (frame !== quote) frame.replaceWith(quote);
}

function isFrame(element) {
  return element?.nodeName === "DIV" && element.firstElementChild === element.lastElementChild;
}

/** What leads elsewhere is left out, unless that is most of it. */
function paragraphsOf(root) {
  const all = [...linesOf(root)];
  const own = all.filter((line) => !isAside(line)).map(({ text }) => text);
  const whole = all.map(({ text }) => text);
  return own.join("").length * 2 > whole.join("").length ? own : whole;
}

/** Each line of text with what of it is in no link. */
function* linesOf(root) {
  let line = { text: "", unlinked: "", isHeading: false };
  let links = 0;
  for (const { node, isEnd } of nodesBelow(root)) {
    const { nodeName: name } = node;
    if (name === "#text" && !isEnd) {
      line.text += node.nodeValue;
      if (links === 0) line.unlinked += node.nodeValue;
    }
    if (name === "A" && node.hasAttribute("href")) links += isEnd ? -1 : 1;
    if (CELLS.has(name)) {
      // The cells of a row make one line, unless they hold paragraphs.
      if (!isEnd && line.text.trim() !== "") line.text += " | ";
    } else if (BLOCKS.has(name)) {
      const text = plainText(line.text);
      if (text !== "") yield { ...line, text };
      line = { text: "", unlinked: "", isHeading: HEADINGS.has(name) && !isEnd };
    }
  }
  const text = plainText(line.text);
  if (text !== "") yield { ...line, text };
}
