import type { EventPage } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import type { ChartChoice } from "../figures/chart-model";
import { EmptyState } from "../ui/empty-state";
import type { AsOfView } from "./as-of-bar";
import { asOfHref } from "./as-of-href";
import { MomentDate, MomentNews } from "./as-of-news";

type Props = { event: EventPage; view: AsOfView; choice: ChartChoice; path: string; locale: string };

/** Said of a moment before the first figure; before the first claim also where that one is. */
export function NothingKnown({ event, view, choice, path, locale }: Props) {
  const t = translator(locale);
  const [first] = view.moments;
  if (event.statements.length > 0 || event.measures.length > 0 || !first) return <p>{t("asOf.noFigures")}</p>;
  return (
    <EmptyState title={t("asOf.emptyTitle")}>
      {t.rich("asOf.emptyBody", {
        first: () => (
          <a href={asOfHref(path, choice, first.text)}>
            <MomentDate text={first.text} zone={view.zone} locale={locale} />:{" "}
            <MomentNews moment={first} locale={locale} />
          </a>
        ),
      })}
    </EmptyState>
  );
}
