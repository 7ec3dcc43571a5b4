import "server-only";
import type { Actor } from "../auth/actor";
import { fieldsOf, valuesOf } from "../claims/claim-row";
import { checkEdited, type HeldClaim, writeEdited } from "../claims/edit-claim";
import { assertMayEdit } from "../claims/may-change";
import { EditedClaim } from "../claims/schema";
import type { Transaction } from "../db/client";
import { parseInput } from "../forms/parse-input";
import type { FieldContent, Json } from "../history/digest";
import { CannotGoOn } from "./take-up";

/**
 * Gives a claim the values again that it had before an import changed it, as an edit with its revision. To the import
 * that had made the claim it is then as that one left it.
 */
export async function setBack(
  tx: Transaction,
  held: Pick<HeldClaim, "chain" | "event">,
  actor: Actor,
  importId: string,
  claimId: string,
  version: number,
  now: Date,
): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId } });
  assertMayEdit(actor, claim);
  const revision = await tx.revision.findFirst({
    where: { subjectKind: "claim", subjectId: claimId, version, action: "claim.edited" },
    select: { content: { select: { fields: true } } },
  });
  const changed = (revision?.content?.fields ?? {}) as Record<string, FieldContent | null>;
  const before: Record<string, Json> = { ...fieldsOf(valuesOf(claim)) };
  for (const [name, content] of Object.entries(changed)) {
    if (content === null)
      throw new CannotGoOn(`What claim ${claim.publicId} said before was removed from its history.`);
    before[name] = content.before;
  }
  const values = parseInput(EditedClaim, toInput(before));
  await checkEdited(tx, { ...held, claim }, values);
  const next = await writeEdited(tx, { ...held, claim }, actor, "claim.edited", values, now);
  const earlier = await tx.importedRecord.findFirst({
    where: { recordId: claimId, importId: { not: importId }, version: { lt: version } },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (earlier) await tx.importedRecord.update({ where: { id: earlier.id }, data: { version: next } });
}

/** The fields of a history as a form gives them. */
function toInput({
  stated,
  statedZone,
  asOf,
  asOfZone,
  eventTime,
  eventTimeZone,
  ...rest
}: Record<string, Json>): unknown {
  const date = (edtf: Json | undefined, zone: Json | undefined) => (edtf == null ? null : { edtf, zone });
  return {
    ...rest,
    stated: date(stated, statedZone),
    asOf: date(asOf, asOfZone),
    eventTime: date(eventTime, eventTimeZone),
  };
}
