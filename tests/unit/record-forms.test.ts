import { describe, expect, test } from "vitest";
import { claimantTyped, readClaimantForm } from "../../lib/claimants/claimant-form";
import { eventTyped, readEventForm } from "../../lib/events/event-form";
import type { Typed } from "../../lib/forms/form-state";
import { FormTexts } from "../../lib/forms/read-form";
import { measureTyped, readMeasureForm } from "../../lib/measures/measure-form";
import { readReportForm, reportTyped } from "../../lib/reports/report-form";
import { webAddressIn } from "../../lib/reports/typed-address";

const NOW = Date.parse("2026-05-04T12:00:00Z");
const ID = "01a2046f-0f54-758f-b983-d6d58176e1a3";

function sent(typed: Typed): FormTexts {
  const form = new FormData();
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value);
  return new FormTexts(form);
}

const event = {
  title: "Strike",
  summary: "A strike.",
  place: { name: "Makiivka", country: "UA", latitude: 48.05, longitude: null },
  occurred: { edtf: "2023-01-01T00:01:00+03:00", zone: "Europe/Kyiv" },
  otherZones: ["Europe/Moscow", "UTC"],
  aliases: ["Макіївка", "Makeevka"],
  parties: [{ claimantId: ID, side: "Russia", role: "target" as const }],
};

describe("a form that nobody touched says what is on file", () => {
  test("an event, with its parties, zones and offset", () => {
    const typed = eventTyped({ slug: "strike", ...event }, new Map([[ID, "Ministry"]]));
    expect(readEventForm(sent(typed), NOW).values).toEqual(event);
    expect(typed.party0ClaimantLabel).toEqual(["Ministry"]);
  });

  test("an unnamed claimant keeps the publication that carried it (R17)", () => {
    const claimant = {
      name: "unnamed official at the ministry, via Gazette",
      kind: "unnamed" as const,
      aliases: [],
    };
    const belongs = { parent: null, publication: null, viaPublication: { id: ID, label: "Gazette" } };
    expect(readClaimantForm(sent(claimantTyped({ slug: "x", ...claimant }, belongs)))).toEqual({
      ...claimant,
      parentId: null,
      publicationId: null,
      viaPublicationId: ID,
    });
  });

  test("a measure, with its kinds and its period", () => {
    const measure = {
      label: "Russian servicemen killed or injured",
      kinds: ["injured" as const, "killed" as const],
      unit: "people",
      personClass: "military" as const,
      demographic: null,
      nationality: "Russian",
      area: null,
      cause: "unspecified" as const,
      total: "running_total" as const,
    };
    const typed = measureTyped({ slug: "m", ...measure, periodEdtf: "2023-01", partOf: null });
    const occurred = { edtf: "2023-01-01", earliest: 0, latest: 1, zone: "Europe/Kyiv" };
    expect(readMeasureForm(sent(typed), occurred, NOW).values).toEqual({
      ...measure,
      period: { edtf: "2023-01", zone: "Europe/Kyiv" },
      partOfId: null,
    });
  });

  test("a report, with its archived copy", () => {
    const report = {
      publicationId: ID,
      medium: "web" as const,
      url: "https://example.org/a",
      title: "Strike",
      language: "en",
      published: { edtf: "2023-01-02", zone: "Europe/London" },
      isRead: false,
      note: null,
      byline: "A. Writer",
      credit: "AFP",
      archiveUrl: "https://archive.ph/abc",
      archiveState: "archived" as const,
    };
    const typed = reportTyped({ ...report, publication: { id: ID, label: "Gazette" } });
    expect(readReportForm(sent(typed), NOW).values).toEqual(report);
  });
});

describe("what people type", () => {
  test("a party without a claimant is left for the command to refuse, and an empty row is no party", () => {
    const typed = { party: ["0", "4"], party0Side: ["Russia"], party4ClaimantLabel: [" "] };
    expect(readEventForm(sent({ ...typed, zone: ["UTC"] }), NOW).values.parties).toEqual([
      { claimantId: "", side: "Russia", role: null },
    ]);
  });

  test("a day told in another zone is kept in that zone, as it was read back", () => {
    const { values } = readEventForm(
      sent({ zone: ["Europe/Kyiv"], occurred: ["1 Jan 2023 Moscow time"] }),
      NOW,
    );
    expect(values.occurred).toEqual({ edtf: "2023-01-01", zone: "Europe/Moscow" });
  });

  test("a date with two readings is no date until one is chosen", () => {
    const typed = { zone: ["UTC"], occurred: ["2/1/2023"] };
    expect(readEventForm(sent(typed), NOW).values.occurred).toEqual({ edtf: "", zone: "UTC" });
    const chosen = { ...typed, occurredReading: ["2023-01-02"] };
    expect(readEventForm(sent(chosen), NOW).values.occurred).toEqual({ edtf: "2023-01-02", zone: "UTC" });
  });

  test("a report without an address is titled by what it was called", () => {
    const { values } = readReportForm(
      sent({ url: ["evening news of 2 January"], medium: ["broadcast"] }),
      NOW,
    );
    expect(values).toMatchObject({ url: null, title: "evening news of 2 January", medium: "broadcast" });
  });

  test.each([
    ["https://example.org/a?b=1", "https://example.org/a?b=1"],
    ["example.org/news/1", "https://example.org/news/1"],
    [" www.example.org ", "https://www.example.org"],
    ["приклад.укр/новини", "https://приклад.укр/новини"],
    ["evening news of 2 January", null],
    ["javascript:alert(1)", null],
    ["ftp://example.org/a", null],
    ["https://example.org/a b", null],
    ["3.5", null],
  ])("%s is the address %s", (typed, address) => {
    expect(webAddressIn(typed)).toBe(address);
  });
});
