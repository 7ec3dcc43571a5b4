import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fieldOfPath, formOfMapping, mappingOfForm } from "../../app/_components/desk/imports/mapping-values";
import { mapRow } from "../../lib/imports/mapping/map-row";
import { readRows } from "../../lib/imports/reading/read-rows";
import { READY_MAPPINGS } from "../../lib/imports/ready-mappings";
import { ImportMapping } from "../../lib/imports/schema";
import type { Reading, Row } from "../../lib/imports/types";

const READING: Reading = {
  format: "csv",
  encoding: "utf-8",
  delimiter: ";",
  headerRow: 1,
  hasTagRow: false,
  sheet: null,
  sheets: [],
  rows: "",
};

const SIMPLE: Record<string, string> = {
  name: "Daily table",
  dataset: "daily-table",
  eventLabel: "harbour-strike",
  claimantColumn: "who",
  publicationLabel: "gazette",
  url: "https://example.org/table",
  statedColumn: "day",
  dateFormat: "D.M.YYYY",
  zone: "Europe/Kyiv",
  "figure-0": "dead",
  "measure-0Label": "killed",
  "figure-1": "hurt",
  "measure-1Label": "injured",
  "qualifier-1": "how",
  basis: "count",
  language: "uk",
  empty: "n/a\n-",
  leaveOut: "ext_*",
};

const made = (values: Record<string, string>, slugs = new Map<string, string>()) =>
  mappingOfForm((name) => values[name] ?? "", slugs, { format: "csv", reading: READING });

describe("the form for a simple file", () => {
  test("makes a mapping that its schema takes, and shows the same again", () => {
    const { mapping, missing } = made(SIMPLE);
    expect(missing).toEqual({});
    const parsed = ImportMapping.parse(mapping);
    expect(parsed).toMatchObject({
      event: { fixed: "harbour-strike" },
      reading: { delimiter: ";", encoding: "utf-8", headerRow: 1 },
      claims: [
        { claimant: { column: "who" }, quantity: { figure: { column: "dead" } } },
        { measure: { fixed: "injured" }, quantity: { qualifier: { column: "how" } } },
      ],
    });
    expect(formOfMapping(parsed)).toMatchObject(SIMPLE);
  });

  test("takes headings that are dates in place of a column of dates", () => {
    const { statedColumn: _, "figure-0": __, "figure-1": ___, ...rest } = SIMPLE;
    const wide = { ...rest, "measure-1Label": "", "qualifier-1": "", wideFormat: "M/D/YY" };
    const { mapping, missing } = made(wide);
    expect(missing).toEqual({});
    const parsed = ImportMapping.parse(mapping);
    expect(parsed.claims).toMatchObject([
      { wide: { dates: "M/D/YY" }, stated: { from: { heading: true }, format: "M/D/YY" } },
    ]);
    expect(formOfMapping(parsed)).toMatchObject({ wideFormat: "M/D/YY", eventLabel: "harbour-strike" });
  });

  test("takes a record by its id, and says what is missing or said twice", () => {
    const event = "0190b0b0-0000-7000-8000-000000000000";
    const { mapping } = made({ ...SIMPLE, event, eventLabel: "Strike" }, new Map([[event, "the-strike"]]));
    expect(mapping).toMatchObject({ event: { fixed: "the-strike" } });
    const { missing } = made({
      eventLabel: "Strike on the harbour",
      claimantLabel: "a",
      claimantColumn: "b",
    });
    expect(missing).toEqual({
      event: "choose",
      claimant: "both",
      publication: "choose",
      statedColumn: "fill",
      "figure-0": "fill",
      "measure-0": "choose",
    });
  });

  test("does not take on a mapping that says more than it can show", () => {
    for (const { id, mapping } of READY_MAPPINGS) expect(formOfMapping(mapping), id).toBeNull();
  });

  test("tells what the schema refuses at the field that it is about", () => {
    expect(fieldOfPath("mapping.claims.1.measure")).toBe("measure-1");
    expect(fieldOfPath("mapping.claims.0.stated.format")).toBe("dateFormat");
    expect(fieldOfPath("mapping.report.url")).toBe("url");
    expect(fieldOfPath("mapping.measures.0.slug")).toBeNull();
  });
});

test("the template's own mapping reads its two examples, and finds nothing wrong with them", async () => {
  const bytes = readFileSync("public/import-template.csv");
  const reading: Reading = { ...READING, delimiter: "," };
  const rows: Row[] = [];
  for await (const read of readRows(
    reading,
    (async function* () {
      yield bytes;
    })(),
  ))
    if ("values" in read) rows.push(read);
  const mapping = READY_MAPPINGS.find(({ id }) => id === "counterclaim-template")?.mapping as ImportMapping;
  const columns = [...(rows[0]?.values.keys() ?? [])];
  const mapped = rows.map((row) => mapRow(mapping, columns, row, 1));
  expect(mapped.flatMap(({ problems }) => problems)).toEqual([]);
  expect(mapped.flatMap(({ candidates }) => candidates)).toMatchObject([
    { event: "example-harbour-fire", quantity: { qualifier: "at_least", low: 12, high: null } },
    { standing: "direct", quantity: { qualifier: "between", low: 30, high: 45 } },
  ]);
});
