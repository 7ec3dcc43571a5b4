import type { ReactNode } from "react";
import type { ReportedRangeView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import type { RangeBeforeAndNow } from "@/lib/timeline/types";
import { endClaimants, endText, rangeEnds, rangeText } from "../figures/range-words";
import { StackedTable } from "../ui/stacked-table";

type Props = { ranges: readonly RangeBeforeAndNow[]; date: ReactNode; locale: string };

/** The reported range of each measure by what had been stated before a day, beside the range now, with who stands at its ends. */
export function RangesThenAndNow({ ranges, date, locale }: Props) {
  const t = translator(locale);
  if (ranges.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="text-lg">{t("timeline.ranges.title")}</h3>
      <p className="small text-muted mt-1 mb-2 measure-text">
        {t.rich("timeline.ranges.how", { date: () => date })}
      </p>
      <StackedTable
        caption={t("timeline.ranges.title")}
        columns={(["measure", "before", "now"] as const).map((column) => t(`timeline.ranges.${column}`))}
        rows={ranges.map(({ slug, label, before, now, isSame }) => ({
          key: slug,
          cells: [
            <bdi key="measure">{label}</bdi>,
            <Range key="before" range={before} locale={locale} />,
            isSame ? (
              <span key="now" className="text-muted">
                {t("timeline.ranges.same")}
              </span>
            ) : (
              <Range key="now" range={now} locale={locale} />
            ),
          ],
        }))}
      />
    </div>
  );
}

/** The ends in their own words, each with those who stand at it (R7). */
function Range({ range, locale }: { range: ReportedRangeView; locale: string }) {
  const t = translator(locale);
  if (!range) return <span className="text-muted">{t("figures.range.none")}</span>;
  return (
    <>
      <bdi className="figure text-lg">{rangeText(range, locale, "dash")}</bdi>
      {rangeEnds(range).map((end) => (
        <small key={endText(end, locale)}>
          <bdi>
            {t("figures.range.endOf", { raw: endText(end, locale), claimants: endClaimants(end, t) })}
          </bdi>
        </small>
      ))}
    </>
  );
}
