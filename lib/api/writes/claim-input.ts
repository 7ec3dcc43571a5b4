import "server-only";
import { z } from "zod";
import type { AttributionInput, LogClaim } from "../../claims/schema";
import { db } from "../../db/client";
import { Invalid } from "../../errors";
import { DEFAULT_LOCALE } from "../../format/messages";
import { formatParseProblem, formatParseQuestion } from "../../format/quantity";
import { parseQuantity } from "../../quantity/parse";
import { BASES, CLAIM_TYPES, STANDINGS, TOPICS } from "../../vocabulary";
import { PublicId } from "../reads/define-read";
import { findMeasureId, idAt } from "./names";
import { type GivenAttribution, GivenDate, GivenQuantity, GivenWording, SlugName } from "./parts";

/** What is said of a claim, of either type. */
export const ClaimFields = z.strictObject({
  type: z.enum(CLAIM_TYPES),
  claimant: SlugName,
  measure: SlugName.nullable().optional().meta({ description: "Of a figure." }),
  quantity: GivenQuantity.optional(),
  relativeTo: PublicId.nullable().optional(),
  topic: z.enum(TOPICS).nullable().optional().meta({ description: "Of a statement." }),
  wording: GivenWording,
  basis: z.enum(BASES).optional(),
  standing: z.enum(STANDINGS).optional(),
  stated: GivenDate,
  asOf: GivenDate.nullable().optional(),
  eventTime: GivenDate.nullable().optional(),
  isForecast: z.boolean().optional(),
  isFromMemory: z.boolean().optional(),
});
type ClaimFields = z.output<typeof ClaimFields>;

/** The input of a command from what a program says of a claim: names become ids, and words a quantity (R1). */
export async function claimInput(eventId: string, claim: ClaimFields): Promise<LogClaim> {
  const { type, claimant, measure, quantity, relativeTo, topic, basis, standing, ...common } = claim;
  const said = {
    ...common,
    claimantId: await idAt("claimant", "claimant", claimant),
    basis: basis ?? "unstated",
    standing: standing ?? "reported",
  };
  if (type === "statement") return { ...said, type, topic } as unknown as LogClaim;

  const measureId = measure ? await findMeasureId(eventId, measure) : null;
  if (!measureId) throw new Invalid({ measure: "Choose a measure of this event." });
  return {
    ...said,
    type,
    measureId,
    quantity: quantity ?? (await readQuantity(measureId, claim)),
    relativeToId: await idAt("relativeTo", "claim", relativeTo ?? null),
  } as unknown as LogClaim;
}

async function readQuantity(measureId: string, { wording }: ClaimFields) {
  const { kinds, unit } = await db().measure.findUniqueOrThrow({
    where: { id: measureId },
    select: { kinds: true, unit: true },
  });
  const read = parseQuantity(wording.text, kinds, { language: wording.language, unit });
  if (read.state === "refused")
    throw new Invalid({ "wording.text": formatParseProblem(read, DEFAULT_LOCALE) });
  if (read.state === "ask") throw new Invalid({ quantity: formatParseQuestion(read, DEFAULT_LOCALE) });
  const { raw: _, ...quantity } = read.quantity;
  return quantity;
}

/** The way in which a report carries a claim, with ids for its names. `path`: where in the body it stands. */
export async function attributionInput(
  path: string,
  { report, viaReport, viaClaimant, ...attribution }: z.output<typeof GivenAttribution>,
): Promise<AttributionInput> {
  return {
    ...attribution,
    reportId: await idAt(`${path}report`, "report", report),
    viaReportId: await idAt(`${path}viaReport`, "report", viaReport),
    viaClaimantId: await idAt(`${path}viaClaimant`, "claimant", viaClaimant),
  };
}
