import type { Actor } from "../../../lib/auth/actor";
import { digestsJson, type FieldContent, GENESIS, hashWith, type Json } from "../../../lib/history/digest";
import type { Change } from "../../../lib/history/record-revision";
import { type Draw, idAt } from "./draw";
import { type Tables, Written } from "./tables";

/** A change, and who made it. */
export type Made = { actor: Actor; change: Change };

/** The end of a chain that is being written. */
export type Chain = { id: string; length: number; headHash: string };

export function newChain(id: string): Chain {
  return { id, length: 0, headHash: GENESIS };
}

/** Seals changes to the end of a chain, in the order of their dates, as recordRevision would have. */
export function keepHistory(tables: Tables, chain: Chain, made: readonly Made[], draw: Draw): void {
  for (const { actor, change } of made.toSorted((a, b) => a.change.at.getTime() - b.change.at.getTime())) {
    const fields = changedFields(change.before ?? {}, change.after, draw);
    const { at, action, subjectKind, subjectId, version } = change;
    const sealed = {
      chainId: chain.id,
      number: chain.length + 1,
      at,
      actorId: actor.id,
      actorRole: actor.role,
      action,
      subjectKind,
      subjectId,
      version,
      previousHash: chain.headHash,
    };
    const digests = digestsJson(fields);
    const hash = hashWith(sealed, digests);
    const id = idAt(at.getTime(), draw);
    tables.put("revision", { id, ...sealed, digests: new Written(digests), hash });
    tables.put("revision_content", { revisionId: id, fields });
    chain.length = sealed.number;
    chain.headHash = hash;
  }
}

function changedFields(
  before: Record<string, Json>,
  after: Record<string, Json>,
  draw: Draw,
): Record<string, FieldContent> {
  const fields: Record<string, FieldContent> = {};
  for (const [name, value] of Object.entries(after)) {
    const old = before[name] ?? null;
    if (old === value || JSON.stringify(old) === JSON.stringify(value)) continue;
    fields[name] = { before: old, after: value, salt: draw.hex(22) };
  }
  return fields;
}
