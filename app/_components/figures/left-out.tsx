import type { ClaimRef } from "@/lib/claims/types";
import type { LeftOutReason, MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { FigureRefs } from "./figure-ref";

/** The figures of a measure that are not in its range, each with the reason. */
export function LeftOut({ measure, locale }: { measure: MeasureView; locale: string }) {
  const t = translator(locale);
  if (measure.leftOut.length === 0) return null;
  return (
    <section className="mt-6">
      <h3 className="text-base">{t("figures.leftOut.title")}</h3>
      <dl className="small text-muted mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-[13rem_minmax(0,1fr)]">
        {reasonsOf(measure).map(({ reason, claims }) => (
          <div key={reason} className="grid grid-cols-subgrid col-span-full">
            <dt className="text-ink">{t(`leftOutReason.${reason}.label`)}</dt>
            <dd>
              <FigureRefs claims={claims} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function reasonsOf({ leftOut }: MeasureView): { reason: LeftOutReason; claims: ClaimRef[] }[] {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return reasons.map((reason) => ({
    reason,
    claims: leftOut.filter((left) => left.reason === reason).map(({ claim }) => claim),
  }));
}
