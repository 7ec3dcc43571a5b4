import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";
import type { Lifecycle, Qualifier, RecordStatus, Topic } from "../vocabulary";

/** A claim in the list of its event's claims on the desk. */
export type DeskEventClaim = {
  id: string;
  publicId: string;
  claimant: string;
  /** Null for a statement. */
  measureId: string | null;
  topic: Topic | null;
  qualifier: Qualifier | null;
  wording: string;
  language: string;
  stated: UncertainDate | null;
  recordStatus: RecordStatus;
  lifecycle: Lifecycle;
  /** The public id of the claim that it was found to be a duplicate of. */
  mergedInto: string | null;
};

/** As many as a split can move at once. */
const CLAIMS_MAX = 2000;

/** The claims of an event of every record status and lifecycle, as they were logged. */
export async function listEventClaims(actor: Actor, eventId: string): Promise<DeskEventClaim[]> {
  authorise(actor, "claim:log");
  const rows = await db().claim.findMany({
    where: { eventId },
    orderBy: { number: "asc" },
    take: CLAIMS_MAX,
    select: {
      id: true,
      publicId: true,
      claimant: { select: { name: true } },
      measureId: true,
      topic: true,
      qualifier: true,
      wording: true,
      wordingLanguage: true,
      statedEdtf: true,
      statedEarliest: true,
      statedLatest: true,
      statedZone: true,
      recordStatus: true,
      lifecycle: true,
      mergedInto: { select: { publicId: true } },
    },
  });
  return rows.map(
    ({
      claimant,
      wordingLanguage,
      statedEdtf,
      statedEarliest,
      statedLatest,
      statedZone,
      mergedInto,
      ...row
    }) => ({
      ...row,
      mergedInto: mergedInto?.publicId ?? null,
      claimant: claimant.name,
      language: wordingLanguage,
      stated: dateFrom(statedEdtf, statedEarliest, statedLatest, statedZone),
    }),
  );
}
