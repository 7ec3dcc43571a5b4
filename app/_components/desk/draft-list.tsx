import type { ArticleDraftView, DraftView } from "@/lib/drafts/queries";
import { translator } from "@/lib/format/messages";
import { DayText } from "../ui/date-text";

/** Forms that were begun and not sent: by what was typed in them. */
export function DraftList({ drafts, locale }: { drafts: DraftView[]; locale: string }) {
  const t = translator(locale);
  return (
    <ul>
      {drafts.map(({ id, values, updatedAt }) => {
        const typed = (name: string) => values[name]?.[0]?.trim() ?? "";
        const words = [typed("figure") || typed("statement"), typed("claimantIdLabel")].filter(Boolean);
        return (
          <li key={id} data-row className="border-b border-rule py-3">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <a className="plain-link font-serif text-lg" href={`/${locale}/desk/claims/log?draft=${id}`}>
                <bdi>{words.join(", ") || t("desk.home.blankForm")}</bdi>
              </a>
              <span className="small ms-auto">{t("desk.home.unfinished")}</span>
            </div>
            <p className="small text-muted">
              {[typed("measureIdLabel"), typed("eventIdLabel")].filter(Boolean).join(" · ")}{" "}
              <DayText instant={updatedAt} locale={locale} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Articles whose claims were not saved yet, by their titles. */
export function ArticleDraftList({ drafts, locale }: { drafts: ArticleDraftView[]; locale: string }) {
  const t = translator(locale);
  return (
    <ul>
      {drafts.map(({ id, title, updatedAt }) => (
        <li key={id} data-row className="border-b border-rule py-3">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <a className="plain-link font-serif text-lg" href={`/${locale}/desk/articles/${id}`}>
              <bdi>{title ?? t("desk.home.unsavedArticle")}</bdi>
            </a>
            <span className="small ms-auto">{t("desk.home.unfinished")}</span>
          </div>
          <p className="small text-muted">
            {t("desk.nav.article")} <DayText instant={updatedAt} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  );
}
