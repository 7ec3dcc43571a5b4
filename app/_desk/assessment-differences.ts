import type { AssessmentValues } from "@/lib/assessments/desk-assessment-values";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import { translator } from "@/lib/format/messages";
import type { FieldDifference, Typed } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { VERIFICATIONS } from "@/lib/vocabulary";
import { readAssessment, typedAssessment } from "./assessment-typed";

/**
 * R33: what a colleague assessed meanwhile beside what was typed, in words; and how the claim itself reads now, where
 * that is not how it was read.
 */
export function assessmentDifferences(
  fields: FormTexts,
  claim: DeskClaim,
  newest: AssessmentValues | null,
  locale: string,
): FieldDifference[] {
  const t = translator(locale);
  const [read, now] = [fields.raw("readClaim"), claimRead(claim)];
  const ofClaim =
    read === now
      ? []
      : [{ field: "readClaim", label: t("desk.assess.claim"), mine: read, theirs: now, theirsValue: now }];
  // What was on file before is no difference: it is what was to be assessed anew.
  if (!newest || String(newest.number) === fields.raw("readNumber")) return ofClaim;

  const theirs = typedAssessment(newest);
  const wordOf = (code: string) => {
    const status = VERIFICATIONS.find((one) => one === code);
    return status ? t(`verification.${status}.label`) : "";
  };
  const compared: [field: string, label: string, tell: (typed: Typed) => string][] = [
    ["status", t("desk.assess.status"), (typed) => wordOf(first(typed, "status"))],
    ["reason", t("desk.assess.reason"), (typed) => first(typed, "reason")],
    ["whatWouldChange", t("desk.assess.whatWouldChange"), (typed) => first(typed, "whatWouldChange")],
  ];
  const pieces = { mine: readAssessment(fields).assessment.evidence, theirs: newest.evidence };
  const [mineTold, theirsTold] = [tellEvidence(pieces.mine, locale), tellEvidence(pieces.theirs, locale)];
  return [
    ...ofClaim,
    ...compared.map(([field, label, tell]) => ({
      field,
      label,
      mine: tell(fields.typed),
      theirs: tell(theirs),
      theirsValue: first(theirs, field),
    })),
    { field: "evidence", label: t("desk.assess.evidence"), mine: mineTold, theirs: theirsTold },
  ].filter(({ mine, theirs: other }) => mine !== other);
}

/** How the claim reads: what was seen when the form was opened. */
export function claimRead({ values, claimant, measure }: DeskClaim): string {
  return [values.wording.text, measure?.label, claimant.name].filter(Boolean).join(", ");
}

type Piece = Pick<AssessmentValues["evidence"][number], "kind" | "stance" | "note">;

function tellEvidence(pieces: readonly Piece[], locale: string): string {
  const t = translator(locale);
  return pieces
    .map(({ kind, stance, note }) => {
      const words = [kind && t(`evidenceKind.${kind}.label`), stance && t(`evidenceStance.${stance}.label`)];
      return `${words.filter(Boolean).join(", ")}: ${note.trim()}`;
    })
    .join("\n");
}

function first(typed: Typed, name: string): string {
  return (typed[name]?.[0] ?? "").replaceAll("\r\n", "\n").trim();
}
