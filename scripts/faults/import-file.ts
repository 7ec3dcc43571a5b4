import { ImportMapping } from "../../lib/imports/schema";

export const ROWS = 20_000;
const EARLIER_ROWS = 2_000;
export const SMALL_ROWS = 600;
const DAY_MS = 24 * 3_600_000;

/**
 * Three events that take turns, five claimants; of each row one claim. Every so often something is wrong. `word`: what
 * parts its events and keys from those of another file.
 */
function file(rows: number, isLater: boolean, word = ""): string {
  const lines = ["key,event,claimant,place,day,killed"];
  for (let n = 1; n <= rows; n += 1) {
    const event = Math.floor(n / 1_300) % 3;
    const day = new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 100) * DAY_MS).toISOString().slice(0, 10);
    const key = n % 997 === 0 ? n - 1 : n;
    const killed =
      n % 701 === 0
        ? "no idea"
        : n % 503 === 0
          ? ""
          : String((n % 9_000) + (isLater && n % 40 === 0 ? 10_000 : 0));
    const claimant = n % 1_201 === 0 ? "nobody-knows" : `agency-${n % 5}`;
    lines.push(
      `${word}${key},flood-${word}${event},${claimant},place-${n % 20},${n % 811 === 0 ? "2026-02-31" : day},${killed}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

export const EARLIER = () => file(EARLIER_ROWS, false);
export const LATER = () => file(ROWS, true);
/** One that is done in a second or two, of rows that no other file has. */
export const SMALL = (word: string) => file(SMALL_ROWS, false, word);

const NUMBERS = Array.from({ length: 20 }, (_, n) => n);

/** Everything that the file names is made by the import itself. */
export const FAULT_MAPPING = ImportMapping.parse({
  mapping: 1,
  name: "Floods",
  dataset: "floods",
  format: "csv",
  event: { column: "event" },
  newEvent: {
    title: { template: "Flood {event}" },
    summary: { fixed: "A flood." },
    place: { fixed: "Somewhere" },
    occurred: { from: { fixed: "2026-01-01" } },
  },
  publications: [{ slug: "flood-bulletin", name: "Flood Bulletin" }],
  claimants: NUMBERS.slice(0, 5).map((n) => ({
    slug: `agency-${n}`,
    name: `Agency ${n}`,
    kind: "government_body",
    parent: n > 0 ? "agency-0" : null,
  })),
  measures: NUMBERS.map((n) => ({
    slug: `place-${n}`,
    label: `People killed in place ${n}`,
    kinds: ["killed"],
    unit: "people",
    area: `Place ${n}`,
    total: "running_total",
  })),
  report: {
    publication: { fixed: "flood-bulletin" },
    url: { template: "https://floods.example/{event}/{claimant}" },
  },
  claims: [
    {
      claimant: { column: "claimant" },
      measure: { column: "place" },
      quantity: { figure: { column: "killed" } },
      stated: { from: { column: "day" } },
      asOf: { from: { column: "day" } },
      basis: { fixed: "count" },
      key: { template: "{key}" },
    },
  ],
});
