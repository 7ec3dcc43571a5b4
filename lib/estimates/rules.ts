import { Invalid } from "../errors";
import { formatParseProblem, formatParseQuestion } from "../format/quantity";
import { parseQuantity } from "../quantity/parse";
import type { Quantity } from "../quantity/quantity";
import type { Lifecycle, MeasureKind, Qualifier, RecordStatus, Standing, Verification } from "../vocabulary";

/** How an estimate may be worded: each says a number (R2). */
const ESTIMATE_QUALIFIERS: readonly Qualifier[] = [
  "exact",
  "about",
  "between",
  "at_least",
  "more_than",
  "up_to",
  "fewer_than",
];

/** Reads the words of an estimate as those of a claim are read; Invalid where they say no number, or two (R1, R10). */
export function readEstimate(
  raw: string,
  measure: { kinds: readonly MeasureKind[]; unit: string },
): Quantity {
  const parsed = parseQuantity(raw, measure.kinds, { language: "en", unit: measure.unit });
  if (parsed.state === "refused") throw new Invalid({ raw: formatParseProblem(parsed, "en") });
  if (parsed.state === "ask")
    throw new Invalid({
      raw: `${formatParseQuestion(parsed, "en")} Write it so that it can be read in one way only.`,
    });
  if (!ESTIMATE_QUALIFIERS.includes(parsed.quantity.qualifier))
    throw new Invalid({
      raw: "Write a number, such as “about 3,000”: a word alone says too little.",
    });
  return parsed.quantity;
}

/** What decides whether a claim can be an input of an estimate. */
export type InputClaim = {
  publicId: string;
  measureId: string | null;
  mergedIntoId: string | null;
  recordStatus: RecordStatus;
  lifecycle: Lifecycle;
  standing: Standing;
  verification: Verification;
};

/** R10: an estimate is made with published figures of its measure that stand. Throws Invalid with each that is not. */
export function assertInputs(claims: readonly InputClaim[], measureId: string): void {
  const problems = claims.flatMap((claim) => whyNoInput(claim, measureId) ?? []);
  if (problems.length > 0) throw new Invalid({ inputs: problems.join(" ") });
}

function whyNoInput(claim: InputClaim, measureId: string): string | null {
  const { publicId, lifecycle } = claim;
  if (claim.measureId !== measureId) return `Claim ${publicId} is no figure of this measure.`;
  if (claim.mergedIntoId !== null) return `Claim ${publicId} was found to be a duplicate.`;
  if (claim.recordStatus !== "published") return `Claim ${publicId} is not published.`;
  if (lifecycle !== "current") return `Claim ${publicId} ${ENDED[lifecycle]}.`;
  if (claim.standing === "disowned") return `Claim ${publicId} is disowned by its claimant.`;
  if (claim.verification === "refuted") return `Claim ${publicId} is refuted.`;
  return null;
}

const ENDED: Record<Exclude<Lifecycle, "current">, string> = {
  superseded: "was superseded by a later figure",
  replaced: "was replaced by another count",
  corrected: "was taken back as wrong by its claimant",
  retracted: "was retracted by its claimant",
  entry_error: "was logged by mistake",
};
