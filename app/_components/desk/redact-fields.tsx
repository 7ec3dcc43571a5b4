import { redactFieldAction } from "@/app/[locale]/(desk)/desk/redact/actions";
import { translator } from "@/lib/format/messages";
import type { RedactableView } from "@/lib/redactions/desk-redactable";
import type { RedactableKind } from "@/lib/redactions/schema";
import { DeskAct } from "./desk-act";
import type { FieldTexts } from "./field-texts";

type Props = {
  subject: { kind: RedactableKind; id: string };
  fields: RedactableView[];
  /** Where it leads once it is done. */
  back: string;
  texts: FieldTexts;
  locale: string;
};

/** The fields of one record that can be redacted, each with what would be gone and from where (R35). */
export function RedactFields({ subject, fields, back, texts, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="border-t border-rule measure-text">
      {fields
        .filter(({ text, revisionCount }) => text !== null || revisionCount > 0)
        .map(({ field, text, isRedacted, revisionCount }) => {
          const name = t(`corrections.redactedField.${field}` as "corrections.redactedField.wording");
          if (isRedacted && revisionCount === 0) {
            return (
              <p key={field} className="border-b border-rule py-3 text-muted">
                {name}: {t("desk.redact.isGone")}
              </p>
            );
          }
          return (
            <DeskAct
              key={field}
              id={`${subject.id}-${field}`}
              action={redactFieldAction.bind(null, { locale, back }, { ...subject, field })}
              summary={name}
              submit={t("desk.redact.submit")}
              fields={[
                {
                  kind: "text",
                  name: "reason",
                  label: t("desk.redact.reason"),
                  hint: t("desk.redact.reasonHint"),
                  required: true,
                },
              ]}
              texts={texts}
            >
              <div>
                <p className="small text-muted">{t("desk.redact.holds")}</p>
                <p className="border-s-3 border-rule-strong ps-3 whitespace-pre-line" dir="auto">
                  {text ?? t("desk.redact.nothing")}
                </p>
              </div>
              <ul className="list-disc ps-5">
                {subject.kind === "evidence_file" ? (
                  <li>{t("desk.redact.file")}</li>
                ) : (
                  <>
                    <li>{t("desk.redact.inHistory", { count: revisionCount })}</li>
                    <li>{t("desk.redact.drafts")}</li>
                  </>
                )}
                {subject.kind === "claim" && field === "wording" ? <li>{t("desk.redact.figure")}</li> : null}
                {["name", "title"].includes(field) ? <li>{t("desk.redact.slug")}</li> : null}
              </ul>
            </DeskAct>
          );
        })}
    </div>
  );
}
