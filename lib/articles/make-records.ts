import "server-only";
import { findFreeSlug, type SlugPlace } from "../addresses/free-slug";
import type { Actor } from "../auth/actor";
import { CLAIMANT_REFUSALS, makeClaimant } from "../claimants/create-claimant";
import { CreateClaimant } from "../claimants/schema";
import type { Transaction } from "../db/client";
import { Invalid } from "../errors";
import type { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { slugOf } from "../forms/slug";
import { type HeldChain, recordRevision } from "../history/record-revision";
import type { Action } from "../history/schema";
import { defineMeasureInto, MEASURE_REFUSALS } from "../measures/define-measure";
import { DefineMeasure } from "../measures/schema";
import { makePublication, PUBLICATION_REFUSALS } from "../publications/create-publication";
import { CreatePublication } from "../publications/schema";
import { makeReport } from "../reports/file-report";
import { placed } from "./placed";
import type { ParsedArticle } from "./schema";

/** One article in its transaction, which holds the register and the event. */
export type Work = {
  tx: Transaction;
  register: HeldChain;
  held: Awaited<ReturnType<typeof holdEvent>>;
  actor: Actor;
  now: Date;
};

/** The report of an article: the one on file, or filed anew, with its publication where that is not on file either. */
export async function reportOf(
  work: Work,
  { report }: ParsedArticle,
): Promise<{ id: string; publicId: string; publicationId: string }> {
  const { tx, now } = work;
  if ("id" in report) {
    const known = await tx.report.findUnique({
      where: { id: report.id },
      select: { id: true, publicId: true, publicationId: true },
    });
    if (!known) throw new Invalid({ "report.id": "This report is not on file: choose it again." });
    return known;
  }
  const { publication, ...filed } = report;
  const publicationId = "id" in publication ? publication.id : await madePublication(work, publication.name);
  const made = await makeReport(tx, { ...filed, publicationId }, now);
  await register(work, "report.filed", "report", made);
  return { id: made.id, publicId: made.publicId, publicationId };
}

async function madePublication(work: Work, name: string): Promise<string> {
  const slug = await freeSlug(work, { kind: "publication" }, name);
  const input = { slug, name, family: null, country: null };
  const made = await placed("report.publication", PUBLICATION_REFUSALS, async () =>
    makePublication(work.tx, parseInput(CreatePublication, input), work.now),
  );
  await register(work, "publication.created", "publication", made);
  return made.id;
}

/** Makes the claimants and measures that an article needs. Their ids by their refs. `carrierId`: of its publication. */
export async function makeNamed(
  work: Work,
  { eventId, claimants, measures }: ParsedArticle,
  carrierId: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [at, { ref, ...claimant }] of claimants.entries())
    ids.set(ref, await madeClaimant(work, `claimants.${at}`, claimant, carrierId));
  for (const [at, { ref, ...measure }] of measures.entries())
    ids.set(ref, await madeMeasure(work, `measures.${at}`, { ...measure, eventId }));
  return ids;
}

async function madeClaimant(
  work: Work,
  place: string,
  { name, kind, isCarrier }: Omit<ParsedArticle["claimants"][number], "ref">,
  carrierId: string,
): Promise<string> {
  const input = {
    slug: await freeSlug(work, { kind: "claimant" }, name),
    name,
    kind,
    parentId: null,
    publicationId: isCarrier && kind === "media" ? carrierId : null,
    // R17: known by the publication that carried them.
    viaPublicationId: kind === "unnamed" ? carrierId : null,
  };
  const made = await placed(place, CLAIMANT_REFUSALS, async () =>
    makeClaimant(work.tx, parseInput(CreateClaimant, input), work.now),
  );
  await register(work, "claimant.created", "claimant", made);
  return made.id;
}

async function madeMeasure(
  work: Work,
  place: string,
  measure: Omit<ParsedArticle["measures"][number], "ref"> & { eventId: string },
): Promise<string> {
  const { tx, held, actor, now } = work;
  const slug = await freeSlug(work, { kind: "measure", eventId: measure.eventId }, measure.label);
  return placed(place, MEASURE_REFUSALS, async () =>
    defineMeasureInto(tx, held.chain, actor, parseInput(DefineMeasure, { ...UNSAID, ...measure, slug }), now),
  );
}

/** What an article does not say of a measure, and a person adds later. */
const UNSAID = {
  demographic: null,
  nationality: null,
  area: null,
  period: null,
  cause: "unspecified",
} as const satisfies Partial<DefineMeasure>;

function freeSlug({ tx }: Work, place: SlugPlace, name: string): Promise<string> {
  return findFreeSlug(place, slugOf(name, place.kind), tx);
}

async function register(
  { tx, register, actor, now }: Work,
  action: Action,
  subjectKind: "report" | "publication" | "claimant",
  { id, after }: { id: string; after: Parameters<typeof recordRevision>[3]["after"] },
): Promise<void> {
  const change = { at: now, action, subjectKind, subjectId: id, version: 1, after };
  await recordRevision(tx, register, actor, change);
}
