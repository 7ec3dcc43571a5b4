import type { CorrectionView } from "@/lib/claims/list-corrections";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { MomentText } from "../ui/moment-text";
import { CorrectionChanges } from "./correction-changes";

type Props = { corrections: CorrectionView[]; locale: string };

/** What was corrected in public, each with who, when and why, and what it said before (R24, R26). */
export function CorrectionList({
  corrections,
  locale,
  withoutPlace = false,
}: Props & { withoutPlace?: boolean }) {
  return (
    <ol className="border-t border-rule">
      {corrections.map((correction) => (
        <li key={correction.id} className="border-b border-rule py-5">
          <Correction correction={correction} locale={locale} withoutPlace={withoutPlace} />
        </li>
      ))}
    </ol>
  );
}

type CorrectionProps = { correction: CorrectionView; locale: string; withoutPlace: boolean };

function Correction({ correction, locale, withoutPlace }: CorrectionProps) {
  const t = translator(locale);
  const { kind, at, by, reason, redacted, changes } = correction;
  const what = kind === "redaction" ? t("corrections.redaction") : t(`correctionKind.${kind}.label`);
  return (
    <article className="grid gap-x-8 gap-y-2 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="small text-muted">
        <MomentText instant={at} locale={locale} />
        <span className="block">
          <bdi>{t("corrections.by", { name: by.name, role: t(`role.${by.role}.label`) })}</bdi>
        </span>
      </div>
      <div className="min-w-0">
        <p>
          <span className="font-semibold first-letter:uppercase inline-block">{what}</span>
          {withoutPlace ? null : <Place correction={correction} locale={locale} />}
        </p>
        {redacted ? (
          <p className="measure-text">
            {redacted.subjectKind === "evidence_file"
              ? t("corrections.removedFile")
              : t("corrections.redacted", {
                  field: t(
                    `corrections.redactedField.${redacted.field}` as "corrections.redactedField.wording",
                  ),
                  record: t(`corrections.subject.${redacted.subjectKind}`),
                })}
          </p>
        ) : null}
        <p className="mt-1 measure-text" dir="auto">
          {t("corrections.reason", { reason })}
        </p>
        {changes.length > 0 ? (
          <div className="mt-3 max-w-3xl">
            <CorrectionChanges changes={changes} locale={locale} />
          </div>
        ) : null}
      </div>
    </article>
  );
}

function Place({ correction: { event, claim }, locale }: Omit<CorrectionProps, "withoutPlace">) {
  return (
    <>
      {claim ? (
        <>
          {": "}
          <ClaimRefLink claim={claim} locale={locale} />
        </>
      ) : null}
      {event ? (
        <span className="block small text-muted">
          <a className="touch" href={`/${locale}/events/${event.slug}`}>
            <bdi>{event.title}</bdi>
          </a>
        </span>
      ) : null}
    </>
  );
}
