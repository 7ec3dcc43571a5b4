import clsx from "clsx";
import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { listErrorReports } from "@/lib/error-reports/desk-error-reports";
import { isLocale, translator } from "@/lib/format/messages";
import { ErrorReportList } from "./error-report-list";

type Props = PageProps<"/[locale]/desk/error-reports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.errorReport.title") };
}

/** What readers reported: what waits for an editor, or by a switch what was decided. */
export default async function ErrorReportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "queue:read"))
    return <Refused locale={locale} needed={t("desk.errorReport.needed")} />;

  const { after: from, show, done } = await searchParams;
  const isDecided = show === "decided";
  const after = typeof from === "string" ? from : null;
  const { rows, next } = await listErrorReports(actor, { isDecided, after });
  const open = `/${locale}/desk/error-reports`;
  const decided = `${open}?show=decided`;
  const shown = isDecided ? decided : open;
  return (
    <>
      <PageTitle title={t("desk.errorReport.title")}>
        <p className="measure-text">{t("desk.errorReport.lead")}</p>
      </PageTitle>
      <DoneMessage
        text={done === "accepted" || done === "declined" ? t(`desk.errorReport.done.${done}`) : null}
      />
      <nav aria-label={t("desk.errorReport.show")} className="mb-6">
        <ul className="flex flex-wrap gap-x-6">
          {[open, decided].map((href) => (
            <li key={href}>
              <a
                className={clsx(
                  "plain-link inline-block py-2 border-b-3",
                  href === shown ? "font-semibold border-ink" : "border-transparent",
                )}
                href={href}
                aria-current={href === shown ? "page" : undefined}
              >
                {t(href === open ? "desk.errorReport.showOpen" : "desk.errorReport.showDecided")}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={t(isDecided ? "desk.errorReport.noneDecided" : "desk.errorReport.none")}>
          {t(isDecided ? "desk.errorReport.noneDecidedWhy" : "desk.errorReport.noneWhy")}
        </EmptyState>
      ) : (
        <ErrorReportList reports={rows} locale={locale} />
      )}
      <Pager
        previous={after === null ? null : shown}
        next={
          next && `${open}?${new URLSearchParams({ ...(isDecided && { show: "decided" }), after: next })}`
        }
        locale={locale}
      />
    </>
  );
}
