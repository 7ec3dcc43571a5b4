import type { Actor } from "../../lib/auth/actor";
import { createClaimant } from "../../lib/claimants/create-claimant";
import type { LogClaim } from "../../lib/claims/schema";
import { createEvent } from "../../lib/events/create-event";
import { defineMeasure } from "../../lib/measures/define-measure";
import { createPublication } from "../../lib/publications/create-publication";
import { fileReport } from "../../lib/reports/file-report";

/** How many log claims at once. */
export const JOURNALISTS = 20;

/** What journalists log claims about. */
export interface Stage {
  eventId: string;
  measureId: string;
  reportId: string;
  claimantIds: string[];
}

/** An event of its own, with a claimant for each journalist: on one event all writers take turns. */
export async function setStage(actor: Actor, slug = "measured-event"): Promise<Stage> {
  const now = new Date();
  const place = { name: "Dnipro", country: "UA", latitude: null, longitude: null };
  const occurred = { edtf: "2026-05-03", zone: "Europe/Kyiv" };
  const eventId = await createEvent(
    actor,
    { slug, title: slug, summary: "For a measurement.", place, occurred },
    now,
  );
  const measure = { personClass: "unspecified", cause: "unspecified", total: "running_total" } as const;
  const blank = { demographic: null, nationality: null, area: null, period: null };
  const measureId = await defineMeasure(
    actor,
    {
      eventId,
      slug: "killed",
      label: "People killed",
      kinds: ["killed"],
      unit: "people",
      ...measure,
      ...blank,
    },
    now,
  );
  const publicationId = await createPublication(
    actor,
    { slug: `${slug}-daily`, name: "Daily", family: null, country: null },
    now,
  );
  const report = {
    medium: "web",
    url: null,
    title: slug,
    language: "en",
    published: null,
    isRead: true,
    note: null,
  } as const;
  const reportId = await fileReport(actor, { publicationId, ...report }, now);
  const claimantIds = [];
  for (let at = 0; at < JOURNALISTS; at += 1) {
    const claimant = {
      name: `Office ${at}`,
      kind: "government_body",
      parentId: null,
      publicationId: null,
      viaPublicationId: null,
    } as const;
    claimantIds.push(await createClaimant(actor, { slug: `${slug}-office-${at}`, ...claimant }, now));
  }
  return { eventId, measureId, reportId, claimantIds };
}

/** What a journalist logs as the nth claim. */
export function inputOf(stage: Stage, at: number, n: number): LogClaim {
  return {
    type: "figure",
    eventId: stage.eventId,
    claimantId: stage.claimantIds[at] ?? "",
    measureId: stage.measureId,
    wording: { text: String(n + 1), language: "en", translation: null, translatedBy: null },
    quantity: { qualifier: "exact", low: n + 1, high: n + 1, central: null, reading: "stated" },
    basis: "unstated",
    stated: { edtf: "2026-05-04", zone: "UTC" },
    standing: "reported",
    attributions: [{ reportId: stage.reportId, carries: "paraphrase", locator: null, misreport: null }],
  };
}
