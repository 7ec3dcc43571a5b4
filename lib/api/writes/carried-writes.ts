import "server-only";
import { z } from "zod";
import { assessClaim } from "../../assessments/assess-claim";
import { attachReport } from "../../attributions/attach-report";
import { editAttribution } from "../../attributions/edit-attribution";
import { db } from "../../db/client";
import { NotFound } from "../../errors";
import { EVIDENCE_KINDS, EVIDENCE_STANCES, VERIFICATIONS } from "../../vocabulary";
import { PublicId } from "../reads/define-read";
import { attributionInput } from "./claim-input";
import { claimParams, claimTold } from "./claim-writes";
import { defineWrite, type Told } from "./define-write";
import { getId, idAt } from "./names";
import { GivenAttribution, NullableText, Text } from "./parts";

export const postAttribution = defineWrite({
  method: "POST",
  path: "/claims/{id}/attributions",
  id: "attachReport",
  tag: "claims",
  summary: "Attaches one more report that carries a claim (R27).",
  scope: "log",
  params: claimParams,
  body: z.strictObject({ attribution: GivenAttribution, reason: NullableText.default(null) }),
  status: 201,
  needsVersion: true,
  async run({ params, body: { attribution, reason }, actor, version, now }) {
    const claimId = await getId("claim", params.id);
    const input = await attributionInput("attribution.", attribution);
    return told(await attachReport(actor, { claimId, version, attribution: input, reason }, now));
  },
});

export const patchAttribution = defineWrite({
  method: "PATCH",
  path: "/attributions/{id}",
  id: "editAttribution",
  tag: "claims",
  summary: "Changes how a report carries a claim: what is sent takes the place of all that was said.",
  scope: "log",
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ attribution: GivenAttribution, reason: NullableText.default(null) }),
  status: 200,
  needsVersion: true,
  async run({ params: { id }, body: { attribution, reason }, actor, version, now }) {
    if (!(await db().attribution.findUnique({ where: { id }, select: { id: true } })))
      throw new NotFound("attribution");
    const input = await attributionInput("attribution.", attribution);
    await editAttribution(actor, { id, version, attribution: input, reason }, now);
    return told(id);
  },
});

export const postAssessment = defineWrite({
  method: "POST",
  path: "/claims/{id}/assessments",
  id: "assessClaim",
  tag: "claims",
  summary: "Says with a reason whether evidence supports a published claim. It is public at once.",
  scope: "review",
  params: claimParams,
  body: z.strictObject({
    status: z.enum(VERIFICATIONS),
    reason: Text,
    whatWouldChange: NullableText.default(null),
    corroborating: PublicId.nullable().default(null),
    overrideReason: NullableText.default(null),
    evidence: z
      .array(
        z.strictObject({
          kind: z.enum(EVIDENCE_KINDS),
          stance: z.enum(EVIDENCE_STANCES),
          report: PublicId.nullable().default(null),
          url: NullableText.default(null),
          archiveUrl: NullableText.default(null),
          note: Text,
        }),
      )
      .max(50)
      .default([]),
  }),
  status: 201,
  needsVersion: true,
  async run({ params, body: { corroborating, evidence, ...said }, actor, version, now }) {
    const claimId = await getId("claim", params.id);
    const items = evidence.map(async ({ report, ...one }, at) => ({
      ...one,
      reportId: await idAt(`evidence.${at}.report`, "report", report),
    }));
    const corroboratingId = await idAt("corroborating", "claim", corroborating);
    const input = { ...said, claimId, version, corroboratingId, evidence: await Promise.all(items) };
    await assessClaim(actor, input, now);
    return claimTold(claimId);
  },
});

async function told(id: string): Promise<Told> {
  const { version, claim } = await db().attribution.findUniqueOrThrow({
    where: { id },
    select: { version: true, claim: { select: { publicId: true } } },
  });
  const path = `/claims/${claim.publicId}`;
  return { id, version, path: `${path}/attributions`, desk: `${path}/attributions/${id}` };
}
