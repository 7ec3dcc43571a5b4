import { describe, expect, it } from "vitest";
import { textOfPage } from "../../lib/articles/reading/text-of-page";

const LONG =
  "Officials said on Monday that at least 12 people had died in the flood, and that more were missing. ";
const article = (inside: string) =>
  `<html><head><title>Flood</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav>
   <article><h1>Flood in Orvale</h1>${inside}</article><footer>About us, imprint, contact</footer></body></html>`;

async function textIn(page: string): Promise<string> {
  const read = await textOfPage(page);
  return "text" in read ? read.text : read.problem;
}

describe("the text of a page", () => {
  it("is its paragraphs and lists, parted by blank lines, without what stands around them", async () => {
    const page = article(
      `<p>${LONG.repeat(3)}</p><p>The ministry &amp; the mayor<br>spoke of <b>14</b>&nbsp;missing. ${LONG}</p>
       <ul><li>Orvale: 9</li><li>Belmar: 3</li></ul><script>track("flood")</script>`,
    );
    const text = await textIn(page);
    const paragraphs = text.split("\n\n");
    expect(paragraphs).toContain(LONG.repeat(3).trim());
    expect(text).toContain("The ministry & the mayor");
    expect(text).toContain("spoke of 14 missing.");
    expect(paragraphs).toEqual(expect.arrayContaining(["Orvale: 9", "Belmar: 3"]));
    for (const around of ["Home", "imprint", "track", "<"]) expect(text).not.toContain(around);
  });

  it("is read from right to left as well", async () => {
    const said = "قال المحافظ إن 12 شخصا لقوا حتفهم في الفيضان وإن آخرين ما زالوا في عداد المفقودين. ".repeat(
      6,
    );
    expect(await textIn(article(`<p dir="rtl">${said}</p>`))).toContain(said.trim());
  });

  it("is blank where there is no article", async () => {
    expect(await textIn("<html><body><p>No.</p></body></html>")).toBe("No.");
    expect(await textIn("")).toBe("");
  });

  it("does not hold anybody up: a page that nests too deep, or never ends, ends its worker and nothing else", async () => {
    expect(await textOfPage("<div>".repeat(20_000))).toMatchObject({
      problem: expect.stringMatching(/too_slow|no_text/),
    });
    expect(await textIn(article(`<p>${LONG.repeat(3)}</p>`))).toContain("at least 12 people");
  }, 15_000);
});
