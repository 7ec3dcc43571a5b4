import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Transaction } from "../db/client";
import { NotFound } from "../errors";
import { type HeldChain, holdChain } from "./record-revision";
import { REGISTER } from "./schema";

/**
 * Locks the chain in which the revisions of a record stand: that of its event, or else the register. `eventId` is null
 * for the register. Throws NotFound where there is no such record.
 */
export async function holdChainOf(
  tx: Transaction,
  kind: SubjectKind,
  id: string,
): Promise<{ chain: HeldChain; eventId: string | null }> {
  const place = await placeOf(tx, kind, id);
  if (!place) throw new NotFound(kind.replaceAll("_", " "));
  const chain = await holdChain(tx, place.eventId ?? REGISTER);
  if (!chain) throw new NotFound("event");
  return { chain, eventId: place.eventId };
}

type Place = { eventId: string | null };

/** Where a record stands; null where there is none. */
async function placeOf(tx: Transaction, kind: SubjectKind, id: string): Promise<Place | null> {
  const [where, eventId] = [{ id }, true] as const;
  const ofClaim = { claim: { select: { eventId } } } as const;
  switch (kind) {
    case "event":
      return (await tx.event.findUnique({ where })) && { eventId: id };
    case "measure":
      return tx.measure.findUnique({ where, select: { eventId } });
    case "claim":
      return tx.claim.findUnique({ where, select: { eventId } });
    case "correction":
      return tx.correction.findUnique({ where, select: { eventId } });
    case "attribution":
      return (await tx.attribution.findUnique({ where, select: ofClaim }))?.claim ?? null;
    case "proposal":
      return (await tx.proposal.findUnique({ where, select: ofClaim }))?.claim ?? null;
    case "error_report":
      return (await tx.errorReport.findUnique({ where, select: ofClaim }))?.claim ?? null;
    case "note": {
      const note = await tx.note.findUnique({ where });
      return note && placeOf(tx, note.subjectKind, note.subjectId);
    }
    case "claimant":
      return inRegister(await tx.claimant.findUnique({ where }));
    case "publication":
      return inRegister(await tx.publication.findUnique({ where }));
    case "report":
      return inRegister(await tx.report.findUnique({ where }));
    case "evidence_file":
      return inRegister(await tx.evidenceFile.findUnique({ where, select: { id: true } }));
    case "actor":
      return inRegister(await tx.actor.findUnique({ where }));
    default:
      return null;
  }
}

function inRegister(row: object | null): Place | null {
  return row && { eventId: null };
}
