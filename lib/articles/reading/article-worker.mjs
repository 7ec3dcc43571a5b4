// Takes the text of an article out of its page. Plain JavaScript, since it is started from a file: a page that no parser
// survives ends this worker and nothing else.
import { parentPort, workerData } from "node:worker_threads";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const ELEMENTS_MAX = 50_000;
const BLOCKS = new Set(
  "P LI H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE FIGCAPTION TD TH DT DD DIV SECTION ARTICLE UL OL TABLE TR FIGURE MAIN HEADER".split(
    " ",
  ),
);

parentPort.postMessage(textOf(workerData.html));

/** The paragraphs of the article, parted by blank lines; blank where the page holds none. */
function textOf(html) {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll(
    "script, style, noscript, template, svg, iframe, nav, form",
  ))
    element.remove();
  const article = new Readability(document, { maxElemsToParse: ELEMENTS_MAX, charThreshold: 200 }).parse();
  if (!article?.content) return "";
  const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
  return paragraphsIn(content.body).join("\n\n");
}

/** The text of an element by its blocks, without recursion: pages nest deeper than a stack. */
function paragraphsIn(root) {
  const paragraphs = [];
  let line = "";
  const end = () => {
    const text = line.replace(/[\s\u00a0]+/g, " ").trim();
    if (text !== "") paragraphs.push(text);
    line = "";
  };
  let node = root.firstChild;
  while (node) {
    if (node.nodeType === 3) line += node.nodeValue ?? "";
    if (node.nodeType === 1 && (BLOCKS.has(node.nodeName) || node.nodeName === "BR")) end();
    if (node.nodeType === 1 && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      if (!node || node === root) {
        end();
        return paragraphs;
      }
      if (BLOCKS.has(node.nodeName)) end();
    }
    node = node?.nextSibling ?? null;
  }
  end();
  return paragraphs;
}
