import type { CaseClaim, CaseClaimant } from "./case-shape";

/** Bodies before those that belong to them; who belongs to nobody on file keeps the order of the file. */
export function parentsFirst(claimants: readonly CaseClaimant[]): CaseClaimant[] {
  return afterWhatTheyName(claimants, ({ partOf }) => partOf);
}

/**
 * The order in which claims are logged: that of the file, which breaks ties of dates, but for two things. Our own
 * mistakes come first, since each is taken back before the right claim is logged (R27), and a relative figure after
 * the one that it points at.
 */
export function loggingOrder(claims: readonly CaseClaim[]): CaseClaim[] {
  const isMistake = ({ lifecycle }: CaseClaim) => lifecycle === "entry_error";
  const ordered = [...claims.filter(isMistake), ...claims.filter((claim) => !isMistake(claim))];
  return afterWhatTheyName(ordered, ({ quantity }) => quantity?.relativeTo ?? null);
}

/** The records in their order, but none before one that it names. A circle of names is broken at its first record. */
export function afterWhatTheyName<T extends { key: string }>(
  records: readonly T[],
  namedBy: (record: T) => string | null,
): T[] {
  const waiting = new Map(records.map((record) => [record.key, record]));
  const ordered: T[] = [];
  while (waiting.size > 0) {
    const rest = [...waiting.values()];
    const next = rest.find((record) => !waiting.has(namedBy(record) ?? "")) ?? rest[0];
    if (!next) break;
    waiting.delete(next.key);
    ordered.push(next);
  }
  return ordered;
}

export type Succession = { kind: "supersedes" | "replaces"; newer: string; older: string };

/**
 * Which claim took the place of which, in an order in which both are still current at each step: what a claim took the
 * place of comes before what took its own.
 */
export function successionsOf(claims: readonly CaseClaim[]): Succession[] {
  const links = claims.flatMap(({ key, supersedes, replaces }): Succession[] => [
    ...(supersedes === null ? [] : [{ kind: "supersedes" as const, newer: key, older: supersedes }]),
    ...(replaces === null ? [] : [{ kind: "replaces" as const, newer: key, older: replaces }]),
  ]);
  const taken = new Set<Succession>();
  const ordered: Succession[] = [];
  const take = (link: Succession) => {
    if (taken.has(link)) return;
    taken.add(link);
    for (const earlier of links.filter(({ newer }) => newer === link.older)) take(earlier);
    ordered.push(link);
  };
  for (const link of links) take(link);
  return ordered;
}
