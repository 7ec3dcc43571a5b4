import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTheWay } from "../claims/check-claim";
import { toQuantity } from "../claims/figures";
import { SAME_CLAIM_MS } from "../claims/twins";
import { parseEdtf } from "../dates/edtf";
import { db } from "../db/client";
import type { Candidate, SaidDate } from "../extraction/types";
import type { Quantity } from "../quantity/quantity";
import { numberKey } from "../quantity/worded-numbers";
import { type NamedClaimant, rankClaimants } from "./rank-claimants";
import { rankMeasures } from "./rank-measures";
import { meantClaimant } from "./review-form";
import type { ArticleMatches, CandidateMatch, ClaimMatch, MeasureMatch } from "./types";

// Of one event; beyond, a person finds the rest by name.
const CLAIMANTS_MAX = 1000;
const MEASURES_MAX = 500;
const CLAIMS_MAX = 2000;

/**
 * What is on file of what each candidate says, in their order. Five queries, whatever the article holds. Claims are
 * those that may be the same: of the best claimant and measure, with the same number (R27, R28); logging tells exactly.
 * `publication`: the name of the article's own.
 */
export async function matchCandidates(
  actor: Actor,
  eventId: string,
  candidates: readonly Candidate[],
  publication: string,
): Promise<ArticleMatches> {
  authorise(actor, "claim:log");
  const meant = candidates.map((candidate) => meantClaimant(candidate, publication));
  const vias = candidates.flatMap(({ via }) => via?.text ?? []);
  const names = [...meant.map(({ name }) => name), ...vias];
  const [claimants, measures] = await Promise.all([listClaimants(eventId, names), listMeasures(eventId)]);
  const ranked = new Map([...new Set(names)].map((name) => [name, rankClaimants(name, claimants)]));
  const kinds = new Map(claimants.map(({ id, kind }) => [id, kind]));
  const claimantsOf = (candidate: Candidate, at: number) => {
    const { name = "", kind } = meant[at] ?? {};
    const found = ranked.get(name) ?? [];
    if (candidate.claimant && kind !== "unnamed") return found;
    // The outlet itself, or whom it does not name (R17), is not whoever has a part of that name.
    return found.filter(({ id, why }) => kinds.get(id) === kind && (why === "same_name" || why === "alias"));
  };
  const matches = candidates.map((candidate, at) => ({
    claimants: claimantsOf(candidate, at),
    vias: ranked.get(candidate.via?.text ?? "") ?? [],
    measures: candidate.type === "figure" ? rankMeasures(candidate, measures) : [],
  }));
  const claims = await listClaims(
    eventId,
    matches.flatMap(({ claimants: [best] }) => best?.id ?? []),
  );
  const found = matches.map((match, at) => withClaims(match, candidates[at], claims));
  const known = claimants.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
  return { matches: found, claimants: known, measures };
}

/** With the claims on file that a figure may be; where there are some, their measure is the one meant. */
function withClaims(
  match: Omit<CandidateMatch, "claims">,
  candidate: Candidate | undefined,
  claims: Awaited<ReturnType<typeof listClaims>>,
): CandidateMatch {
  const [claimant] = match.claimants;
  if (candidate?.type !== "figure" || !claimant) return { ...match, claims: [] };
  const key = keyOf(candidate.quantity);
  const same = claims.filter(
    (claim) =>
      claim.claimantId === claimant.id &&
      claim.key === key &&
      match.measures.some(({ id }) => id === claim.measureId) &&
      isNear(candidate.stated, claim.match),
  );
  const isOf = ({ id }: MeasureMatch) => Number(same[0]?.measureId === id);
  const measures = [...match.measures].sort((a, b) => isOf(b) - isOf(a));
  const here = same.filter(({ measureId }) => measureId === measures[0]?.id);
  return { ...match, measures, claims: here.map(({ match: one }) => one) };
}

/** Stated within three days of each other (R28); of what an article gives without a date, nobody knows. */
function isNear(stated: SaidDate | null, { statedEdtf, statedZone }: ClaimMatch): boolean {
  const said = stated && parseEdtf(stated.edtf, statedZone);
  const known = parseEdtf(statedEdtf, statedZone);
  if (!said?.ok || !known.ok) return true;
  const [a, b] = [said.date, known.date];
  return Math.max(a.earliest - b.latest, b.earliest - a.latest) <= SAME_CLAIM_MS;
}

/** The same for two figures that say the same number, or the same word. */
function keyOf(quantity: Quantity): string {
  return numberKey(quantity) ?? `${quantity.qualifier} ${quantity.low} ${quantity.high}`;
}

/** Claimants that the event knows, and those on file under one of the names. */
async function listClaimants(eventId: string, names: readonly string[]): Promise<NamedClaimant[]> {
  const plain = [...new Set(names.flatMap((name) => [name, name.replace(/^the\s+/i, "")]))];
  const called = plain.map((name) => ({ equals: name, mode: "insensitive" as const }));
  const ofEvent = { OR: [{ parties: { some: { eventId } } }, { claims: { some: { eventId } } }] };
  const select = { id: true, name: true, kind: true, aliases: { select: { name: true } } } as const;
  const [known, named] = await Promise.all([
    db().claimant.findMany({ where: { mergedIntoId: null, ...ofEvent }, select, take: CLAIMANTS_MAX }),
    db().claimant.findMany({
      where: {
        mergedIntoId: null,
        OR: called.flatMap((name) => [{ name }, { aliases: { some: { name } } }]),
      },
      select,
      take: CLAIMANTS_MAX,
    }),
  ]);
  const rows = new Map([...named, ...known].map((row) => [row.id, row]));
  const here = new Set(known.map(({ id }) => id));
  return [...rows.values()].map(({ id, name, kind, aliases }) => ({
    id,
    name,
    kind,
    aliases: aliases.map((alias) => alias.name),
    isOfEvent: here.has(id),
  }));
}

async function listMeasures(eventId: string): Promise<MeasureMatch[]> {
  return db().measure.findMany({
    where: { eventId, mergedIntoId: null },
    select: { id: true, label: true, kinds: true, unit: true, personClass: true, total: true },
    orderBy: { position: "asc" },
    take: MEASURES_MAX,
  });
}

async function listClaims(eventId: string, claimantIds: readonly string[]) {
  const rows = await db().claim.findMany({
    where: {
      eventId,
      claimantId: { in: [...new Set(claimantIds)] },
      type: "figure",
      mergedIntoId: null,
      ...inTheWay,
    },
    select: {
      id: true,
      publicId: true,
      claimantId: true,
      measureId: true,
      claimant: { select: { name: true } },
      wording: true,
      qualifier: true,
      low: true,
      high: true,
      central: true,
      reading: true,
      statedEdtf: true,
      statedZone: true,
    },
    orderBy: { number: "desc" },
    take: CLAIMS_MAX,
  });
  return rows.map(
    ({ id, publicId, claimantId, measureId, claimant, wording, statedEdtf, statedZone, ...figure }) => {
      const quantity = toQuantity({ wording, ...figure });
      const match: ClaimMatch = {
        id,
        publicId,
        claimantName: claimant.name,
        wording,
        statedEdtf,
        statedZone,
      };
      return { claimantId, measureId, key: quantity && keyOf(quantity), match };
    },
  );
}
