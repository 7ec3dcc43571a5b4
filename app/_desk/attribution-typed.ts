import { attributionValues } from "@/lib/claims/claim-form";
import type { DeskAttribution, DeskReport } from "@/lib/claims/desk-claims";
import type { AttributionInput } from "@/lib/claims/schema";
import { Invalid } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import type { FieldDifference, Typed } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import type { DownwardReason } from "@/lib/vocabulary";

const CHOSEN = ["reportId", "viaReportId", "viaClaimantId"] as const;

/**
 * What the form of an attribution says. A name that was typed and not chosen is no choice. What no field tells, the
 * qualifier of a report's own figure, stays for as long as that figure does.
 */
export function attributionInput(
  fields: FormTexts,
  locale: string,
  stored?: DeskAttribution["values"],
): AttributionInput {
  const t = translator(locale);
  const open = CHOSEN.filter(
    (name) => fields.text(name) === null && (name === "reportId" || fields.text(`${name}Label`) !== null),
  );
  const values = attributionValues(fields);
  if (open.length > 0 || !values)
    throw new Invalid(Object.fromEntries(open.map((name) => [name, t(`desk.log.choose.${name}`)])));
  const isKept = values.drift !== null && values.drift.raw === stored?.drift?.raw;
  return {
    ...values,
    drift: isKept ? stored?.drift : values.drift,
    downwardReason: fields.text("downwardReason") as DownwardReason | null,
  };
}

/** An attribution as its form holds it. */
export function typedAttribution({ values, report, viaReport, viaClaimant }: DeskAttribution): Typed {
  const { passage } = values;
  const plain: Record<string, string | null | undefined> = {
    reportId: values.reportId,
    reportIdLabel: reportName(report),
    carries: values.carries,
    viaReportId: values.viaReportId,
    viaReportIdLabel: viaReport && reportName(viaReport),
    viaClaimantId: values.viaClaimantId,
    viaClaimantIdLabel: viaClaimant?.name,
    locator: textOf(values.locator),
    passage: passage?.text,
    passageLanguage: passage?.language,
    passageTranslation: textOf(passage?.translation),
    passageTranslatedBy: textOf(passage?.translatedBy),
    driftRaw: values.drift?.raw,
    misreport: textOf(values.misreport),
    downwardReason: values.downwardReason,
  };
  return Object.fromEntries(
    Object.entries(plain).flatMap(([name, value]) => (value ? [[name, [value]]] : [])),
  );
}

// The schema takes any blank where it takes a text, so that its input has no type of its own.
function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function reportName({ title, publicationName }: DeskReport): string {
  return [publicationName, title].filter(Boolean).join(": ");
}

const COMPARED = [
  "reportId",
  "carries",
  "viaReportId",
  "viaClaimantId",
  "passage",
  "passageLanguage",
  "passageTranslation",
  "passageTranslatedBy",
  "locator",
  "driftRaw",
  "misreport",
] as const;

/** Where what was typed differs from what the attribution holds now, in words (R33). */
export function attributionDifferences(
  fields: FormTexts,
  now: DeskAttribution,
  locale: string,
): FieldDifference[] {
  const t = translator(locale);
  const theirs = typedAttribution(now);
  const word = (name: (typeof COMPARED)[number], typed: Typed) => {
    const value = typed[name]?.[0] ?? "";
    if (name === "carries" && t.has(`carries.${value}.label` as never))
      return t(`carries.${value}.label` as never);
    return typed[`${name}Label`]?.[0] ?? value;
  };
  return COMPARED.filter((name) => (fields.typed[name]?.[0] ?? "").trim() !== (theirs[name]?.[0] ?? "")).map(
    (name) => ({
      field: name,
      label: t(`desk.log.field.${name}`),
      mine: word(name, fields.typed),
      theirs: word(name, theirs),
      theirsValue: theirs[name]?.[0] ?? "",
    }),
  );
}
