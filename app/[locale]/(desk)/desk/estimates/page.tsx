import type { Metadata } from "next";
import { DeskEstimateView } from "@/app/_components/desk/estimates/desk-estimate";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { type EstimateListRow, listStandingEstimates } from "@/lib/estimates/desk-estimates";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/desk/estimates">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.estimate.list.title") };
}

/** The estimates that stand, those first that an input changed under (R10). */
export default async function EstimatesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "measure:estimate"))
    return <Refused locale={locale} needed={t("role.editor.label")} />;
  const { after: asked } = await searchParams;
  const after = typeof asked === "string" ? asked : null;
  const { rows, next } = await listStandingEstimates(actor, { after });
  const page = `/${locale}/desk/estimates`;
  return (
    <>
      <PageTitle title={t("desk.estimate.list.title")}>
        <p className="measure-text">{t("desk.estimate.list.lead")}</p>
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t("desk.estimate.list.none")}>{t("desk.estimate.list.noneWhy")}</EmptyState>
      ) : null}
      <Group title="staleTitle" rows={rows.filter(({ staleSince }) => staleSince !== null)} locale={locale} />
      <Group title="freshTitle" rows={rows.filter(({ staleSince }) => staleSince === null)} locale={locale} />
      <Pager
        previous={after === null ? null : page}
        next={next && `${page}?after=${encodeURIComponent(next)}`}
        locale={locale}
      />
    </>
  );
}

type GroupProps = { title: "staleTitle" | "freshTitle"; rows: EstimateListRow[]; locale: string };

function Group({ title, rows, locale }: GroupProps) {
  const t = translator(locale);
  if (rows.length === 0) return null;
  return (
    <section className="mb-10">
      <h2 className="text-2xl mb-3">{t(`desk.estimate.list.${title}`)}</h2>
      <ul className="border-t border-rule">
        {rows.map(({ measure, event, ...estimate }) => (
          <li
            key={estimate.id}
            data-row
            className="border-b border-rule py-4 grid gap-x-10 gap-y-2 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
          >
            <div>
              <h3 className="text-lg">
                <a href={`/${locale}/desk/events/${event.slug}/measures/${measure.slug}/estimate`}>
                  <bdi>{measure.label}</bdi>
                </a>
              </h3>
              <p className="small text-muted">
                <bdi>{event.title}</bdi>
              </p>
            </div>
            <DeskEstimateView estimate={estimate} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  );
}
