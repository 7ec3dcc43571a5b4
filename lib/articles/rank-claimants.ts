import type { ClaimantKind } from "../vocabulary";
import { nameWords } from "./name-words";
import type { ClaimantMatch } from "./types";

/** A claimant on file as far as its name is looked at. */
export type NamedClaimant = {
  id: string;
  name: string;
  kind: ClaimantKind;
  aliases: readonly string[];
  isOfEvent: boolean;
};

const MATCHES_MAX = 5;

type Found = { claimant: NamedClaimant; why: ClaimantMatch["why"]; rank: number; isOneOfSeveral: boolean };

/**
 * The claimants that a name in an article may mean, the best first, at most five: the same name or an alias, then names of
 * which one holds all the words of the other, those of the event first; a person by the full name or the last. A part of a
 * name that several have tells none of them. `name`: as the article gives it.
 */
export function rankClaimants(name: string, claimants: readonly NamedClaimant[]): ClaimantMatch[] {
  const words = nameWords(name);
  if (words.length === 0) return [];
  const found = claimants.flatMap((claimant) => reasonFor(words, claimant) ?? []);
  found.sort((a, b) => b.rank - a.rank || Number(b.claimant.isOfEvent) - Number(a.claimant.isOfEvent));
  const [best, second] = found;
  const isTied = best?.isOneOfSeveral && second?.rank === best.rank;
  if (isTied) return [];
  return found
    .slice(0, MATCHES_MAX)
    .map(({ claimant, why }) => ({ id: claimant.id, name: claimant.name, why }));
}

const OF_THIS_EVENT = 1000;

function reasonFor(words: readonly string[], claimant: NamedClaimant): Found | null {
  const own = nameWords(claimant.name);
  const named = { claimant, isOneOfSeveral: false };
  if (isSame(words, own)) return { ...named, why: "same_name", rank: 4 * OF_THIS_EVENT };
  const aliases = claimant.aliases.map(nameWords);
  if (aliases.some((alias) => isSame(words, alias)))
    return { ...named, why: "alias", rank: 3 * OF_THIS_EVENT };

  const why = claimant.isOfEvent ? "of_this_event" : "part_of_name";
  const base = claimant.isOfEvent ? OF_THIS_EVENT : 0;
  const names = [own, ...aliases];
  // The article says more: "Defence Minister Ana Ruiz". The longest name that it holds is the one meant.
  const held = Math.max(0, ...names.filter((other) => holds(words, other)).map(({ length }) => length));
  if (held > 0) return { ...named, why, rank: base + 100 + held };
  if (names.some((other) => isPart(words, other, claimant.kind)))
    return { claimant, why, rank: base, isOneOfSeveral: true };
  return null;
}

/** The article says less: "the defence ministry", or of a person the last name. */
function isPart(words: readonly string[], name: readonly string[], kind: ClaimantKind): boolean {
  // R17: an unnamed claimant is that of one publication, known by all of its name.
  if (kind === "unnamed") return false;
  const last = name.at(-1) ?? "";
  return holds(name, words) && (kind !== "person" || words.includes(last));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && holds(a, b);
}

function holds(long: readonly string[], short: readonly string[]): boolean {
  return short.length > 0 && short.every((word) => long.includes(word));
}
