import jsonld from "jsonld";
import { expect, test } from "vitest";
import { claimData } from "../../app/_components/linked-data/claim-data";
import { LinkedData } from "../../app/_components/linked-data/linked-data";
import { parseEdtf } from "../../lib/dates/edtf";
import { VERIFICATIONS, type Verification } from "../../lib/vocabulary";

type Told = Parameters<typeof claimData>[0];

function dateOf(text: string) {
  const parsed = parseEdtf(text, "Europe/Moscow");
  if (!parsed.ok) throw new Error(text);
  return parsed.date;
}

const assessment = (status: Verification, reason = "A named list."): Told["assessments"][number] => ({
  number: 2,
  status,
  reason,
  whatWouldChange: null,
  overrideReason: null,
  corroborating: null,
  tests: [],
  assessedAt: Date.UTC(2026, 2, 1),
  assessedBy: "Olena",
  staleSince: null,
  evidence: [],
});

const claimOf = (assessments: Told["assessments"]): Told => ({
  publicId: "bcdfghjkm",
  claimant: { slug: "ministry", name: "A ministry </script><b>", kind: "government_body", partOf: null },
  figure: null,
  wording: { text: "The building was empty", language: "en", translation: null, translatedBy: null },
  stated: dateOf("2023-01-04"),
  attributions: [],
  assessments,
});

const SCHEMA = "https://schema.org/";
// schema.org answers its context as a document; here it is the one line of it that all else follows from.
const documentLoader = async (url: string) => ({
  contextUrl: undefined,
  documentUrl: url,
  document: { "@context": { "@vocab": SCHEMA } },
});

/** What a JSON-LD processor reads in the script of a page. */
async function read(claim: Told) {
  const { props } = LinkedData({ data: claimData(claim, "en") });
  const script = props.dangerouslySetInnerHTML.__html as string;
  expect(script).not.toContain("<");
  const [found] = await jsonld.expand(JSON.parse(script), { documentLoader });
  return found as Record<string, { "@value"?: unknown; "@type"?: string[] }[]> & { "@type": string[] };
}

test("a claim that nobody assessed is a Claim of its claimant for programs, and no review", async () => {
  const found = await read(claimOf([]));
  expect(found["@type"]).toEqual([`${SCHEMA}Claim`]);
  expect(found[`${SCHEMA}text`]).toEqual([{ "@value": "The building was empty" }]);
  expect(found[`${SCHEMA}datePublished`]).toEqual([{ "@value": "2023-01-04" }]);
  expect(found[`${SCHEMA}author`]?.[0]?.["@type"]).toEqual([`${SCHEMA}Organization`]);
});

test.each(VERIFICATIONS)(
  "an assessment is a ClaimReview with its word: %s has a number only where it decided something",
  async (status) => {
    const found = await read(claimOf([assessment(status, "</script><script>alert(1)</script>")]));
    expect(found["@type"]).toEqual([`${SCHEMA}ClaimReview`]);
    const [rating] = found[`${SCHEMA}reviewRating`] as Record<string, { "@value": unknown }[]>[];
    expect(String(rating?.[`${SCHEMA}alternateName`]?.[0]?.["@value"]).toLowerCase()).toContain(status);
    const isOpen = status === "unverified" || status === "unverifiable";
    expect(rating?.[`${SCHEMA}ratingValue`] === undefined).toBe(isOpen);
    expect(found[`${SCHEMA}itemReviewed`]?.[0]?.["@type"]).toEqual([`${SCHEMA}Claim`]);
  },
);
