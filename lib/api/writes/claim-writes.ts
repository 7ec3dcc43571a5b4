import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { amendClaim } from "../../claims/amend-claim";
import { toInput, valuesOf } from "../../claims/claim-row";
import { editClaim } from "../../claims/edit-claim";
import { logClaim } from "../../claims/log-claim";
import { db } from "../../db/client";
import { NotFound } from "../../errors";
import { DOWNWARD_REASONS } from "../../vocabulary";
import { PublicId } from "../reads/define-read";
import { attributionInput, ClaimFields, claimInput } from "./claim-input";
import { defineWrite, type Told } from "./define-write";
import { idAt } from "./names";
import { GivenAttribution, NullableText, noParams, SlugName, Text } from "./parts";

const tag = "claims";
export const claimParams = z.strictObject({ id: PublicId });

const Answer = z
  .strictObject({
    kind: z.enum(["duplicate_of", "supersedes"]),
    claim: PublicId,
    answer: z.enum(["yes", "no", "unsure"]),
    downwardReason: z.enum(DOWNWARD_REASONS).nullable().default(null),
    note: NullableText.default(null),
  })
  .meta({ description: "What a person says of a claim on file that may be the same, or the one before." });

export const postClaim = defineWrite({
  method: "POST",
  path: "/claims",
  id: "logClaim",
  tag,
  summary: "Logs a claim as a draft, with the reports that carry it.",
  scope: "log",
  params: noParams,
  body: ClaimFields.extend({
    event: SlugName,
    attributions: z.array(GivenAttribution).max(500).default([]),
    answers: z.array(Answer).max(50).default([]),
  }),
  status: 201,
  needsVersion: false,
  async run({ body: { event, attributions, answers, ...claim }, actor, idempotencyKey, now }) {
    const eventId = await idAt("event", "event", event);
    const carried = attributions.map((one, at) => attributionInput(`attributions.${at}.`, one));
    const answered = answers.map(async ({ claim: publicId, ...answer }, at) => ({
      ...answer,
      claimId: await idAt(`answers.${at}.claim`, "claim", publicId),
    }));
    const id = await logClaim(
      actor,
      {
        ...(await claimInput(eventId, claim)),
        eventId,
        attributions: await Promise.all(carried),
        answers: await Promise.all(answered),
        submissionId: idempotencyKey && uuidOf(idempotencyKey),
      } as Parameters<typeof logClaim>[1],
      now,
    );
    return claimTold(id);
  },
});

/** A claim on file, as far as an edit begins with it. */
async function getStored(publicId: string) {
  const row = await db().claim.findUnique({
    where: { publicId },
    include: { measure: true, claimant: true, relativeTo: true },
  });
  if (!row) throw new NotFound("claim");
  return row;
}

type Changes = Partial<z.output<typeof ClaimFields>>;

/** The whole of a claim after changes to a part of it. */
async function changedClaim(row: Awaited<ReturnType<typeof getStored>>, changes: Changes) {
  const {
    measureId: _,
    relativeToId: __,
    claimantId: ___,
    ...stored
  } = toInput(valuesOf(row)) as never as Record<string, unknown>;
  const named = {
    claimant: row.claimant.slug,
    measure: row.measure?.slug ?? null,
    relativeTo: row.relativeTo?.publicId ?? null,
  };
  // Other words are another figure: it is read anew, unless it is sent along.
  const isReworded = changes.wording !== undefined && changes.wording.text !== row.wording;
  const figure = isReworded || changes.measure !== undefined ? { quantity: undefined } : {};
  return claimInput(row.eventId, ClaimFields.parse({ ...stored, ...named, ...figure, ...changes }));
}

const ClaimChanges = ClaimFields.partial().omit({ type: true });

export const patchClaim = defineWrite({
  method: "PATCH",
  path: "/claims/{id}",
  id: "editClaim",
  tag,
  summary: "Changes what is sent of a claim before its publication, and leaves the rest as it is.",
  scope: "log",
  params: claimParams,
  body: ClaimChanges,
  status: 200,
  needsVersion: true,
  async run({ params, body, actor, version, now }) {
    const row = await getStored(params.id);
    const claim = await changedClaim(row, body);
    await editClaim(actor, { id: row.id, version, claim } as Parameters<typeof editClaim>[1], now);
    return claimTold(row.id);
  },
});

export const postAmendment = defineWrite({
  method: "POST",
  path: "/claims/{id}/amend",
  id: "amendClaim",
  tag,
  summary: "Corrects our record of a published claim in the open: its old values stay readable.",
  scope: "review",
  params: claimParams,
  body: ClaimChanges.extend({ reason: Text }),
  status: 200,
  needsVersion: true,
  async run({ params, body: { reason, ...changes }, actor, version, now }) {
    const row = await getStored(params.id);
    const claim = await changedClaim(row, changes);
    await amendClaim(actor, { id: row.id, version, claim, reason } as Parameters<typeof amendClaim>[1], now);
    return claimTold(row.id);
  },
});

export async function claimTold(id: string): Promise<Told> {
  const { publicId, version, recordStatus } = await db().claim.findUniqueOrThrow({
    where: { id },
    select: { publicId: true, version: true, recordStatus: true },
  });
  return {
    id: publicId,
    version,
    recordStatus,
    path: `/claims/${publicId}`,
    desk: `/claims/${publicId}`,
  };
}

/** The same id whenever the same request comes: what was logged before an answer was lost is not logged again. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
