import { randomBytes } from "node:crypto";
import type { Actor } from "../../lib/auth/actor";
import type { LogClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { newPublicId } from "../../lib/db/public-id";

let number = 1_000_000;

/**
 * The rows of one logged claim in one transaction, with no rule, no lock asked for and no history sealed: the claim,
 * its attribution, two revisions with their contents, and the head of the chain. For comparison alone.
 */
export async function writeBare(eventId: string, input: LogClaim, actor: Actor): Promise<void> {
  if (input.type !== "figure") return;
  const own = number++;
  const now = new Date();
  const day = new Date("2026-05-04T00:00:00Z");
  await db().$transaction(
    async (tx) => {
      const { id } = await tx.claim.create({
        data: {
          publicId: newPublicId(),
          number: own,
          eventId,
          claimantId: input.claimantId,
          measureId: input.measureId,
          type: "figure",
          wording: input.wording.text,
          wordingLanguage: "en",
          ...input.quantity,
          basis: "unstated",
          lane: "count",
          standing: "reported",
          statedEdtf: "2026-05-04",
          statedEarliest: day,
          statedLatest: day,
          statedZone: "UTC",
          loggedAt: now,
          statusSince: now,
          loggedById: actor.id,
        },
        select: { id: true },
      });
      const reportId = input.attributions[0]?.reportId ?? "";
      const attribution = await tx.attribution.create({
        data: { claimId: id, reportId, carries: "paraphrase", createdAt: now },
        select: { id: true },
      });
      const subjects = [
        { subjectKind: "claim", subjectId: id, action: "claim.logged" },
        { subjectKind: "attribution", subjectId: attribution.id, action: "attribution.attached" },
      ] as const;
      for (const [at, subject] of subjects.entries()) {
        const hash = randomBytes(32).toString("hex");
        await tx.revision.create({
          data: {
            ...subject,
            chainId: eventId,
            number: own * 2 + at,
            at: now,
            actorId: actor.id,
            actorRole: actor.role,
            version: 1,
            digests: {},
            previousHash: hash,
            hash,
            content: { create: { fields: {} } },
          },
        });
        await tx.chain.update({ where: { id: eventId }, data: { headHash: hash } });
      }
    },
    { maxWait: 10_000, timeout: 15_000 },
  );
}

/** The value below which so many percent of all lie; 0 of none. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
