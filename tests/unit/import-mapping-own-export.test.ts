import fc from "fast-check";
import { expect, test } from "vitest";
import { disarm } from "../../lib/exports/disarm";
import { mapRow } from "../../lib/imports/mapping/map-row";
import { READY_MAPPINGS } from "../../lib/imports/ready-mappings";
import type { RawValue } from "../../lib/imports/types";
import { QUALIFIER_TABLE } from "../../lib/quantity/interval";
import { quantityOf } from "../../lib/quantity/validity";
import { BASES, MEDIA, QUALIFIERS, STANDINGS, TOPICS } from "../../lib/vocabulary";

const mappingFor = (format: string) => {
  const ready = READY_MAPPINGS.find(
    ({ id, mapping }) => id.startsWith("counterclaim-claims") && mapping.format === format,
  );
  if (!ready) throw new Error(`There is no mapping of our own claims as ${format}.`);
  return ready.mapping;
};

const line = fc
  .string({ minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== "");
// What a spreadsheet would run, and what looks as if it had been disarmed before.
const armed = fc
  .tuple(fc.constantFrom("=", "+", "-", "@", "'=", "''@", "'"), line)
  .map((parts) => parts.join(""));
const words = fc.oneof(line, armed);
const slug = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,3}$/);

const quantity = fc
  .record({ qualifier: fc.constantFrom(...QUALIFIERS), n: fc.nat(10_000), more: fc.nat(10_000), raw: words })
  .map(({ qualifier, n, more, raw }) => {
    const central = qualifier === "estimate_ci" ? n + Math.floor(more / 2) : null;
    const made = quantityOf(
      { raw, qualifier, n: n + 1, last: n + 1 + more, central: central && central + 1, word: "dozens" },
      [],
    );
    return made.ok ? made.quantity : null;
  })
  .filter((made) => made !== null);

const day = fc.constantFrom(
  "2023-01-02",
  "2023-01",
  "2023-01-01/2023-01-04",
  "2023-01-02T10:00:00+03:00",
  "2023~",
);
const zone = fc.constantFrom("Europe/Kyiv", "UTC", "Asia/Gaza");
const date = fc.record({ edtf: day, zone });

const common = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{8}$/),
  event: slug,
  claimant: slug,
  language: fc.constantFrom("en", "uk", "ar"),
  translation: fc.option(fc.tuple(words, line)),
  stated: date,
  asOf: fc.option(date),
  eventTime: fc.option(date),
  basis: fc.constantFrom(...BASES),
  standing: fc.constantFrom(...STANDINGS).filter((standing) => standing !== "disowned"),
  isForecast: fc.boolean(),
  report: fc.record({
    publication: slug,
    medium: fc.constantFrom(...MEDIA),
    url: fc.option(fc.constant("https://example.org/a?b=c")),
    title: fc.option(words),
    language: fc.option(fc.constantFrom("en", "ru")),
    published: fc.option(date),
  }),
});
const claim = fc.oneof(
  fc.record({ common, said: fc.record({ measure: slug, quantity }) }),
  fc.record({ common, said: fc.record({ topic: fc.constantFrom(...TOPICS), text: words }) }),
);
type Claim = typeof claim extends fc.Arbitrary<infer C> ? C : never;

function rowOf({ common: said, ...rest }: Claim): Record<string, RawValue> {
  const figure = "measure" in rest.said ? rest.said : null;
  const statement = "topic" in rest.said ? rest.said : null;
  const { report } = said;
  return {
    id: said.id,
    event: said.event,
    claimant: said.claimant,
    measure: figure?.measure ?? null,
    type: figure ? "figure" : "statement",
    topic: statement?.topic ?? null,
    wording: figure?.quantity.raw ?? statement?.text ?? null,
    wording_language: said.language,
    wording_translation: said.translation?.[0] ?? null,
    wording_translated_by: said.translation?.[1] ?? null,
    qualifier: figure?.quantity.qualifier ?? null,
    low: figure?.quantity.low ?? null,
    high: figure?.quantity.high ?? null,
    central: figure?.quantity.central ?? null,
    reading: figure?.quantity.reading ?? null,
    stated: said.stated.edtf,
    stated_zone: said.stated.zone,
    as_of: said.asOf?.edtf ?? null,
    as_of_zone: said.asOf?.zone ?? null,
    event_time: said.eventTime?.edtf ?? null,
    event_time_zone: said.eventTime?.zone ?? null,
    basis: said.basis,
    standing: said.standing,
    is_forecast: said.isForecast,
    report_publication: report.publication,
    report_medium: report.medium,
    report_url: report.url,
    report_title: report.title,
    report_language: report.language,
    report_published: report.published?.edtf ?? null,
    report_published_zone: report.published?.zone ?? null,
  };
}

const asCsv = (values: Record<string, RawValue>) =>
  Object.entries(values).map(([column, value]): [string, RawValue] => [
    column,
    typeof value === "string" ? disarm(value) : value === null ? "" : String(value),
  ]);

test.each([
  ["csv", asCsv],
  ["ndjson", (values: Record<string, RawValue>) => Object.entries(values)],
])("a claim that we export as %s is read back as it was", (format, write) => {
  const mapping = mappingFor(format);
  const columns = Object.keys(rowOf(fc.sample(claim, 1)[0] as Claim));
  fc.assert(
    fc.property(claim, (exported) => {
      const mapped = mapRow(mapping, columns, { number: 2, values: new Map(write(rowOf(exported))) }, 1);
      expect(mapped.problems).toEqual([]);
      const { common: said, said: own } = exported;
      const text = "measure" in own ? own.quantity.raw : own.text;
      expect(mapped.candidates).toMatchObject([
        {
          key: said.id,
          event: said.event,
          claimant: said.claimant,
          measure: "measure" in own ? own.measure : null,
          quantity: "measure" in own ? own.quantity : null,
          topic: "topic" in own ? own.topic : null,
          wording: {
            text,
            language: said.language,
            translation: said.translation?.[0] ?? null,
            translatedBy: said.translation?.[1] ?? null,
          },
          stated: said.stated,
          asOf: said.asOf,
          eventTime: said.eventTime,
          basis: said.basis,
          standing: said.standing,
          isForecast: said.isForecast,
          report: said.report,
        },
      ]);
    }),
    { numRuns: 1000 },
  );
});

test("the mapping of our own claims takes no figure that breaks the table of qualifiers", () => {
  const values = (low: RawValue, high: RawValue) => ({
    ...rowOf(fc.sample(claim, { numRuns: 1, seed: 1 })[0] as Claim),
    type: "figure",
    measure: "killed",
    wording: "at least 5",
    qualifier: "at_least",
    low,
    high,
    central: null,
  });
  const told = (low: RawValue, high: RawValue) => {
    const row = { number: 2, values: new Map(Object.entries(values(low, high))) };
    return mapRow(mappingFor("ndjson"), [], row, 1).problems.map(({ code }) => code);
  };
  expect(QUALIFIER_TABLE.at_least.high).toBe("open");
  expect(told(5, null)).toEqual([]);
  expect(told(5, 9)).toEqual(["not_a_figure"]);
  expect(told(null, null)).toEqual(["missing"]);
  expect(told(-5, null)).toEqual(["negative"]);
});
