import type { Actor } from "../../lib/auth/actor";
import { registerActor } from "../../lib/auth/register-actor";
import { createClaimant } from "../../lib/claimants/create-claimant";
import { logClaim } from "../../lib/claims/log-claim";
import { publishClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import type { LogClaim } from "../../lib/claims/schema";
import { createEvent } from "../../lib/events/create-event";
import { publishEvent, reviewEvent, submitEvent } from "../../lib/events/move-event";
import { defineMeasure } from "../../lib/measures/define-measure";
import { createPublication } from "../../lib/publications/create-publication";
import { fileReport } from "../../lib/reports/file-report";

export const FORTY_CLAIMS = "forty-claims";

const CLAIMS = 40;
const CLAIMANTS = 20;
const REPORTS = 10;
const EVERY_STATEMENT = 10;

/**
 * Publishes an event of forty claims by the commands: 36 figures of two measures and four statements, by twenty
 * claimants of which half belong to a ministry, each claim carried by two of ten reports.
 */
export async function fillFortyClaims(): Promise<void> {
  const journalist = await registerActor({ name: "Measuring journalist", role: "journalist" }, new Date());
  const editor = await registerActor({ name: "Measuring editor", role: "editor" }, new Date());
  const eventId = await makeEvent(journalist);
  const measureIds = [
    await makeMeasure(journalist, eventId, "killed"),
    await makeMeasure(journalist, eventId, "injured"),
  ];
  const claimantIds = await makeClaimants(journalist);
  const reportIds = await makeReports(journalist);
  const of = <T>(all: readonly T[], n: number) => all[n % all.length] as T;
  for (let n = 0; n < CLAIMS; n += 1) {
    const id = await logClaim(
      journalist,
      claimOf(n, {
        eventId,
        claimantId: of(claimantIds, n),
        measureId: of(measureIds, n),
        reportIds: [of(reportIds, n), of(reportIds, n + 3)],
      }),
      new Date(),
    );
    await submitClaim(journalist, { id, version: 1 }, new Date());
    await reviewClaim(editor, { id, version: 2 }, new Date());
    await publishClaim(editor, { id, version: 3 }, new Date());
  }
  await submitEvent(journalist, { id: eventId, version: 1 }, new Date());
  await reviewEvent(editor, { id: eventId, version: 2 }, new Date());
  await publishEvent(editor, { id: eventId, version: 3 }, new Date());
}

function makeEvent(actor: Actor): Promise<string> {
  const place = { name: "Dnipro", country: "UA", latitude: 48.46, longitude: 35.04 };
  const occurred = { edtf: "2026-05-03", zone: "Europe/Kyiv" };
  const summary = "An event of forty claims, for a measurement.";
  return createEvent(
    actor,
    { slug: FORTY_CLAIMS, title: "Forty claims", summary, place, occurred },
    new Date(),
  );
}

function makeMeasure(actor: Actor, eventId: string, kind: "killed" | "injured"): Promise<string> {
  const whole = { personClass: "unspecified", cause: "unspecified", total: "running_total" } as const;
  const blank = { demographic: null, nationality: null, area: null, period: null };
  const named = { slug: kind, label: `People ${kind}`, kinds: [kind], unit: "people" };
  return defineMeasure(actor, { eventId, ...named, ...whole, ...blank }, new Date());
}

async function makeClaimants(actor: Actor): Promise<string[]> {
  const own = { publicationId: null, viaPublicationId: null };
  const make = (slug: string, name: string, parentId: string | null) =>
    createClaimant(actor, { slug, name, kind: "government_body", parentId, ...own }, new Date());
  const ministry = await make("measured-ministry", "Ministry of measured things", null);
  const ids: string[] = [];
  for (let n = 0; n < CLAIMANTS; n += 1)
    ids.push(await make(`measured-office-${n}`, `Office number ${n}`, n % 2 === 0 ? ministry : null));
  return ids;
}

async function makeReports(actor: Actor): Promise<string[]> {
  const publication = { slug: "measured-daily", name: "Measured Daily", family: null, country: null };
  const publicationId = await createPublication(actor, publication, new Date());
  const common = {
    medium: "web",
    url: null,
    language: "en",
    published: null,
    isRead: true,
    note: null,
  } as const;
  const ids: string[] = [];
  for (let n = 0; n < REPORTS; n += 1) {
    const report = { publicationId, ...common, title: `What was known on day ${n}` };
    ids.push(await fileReport(actor, report, new Date()));
  }
  return ids;
}

type Place = { eventId: string; claimantId: string; measureId: string; reportIds: string[] };

function claimOf(n: number, { eventId, claimantId, measureId, reportIds }: Place): LogClaim {
  const figure = 20 + 3 * n;
  const common = {
    eventId,
    claimantId,
    basis: "unstated",
    stated: { edtf: `2026-05-${String(4 + (n % 20)).padStart(2, "0")}`, zone: "Europe/Kyiv" },
    standing: "reported",
    attributions: reportIds.map((reportId) => ({
      reportId,
      carries: "paraphrase" as const,
      locator: null,
      misreport: null,
    })),
  } as const;
  const words = (text: string) => ({ text, language: "en", translation: null, translatedBy: null });
  if (n % EVERY_STATEMENT === EVERY_STATEMENT - 1)
    return {
      ...common,
      type: "statement",
      topic: "cause",
      wording: words(`A gas main burst, says office ${n}.`),
    };
  const isAtLeast = n % 3 === 0;
  return {
    ...common,
    type: "figure",
    measureId,
    wording: words(isAtLeast ? `at least ${figure}` : String(figure)),
    quantity: {
      qualifier: isAtLeast ? "at_least" : "exact",
      low: figure,
      high: isAtLeast ? null : figure,
      central: null,
      reading: "stated",
    },
  };
}
