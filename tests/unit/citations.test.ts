import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bibtexOf } from "../../lib/citations/bibtex";
import { type Citation, onOneLine } from "../../lib/citations/citation";
import { cslOf } from "../../lib/citations/csl";
import { risOf } from "../../lib/citations/ris";
import { textOf } from "../../lib/citations/text";
import { wikiOf } from "../../lib/citations/wiki";

const TITLE = "“89”, Russian servicemen killed: Russian Ministry of Defence, stated 4 January 2023";

function aCitation(title: string): Citation {
  return {
    key: "counterclaim-claim-2r5t8w-v3",
    title: onOneLine(title),
    site: "Counterclaim",
    language: "en",
    version: "Version 3",
    url: "https://figures.example/en/claims/2r5t8w/v/3",
    published: Date.UTC(2026, 4, 4, 23, 59, 59, 999),
    accessed: Date.UTC(2026, 10, 22, 0, 0),
  };
}

type Parsed = {
  title: string;
  URL: string;
  author: { family?: string; literal?: string }[];
  issued: { "date-parts": number[][] };
  accessed?: { "date-parts": number[][] };
  version?: string;
};

/** What reference managers read of it. */
function parsed(text: string): Parsed {
  const [item, ...more] = new Cite(text).data as Parsed[];
  if (!item || more.length > 0) throw new Error("One citation is one record.");
  return item;
}

// What has a meaning in TeX, RIS, JSON or wikitext, and names in other scripts.
const HOSTILE = [
  ..."\\{}[]|~^&%$#_<>'\"`=-,?!@*:;/",
  "}}",
  "{{subst:",
  "--",
  "``",
  "''",
  "\\input{x}",
  "\r\nER  - \r\nTY  - BOOK",
  "\nUR  - https://elsewhere.example",
  "[[File:x]]",
  "~~~~",
  "__NOTOC__",
  "<ref>",
  "&amp;",
  "https://",
  "\u0000",
  "\u2067",
  "\ud800",
  "Міноборони",
  "وزارة الدفاع",
  "63",
  " ",
  "a",
];
const titles = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", maxLength: 4 })), {
    maxLength: 10,
  })
  // A wrapping letter: reference managers trim what stands at the ends.
  .map((parts) => `T${parts.join("")}.`);

describe("a citation, read by another program", () => {
  test.each([
    ["BibTeX", bibtexOf],
    ["RIS", risOf],
    ["CSL-JSON", cslOf],
  ])(
    "%s gives back title, site, address and days as they were given, whatever the title holds",
    (_, write) => {
      fc.assert(
        fc.property(titles, (title) => {
          const citation = aCitation(title);
          const read = parsed(write(citation));
          expect(read.title).toBe(citation.title);
          expect(read.URL).toBe(citation.url);
          expect(read.issued["date-parts"]).toEqual([[2026, 5, 4]]);
          // An organisation is one name, not a given name and a family name.
          const [{ family, literal } = {}, ...others] = read.author;
          expect([family ?? literal, others]).toEqual(["Counterclaim", []]);
        }),
        { numRuns: 1000 },
      );
    },
    30_000,
  );

  test("the day of access and the version are told too", () => {
    const accessed = { "date-parts": [[2026, 11, 22]] };
    expect(parsed(bibtexOf(aCitation(TITLE)))).toMatchObject({ accessed, version: "Version 3" });
    expect(parsed(cslOf(aCitation(TITLE)))).toMatchObject({ accessed, version: "Version 3" });
    expect(risOf(aCitation(TITLE))).toContain("ET  - Version 3\r\nPY  - 2026\r\n");
    expect(risOf(aCitation(TITLE))).toContain("Y2  - 2026/11/22\r\nER  - \r\n");
  });
});

describe("a citation in RIS", () => {
  test("has one tag and one value to a line, begins with its type and ends with its end", () => {
    fc.assert(
      fc.property(titles, (title) => {
        const lines = risOf(aCitation(title)).split("\r\n");
        expect(lines[0]).toBe("TY  - ELEC");
        expect(lines.slice(-2)).toEqual(["ER  - ", ""]);
        expect(lines).toHaveLength(13);
        for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a citation in BibTeX", () => {
  test("keeps letters of every script, and its braces balance as BibTeX counts them", () => {
    expect(bibtexOf(aCitation("Міноборони: وزارة الدفاع"))).toContain("{{Міноборони: وزارة الدفاع}}");
    fc.assert(
      fc.property(titles, (title) => {
        let depth = 0;
        const text = bibtexOf(aCitation(title));
        for (const [place, sign] of [...text].entries()) {
          depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
          if (depth === 0 && sign === "}") expect([...text].slice(place)).toEqual(["}", "\n"]);
        }
        expect(depth).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a citation for Wikipedia", () => {
  test("is one template, with the version's address and both days", () => {
    expect(wikiOf(aCitation(TITLE))).toBe(
      `{{cite web |title=${TITLE} |type=Version 3 |url=https://figures.example/en/claims/2r5t8w/v/3 |website=Counterclaim |date=2026-05-04 |access-date=2026-11-22}}\n`,
    );
  });

  test("has no parameter, template, link or tag that the title brought along, and the title reads as given", () => {
    fc.assert(
      fc.property(titles, (title) => {
        const citation = aCitation(title);
        const [, inner = ""] = wikiOf(citation).match(/^\{\{cite web (.*)\}\}\n$/) ?? [];
        expect(inner.split("|")).toHaveLength(7);
        expect(inner).not.toMatch(/[{}[\]<>~\n]|''|__/);
        const [, value = ""] = inner.match(/^\|title=(.*?) \|type=/) ?? [];
        expect(value).not.toContain("://");
        const read = value.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
        expect(read).toBe(citation.title);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a citation in a sentence", () => {
  test("names the site, what is cited, its version, its days and its address", () => {
    expect(textOf(aCitation(TITLE), "en")).toBe(
      `Counterclaim: ${TITLE}. Version 3, 4 May 2026. Accessed 22 November 2026. https://figures.example/en/claims/2r5t8w/v/3\n`,
    );
  });

  test("a title is told on one line, without what is not printed", () => {
    expect(onOneLine(" 63\r\n\u2068killed\u2069\u0000 \ud800“a”\t")).toBe("63 killed “a”");
  });
});
