import { describe, expect, test } from "vitest";
import { textOfPage } from "../../lib/articles/reading/text-of-page";

const told =
  "The mayor of Orvale said that nine bridges were closed, that the tenth was open, and that boats went. ";
const STORY = `<article><p>${told.repeat(4)}</p></article>`;
const page = (body: string) => `<html><head></head><body>${body}</body></html>`;
const MB5 = 5_000_000;
const filled = (unit: string) => unit.repeat(Math.floor(MB5 / unit.length));

describe("a page that is more than can be read has a code, and the next one is read", () => {
  test.each([
    ["20,000 nested elements", "<div>".repeat(20_000) + STORY],
    ["5 MB of elements that never end", filled("<a>")],
    ["5 MB of comments", filled("<!---->")],
  ])("%s", async (_, html) => {
    expect(await textOfPage(html)).toEqual({ problem: "too_slow" });
  });

  test("what takes the parser too long is stopped when its time is over", async () => {
    const began = performance.now();
    expect(await textOfPage(filled("&amp;"), 400)).toEqual({ problem: "too_slow" });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await textOfPage(page(STORY))).toEqual({ text: told.repeat(4).trim() });
  });

  test("5 MB of which little is the article are read", async () => {
    const html = page(`<script>${filled("let a = 1; ")}</script>${STORY}`);
    expect(await textOfPage(html)).toEqual({ text: told.repeat(4).trim() });
  });
});

test("two are read at once, a few more wait, and who comes then is told", async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => textOfPage(page(STORY), 1)));
  expect(answers.filter((answer) => "problem" in answer && answer.problem === "busy")).toHaveLength(2);
  expect(await textOfPage(page(STORY))).toEqual({ text: told.repeat(4).trim() });
});
