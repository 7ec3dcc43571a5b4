import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleText } from "../../lib/articles/reading/article-text.mjs";
import { isStub } from "../../lib/articles/reading/is-stub";
import { plainDocument } from "../../lib/articles/reading/plain-document";

const told = (day: number) =>
  `On day ${day}, the mayor of Orvale said that ${day} bridges were closed, and that others would follow.`;
const DAYS = [11, 12, 13, 14];
const STORY = DAYS.map((day) => `<p>${told(day)}</p>`).join("");
const page = (body: string, attributes = "") =>
  `<!DOCTYPE html><html ${attributes}><head><title>Flood</title></head><body>${body}</body></html>`;
const article = (body: string) => page(`<main><article>${body}</article></main>`);
const paragraphs = (html: string) => articleText(html).split("\n\n");

describe("the text of an article", () => {
  test("is what a reader reads: paragraphs, headings, lists and captions, in their order", () => {
    const html = article(
      `${STORY}<h2>What is known</h2><ul><li>9 dead in Orvale, the mayor says</li><li>Dozens moved to Belmar</li></ul>
      <figure><img src="a.jpg"><figcaption>The old bridge &mdash; 14&nbsp;March</figcaption></figure><p>Last <b>line</b><br>of it.</p>`,
    );
    expect(paragraphs(html)).toEqual([
      ...DAYS.map(told),
      "What is known",
      "9 dead in Orvale, the mayor says",
      "Dozens moved to Belmar",
      "The old bridge — 14 March",
      "Last line",
      "of it.",
    ]);
  });

  test("is without navigation, scripts, forms and what leads elsewhere", () => {
    const text = articleText(
      page(
        `<nav><a href="/">Home page</a></nav><article>${STORY}<p>Read more: <a href="/b">700 dead in Belmar</a></p>
        <p><a href="/c">800 dead in Carran</a></p><p>Advertisement</p><script>track("900 dead")</script>
        <style>.dead { width: 1000px }</style><p>${told(15)} <a href="/d">As we wrote</a>, he had said so before.</p></article>
        <aside class="related"><h3>Related</h3><a href="/e">600 dead in Dorn</a></aside><footer>Imprint</footer>`,
      ),
    );
    expect(text).not.toMatch(/Home page|Read more|[6-9]00 dead|1000px|Advertisement|Related|Imprint|</);
    expect(text).toContain(`${told(15)} As we wrote, he had said so before.`);
  });

  test("is whole where a link was left open", () => {
    expect(paragraphs(article(`<a href="/b">${STORY}`))).toEqual(DAYS.map(told));
  });

  test("keeps quotes, also those that come from a network", () => {
    const quote = `<blockquote class="social-post"><p>We count 63 houses, and no more.</p>&mdash; Ministry <a href="/x">2 January</a></blockquote>`;
    const html = article(
      `${STORY}<blockquote><p>“We lost 89 houses,” she said.</p></blockquote><div class="social-embed"><div>${quote}</div></div>${STORY}`,
    );
    expect(paragraphs(html)).toEqual([
      ...DAYS.map(told),
      "“We lost 89 houses,” she said.",
      "We count 63 houses, and no more.",
      "— Ministry 2 January",
      ...DAYS.map(told),
    ]);
  });

  test("keeps every entry of a live report", () => {
    const entries = DAYS.map(
      (day) =>
        `<article class="live-post"><header><h2><a href="#${day}">News of day ${day}</a></h2></header><p>${told(day)}</p></article>`,
    );
    expect(paragraphs(page(`<div class="live">${entries.join("")}</div>`))).toEqual(
      DAYS.flatMap((day) => [`News of day ${day}`, told(day)]),
    );
  });

  test("is whole where it is laid out in parts, with what stands between them, and ends where it ends", () => {
    const part = (inside: string) => `<div data-part>${inside}</div>`;
    const picture = `<figure><img src="a.jpg"><figcaption>The weir, from above</figcaption></figure>`;
    const author = `<div class="author-bio"><p>${told(99)}</p></div>`;
    expect(paragraphs(article([STORY, picture, STORY].map(part).join("") + author))).toEqual([
      ...DAYS.map(told),
      "The weir, from above",
      ...DAYS.map(told),
    ]);
  });

  test("has a line for each row of a table", () => {
    const table = `<table><caption>By town</caption><tr><th>Town</th><th>Houses</th></tr><tr><td>Orvale</td><td>89</td></tr></table>`;
    expect(paragraphs(article(STORY + table)).slice(-3)).toEqual(["By town", "Town | Houses", "Orvale | 89"]);
  });

  test("is found in a page that is laid out by a table, or is one form", () => {
    expect(
      paragraphs(page(`<table><tr><td><a href="/">Menu</a></td><td>${STORY}</td></tr></table>`)),
    ).toEqual(DAYS.map(told));
    expect(paragraphs(page(`<form><div>${STORY}</div></form>`))).toEqual(DAYS.map(told));
  });

  test("is found where lines are parted by breaks alone", () => {
    expect(paragraphs(page(`<div>${DAYS.map(told).join("<br><br>")}</div>`))).toEqual(DAYS.map(told));
  });

  test("is read from right to left as well", () => {
    const said = [3, 4, 5].map(
      (count) => `قال المحافظ إن ${count} جسور أغلقت في المدينة، وإن جسورا أخرى ستغلق في الأيام المقبلة.`,
    );
    const html = page(
      `<article>${said.map((line) => `<p>${line}</p>`).join("")}</article>`,
      'dir="rtl" lang="ar"',
    );
    expect(paragraphs(html)).toEqual(said);
  });
});

describe("markup as it comes", () => {
  test("tags that may be left out are", () => {
    expect(paragraphs(`<!doctype html><title>Flood</title><meta charset=utf-8>${STORY}`)).toEqual(
      DAYS.map(told),
    );
    expect(paragraphs(STORY.replaceAll("</p>", ""))).toEqual(DAYS.map(told));
  });

  test("a cell that holds paragraphs parts from the one before", () => {
    const table = `<table><tr><th>Day</th><th>Said</th></tr><tr><td>11</td><td><p>${told(11)}</p></td></tr></table>`;
    expect(paragraphs(article(STORY + table)).slice(-3)).toEqual(["Day | Said", "11", told(11)]);
  });

  test("what is broken loses no paragraph", () => {
    const html = `<body><article><p><b>${told(1)}<i></b></p></i></div><p>${told(2)}<div>${STORY}<p title="open>`;
    expect(paragraphs(html)).toEqual(expect.arrayContaining([told(1), told(2), ...DAYS.map(told)]));
  });

  test("entities are characters, and what nobody sees is not there", () => {
    const odd = "At Orvale&rsquo;s weir, 1&thinsp;200 hou&shy;ses &lt;b&gt; were\u200b&#0; counted, he said.";
    expect(paragraphs(article(`${STORY}<p>${odd}</p>`)).at(-1)).toBe(
      "At Orvale’s weir, 1 200 houses <b> were\ufffd counted, he said.",
    );
  });

  test("a page without an article has no text", () => {
    expect(articleText(page(`<div id="root"></div><noscript>Turn on JavaScript</noscript>`))).toBe("");
    expect(articleText("")).toBe("");
  });

  test("what is nested as deep as pages are is read, and what is deeper is refused", () => {
    const nested = (depth: number) => "<div>".repeat(depth) + STORY;
    expect(paragraphs(nested(100))).toEqual(DAYS.map(told));
    expect(() => articleText(nested(2_000))).toThrow(RangeError);
  });

  test("no markup makes it throw or come out as markup", () => {
    const tags = "p div b a table tr td li blockquote h2 script svg title html body head br".split(" ");
    const part = fc.oneof(
      fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} class="`])),
      fc.constantFrom("<!--", "-->", "<", ">", '"', "&", "\0", "\ud800", told(1)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = articleText(parts.join(""));
        expect(text).not.toMatch(/\0|\p{Cs}|\n{3}|^\s|\s$/u);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a text that is no article", () => {
  const opening = DAYS.map(told).join(" ");

  test("is too short for one", () => {
    expect(isStub("Turn on JavaScript to go on.", "")).toBe(true);
    expect(isStub(opening, "")).toBe(false);
  });

  test("or the beginning that is shown to those without an account", () => {
    expect(isStub(`${opening} Subscribe to continue reading this article.`, "")).toBe(true);
    expect(isStub(opening, `{"@type": "NewsArticle", "isAccessibleForFree": false}`)).toBe(true);
    expect(isStub(opening, `<meta property="article:content_tier" content="locked">`)).toBe(true);
  });

  test("but not where the whole of it is there", () => {
    expect(isStub(opening.repeat(4), `"isAccessibleForFree": "False"`)).toBe(false);
    expect(isStub(`${opening} The town’s residents may register their losses.`, "")).toBe(false);
  });
});

test("a document of plain text is taken as it is, without what no text holds", () => {
  expect(plainDocument("\ufeff\r\nFirst line\r\n\r\n  Second\tline\0\ud800\r\n")).toBe(
    "First line\n\n  Second\tline\ufffd",
  );
});
