import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { EditRecord } from "@/app/_components/desk/records/edit-record";
import { RecordFoot } from "@/app/_components/desk/records/record-foot";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { typedReport } from "@/app/_desk/record-typed";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { listNotes } from "@/lib/notes/desk-notes";
import { findReportForDesk } from "@/lib/reports/desk-reports";
import { editReportAction } from "../actions";

type Props = PageProps<"/[locale]/desk/reports/[publicId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.report.title") } : missingMetadata(locale);
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const report = await findReportForDesk(actor, publicId);
  if (!report) return <Missing locale={locale} />;
  const { values, publication, isPublic, canonicalUrl, attributionCount } = report;
  const notes = await listNotes(actor, "report", values.id);
  const { done } = await searchParams;
  const t = translator(locale);
  const title = typeof values.title === "string" ? values.title : publication.name;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("desk.publication.list"), href: `/${locale}/desk/publications` },
          { label: publication.name, href: `/${locale}/desk/publications/${publication.slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={<bdi>{title}</bdi>} kicker={t("desk.report.title")} />
      <DoneMessage text={done === "saved" ? t("desk.event.done.saved") : null} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <EditRecord
          kind="report"
          action={editReportAction.bind(null, { locale, id: values.id, publicId })}
          initial={typedReport(report)}
          version={values.version}
          isPublic={isPublic}
          mayEditPublic={can(actor.role, "record:edit_public")}
          locale={locale}
        />
        <aside aria-label={t("desk.record.details")}>
          <FactList>
            <Fact label={t("desk.event.claimsTitle")}>
              {t("desk.report.attributions", { count: attributionCount })}
            </Fact>
            {values.url ? (
              <Fact label={t("desk.report.openReport")}>
                <a className="wrap-anywhere" href={values.url} rel="noreferrer">
                  {values.url}
                </a>
              </Fact>
            ) : null}
            {canonicalUrl && canonicalUrl !== values.url ? (
              <Fact label={t("desk.report.known")}>
                <bdi className="wrap-anywhere">{canonicalUrl}</bdi>
              </Fact>
            ) : null}
            <Fact label={t("desk.record.publicPage")} isMissing={!isPublic}>
              {isPublic ? (
                <a href={`/${locale}/reports/${publicId}`}>{t("desk.record.public")}</a>
              ) : (
                t("desk.record.notPublic")
              )}
            </Fact>
          </FactList>
          <p className="mt-4">
            <a className="inline-block py-2" href={`/${locale}/desk/claims/log?report=${publicId}`}>
              {t("desk.report.logClaim")}
            </a>
          </p>
        </aside>
      </div>
      <RecordFoot
        subject={{ kind: "report", id: values.id }}
        merges={[]}
        undo={null}
        notes={notes}
        mayRedact={can(actor.role, "field:redact")}
        locale={locale}
      />
    </>
  );
}
