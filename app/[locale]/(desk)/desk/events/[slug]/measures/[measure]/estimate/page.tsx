import type { Metadata } from "next";
import { DeskAct } from "@/app/_components/desk/desk-act";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { DeskEstimateView } from "@/app/_components/desk/estimates/desk-estimate";
import { EstimateForm } from "@/app/_components/desk/estimates/estimate-form";
import { estimateWords } from "@/app/_components/desk/estimates/estimate-words";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { tellDate, tellDay } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { findMeasureToEstimate, type MeasureToEstimate } from "@/lib/estimates/desk-measure";
import { isLocale, translator } from "@/lib/format/messages";
import { estimateAction, withdrawEstimateAction } from "./actions";

type Props = PageProps<"/[locale]/desk/events/[slug]/measures/[measure]/estimate">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.estimate.title") } : missingMetadata(locale);
}

/** The best estimate of a measure: the one that stands, a form for the next, and the earlier ones (R10). */
export default async function EstimatePage({ params, searchParams }: Props) {
  const { locale, slug, measure: name } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "measure:estimate"))
    return <Refused locale={locale} needed={t("role.editor.label")} />;
  const measure = await findMeasureToEstimate(actor, slug, name);
  if (!measure) return <Missing locale={locale} />;

  const { done } = await searchParams;
  const texts = fieldTexts(locale);
  const place = { locale, measureId: measure.id, eventSlug: slug, slug: name };
  const [newest, ...earlier] = measure.estimates;
  const standing = newest && newest.raw !== null ? newest : null;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("desk.event.list"), href: `/${locale}/desk/events` },
          { label: measure.event.title, href: `/${locale}/desk/events/${slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={<bdi>{measure.label}</bdi>} kicker={t("desk.estimate.title")}>
        <p className="measure-text">{t("desk.estimate.lead")}</p>
        {measure.event.isPublic ? null : <p className="measure-text">{t("desk.estimate.draftLead")}</p>}
      </PageTitle>
      <DoneMessage text={done === "made" || done === "withdrawn" ? t(`desk.estimate.done.${done}`) : null} />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)]">
        <div className="grid gap-10 content-start min-w-0">
          <section>
            <h2 className="text-2xl mb-3">{t("desk.estimate.standing")}</h2>
            {standing ? <DeskEstimateView estimate={standing} locale={locale} /> : null}
            {newest ? null : <p>{t("desk.estimate.none")}</p>}
            {newest && !standing ? (
              <p className="measure-text">
                {t("desk.estimate.wasWithdrawn", {
                  by: newest.by,
                  date: tellDay(newest.at, locale),
                  reason: newest.method,
                })}
              </p>
            ) : null}
            {standing ? (
              <div className="mt-4 border-t border-rule">
                <DeskAct
                  id="withdraw"
                  action={withdrawEstimateAction.bind(null, place)}
                  summary={t("desk.estimate.withdraw")}
                  submit={t("desk.estimate.withdrawSubmit")}
                  version={standing.number}
                  fields={[
                    {
                      kind: "text",
                      name: "reason",
                      label: t("desk.estimate.withdrawReason"),
                      required: true,
                    },
                  ]}
                  texts={texts}
                >
                  <p>{t("desk.estimate.withdrawLead")}</p>
                </DeskAct>
              </div>
            ) : null}
          </section>
          {earlier.length > 0 ? (
            <section>
              <h2 className="text-2xl mb-3">{t("desk.estimate.earlier")}</h2>
              <ul className="border-t border-rule">
                {earlier.map((estimate) => (
                  <li key={estimate.id} className="border-b border-rule py-3">
                    <DeskEstimateView estimate={estimate} isEarlier locale={locale} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        <section className="min-w-0">
          <h2 className="text-2xl mb-4">{t(standing ? "desk.estimate.anew" : "desk.estimate.first")}</h2>
          {measure.candidates.length === 0 ? (
            <p className="measure-text">{t("desk.estimate.noInputs")}</p>
          ) : (
            <EstimateForm
              // A new estimate is begun anew.
              key={newest?.number ?? 0}
              action={estimateAction.bind(null, place)}
              initial={initialOf(measure)}
              number={newest?.number ?? 0}
              candidates={candidateOptions(measure, locale)}
              words={estimateWords(locale)}
              texts={texts}
            />
          )}
        </section>
      </div>
    </>
  );
}

/** The next estimate begins with what the standing one says, without the figures that no longer stand. */
function initialOf({ candidates, estimates: [newest] }: MeasureToEstimate) {
  const known = new Set(newest?.inputs.map(({ id }) => id));
  return {
    raw: [newest?.raw ?? ""],
    method: [newest && newest.raw !== null ? newest.method : ""],
    inputs: candidates.flatMap(({ id }) => (known.has(id) ? [id] : [])),
  };
}

function candidateOptions({ candidates }: MeasureToEstimate, locale: string) {
  const t = translator(locale);
  return candidates.map(({ id, publicId, raw, claimant, stated, asOf, verification }) => ({
    value: id,
    label: (
      <>
        <bdi className="figure">{raw}</bdi>, <bdi>{claimant.name}</bdi>
      </>
    ),
    hint: [
      tellDate(stated, locale, "short"),
      asOf ? t("figures.table.asOf", { date: tellDate(asOf, locale, "short") }) : null,
      t(`verification.${verification}.label`),
      publicId,
    ]
      .filter(Boolean)
      .join(" · "),
  }));
}
