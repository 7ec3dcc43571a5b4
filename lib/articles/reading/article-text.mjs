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
  for (const element of document.querySelectorAll("blockquote, figure")) takeOutOfFrames(element);
  for (const whole of document.querySelectorAll("article, [itemprop=articleBody]")) joinParts(whole);
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

/** Quotes, also from a network, and pictures with their captions are not left out for the frames around them alone. */
function takeOutOfFrames(element) {
  element.removeAttribute("class");
  let frame = element;
  for (let outer = frame.parentElement; isFrame(outer); outer = frame.parentElement) frame = outer;
  if (frame !== element) frame.replaceWith(element);
}

function isFrame(element) {
  return element?.nodeName === "DIV" && element.firstElementChild === element.lastElementChild;
}

const PARTS = names("p h2 h3 h4 ul ol blockquote figure");
const AROUND = /author|bio\b|comment|footer|newsletter|promo|related|share|sidebar|sign-?up|social|sponsor/i;

/** The parts of an article that is laid out in several: only one, and no picture between them, would be taken for it. */
function joinParts(whole) {
  const parts = whole.children.filter(isPart);
  const longest = Math.max(...parts.map(({ textContent }) => textContent.length));
  if (parts.length < 2 || longest > whole.textContent.length * 0.7) return;
  for (const part of parts) part.replaceWith(...part.childNodes);
}

function isPart({ nodeName, className, id, children }) {
  const isOwn = nodeName === "DIV" && !AROUND.test(`${className} ${id}`);
  return isOwn && children.length > 0 && children.every((child) => PARTS.has(child.nodeName));
}

/** What leads elsewhere is left out, unless that is most of it. */
function paragraphsOf(root) {
  const all = [...linesOf(root)].filter(({ text }) => text !== "");
  const own = all.filter((line) => !isAside(line)).map(({ text }) => text);
  const whole = all.map(({ text }) => text);
  return own.join("").length * 2 > whole.join("").length ? own : whole;
}

/** Each line of text with what of it is in no link. */
function* linesOf(root) {
  let line = { text: "", unlinked: "", isHeading: false };
  let links = 0;
  // The cells of a row make one line, unless they hold paragraphs.
  let between = "";
  for (const { node, isEnd } of nodesBelow(root)) {
    const { nodeName: name, nodeValue: value } = node;
    if (name === "#text" && !isEnd && value !== "") {
      if (between !== "" && value.trim() !== "") {
        line.text += between;
        between = "";
      }
      line.text += value;
      if (links === 0) line.unlinked += value;
    }
    if (name === "A" && node.hasAttribute("href")) links += isEnd ? -1 : 1;
    if (CELLS.has(name)) {
      if (!isEnd && line.text.trim() !== "") between = " | ";
    } else if (BLOCKS.has(name)) {
      yield { ...line, text: plainText(line.text) };
      line = { text: "", unlinked: "", isHeading: HEADINGS.has(name) && !isEnd };
      between = "";
    }
  }
  yield { ...line, text: plainText(line.text) };
}
