import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { HeldClaim } from "../claims/edit-claim";
import { ATTRIBUTION_REFUSALS, attach } from "../claims/log-claim";
import { assertMayAttach } from "../claims/may-change";
import { holdClaim, publishAttributions } from "../claims/move-claim";
import type { ParsedAttribution } from "../claims/schema";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid } from "../errors";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { keepViaProposals } from "../links/keep-via-proposals";
import { AttachReport } from "./schema";

/**
 * Attaches one more report that carries a claim (R27). Returns the attribution's id. On a published claim an editor
 * makes it public at once. The version is that of the claim, which an attached report leaves as it is.
 */
export async function attachReport(actor: Actor, input: AttachReport, now: Date): Promise<string> {
  authorise(actor, "report:attach");
  const { claimId, version, attribution, reason } = parseInput(AttachReport, input);

  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const held = await holdClaim(tx, claimId, version);
      assertMayAttach(actor, held.claim);
      return attachToHeld(tx, held, actor, attribution, reason, now);
    }),
  );
}

/** What the database says where two attach the same at once, or a record is gone. */
export const REFUSALS: Refusals = {
  ...ATTRIBUTION_REFUSALS,
  attribution_claim_report_locator_key: "This report carries the claim at this place already: edit that.",
};

/** Attaches a report to a held claim, in public where the claim is. Returns the attribution's id. */
export async function attachToHeld(
  tx: Transaction,
  held: HeldClaim,
  actor: Actor,
  attribution: ParsedAttribution,
  reason: string | null,
  now: Date,
): Promise<string> {
  const { chain, event, claim } = held;
  await checkAttribution(tx, claim.id, attribution, null);
  const id = await attach(tx, chain, actor, claim.id, attribution, now, reason);
  if (claim.recordStatus !== "published") return id;
  await publishAttributions(tx, chain, actor, claim.id, now);
  await keepViaProposals(tx, event.id, now);
  await tellReadersOf(tx, [event.id], now);
  return id;
}

/** Whether a report can carry a claim so: all that it names is on file, and it does not do so already. */
export async function checkAttribution(
  tx: Transaction,
  claimId: string,
  { reportId, viaReportId, viaClaimantId, locator }: ParsedAttribution,
  id: string | null,
): Promise<void> {
  if (!(await tx.report.findUnique({ where: { id: reportId } })))
    throw new Invalid({ "attribution.reportId": "This report is not on file: choose it again." });
  if (viaReportId === reportId)
    throw new Invalid({ "attribution.viaReportId": "A report cannot have had a claim from itself." });
  if (viaReportId !== null && !(await tx.report.findUnique({ where: { id: viaReportId } })))
    throw new Invalid({ "attribution.viaReportId": "This report is not on file: choose it again." });
  if (viaClaimantId !== null && !(await tx.claimant.findUnique({ where: { id: viaClaimantId } })))
    throw new Invalid({ "attribution.viaClaimantId": "This claimant is not on file: choose it again." });
  const twin = await tx.attribution.findFirst({
    where: { claimId, reportId, locator, ...(id && { id: { not: id } }) },
  });
  if (twin) throw new Conflict("This report carries the claim at this place already: edit that.");
}
