import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { EditRecord } from "@/app/_components/desk/records/edit-record";
import { MergedBanner } from "@/app/_components/desk/records/merged-banner";
import { RecordFoot } from "@/app/_components/desk/records/record-foot";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { typedMeasure } from "@/app/_desk/record-typed";
import { can } from "@/lib/auth/authorise";
import { findEventForDesk } from "@/lib/events/desk-events";
import { isLocale, translator } from "@/lib/format/messages";
import { listDeskMeasures } from "@/lib/measures/desk-measures";
import { listMerges } from "@/lib/merges/desk-merges";
import { listNotes } from "@/lib/notes/desk-notes";
import { undoMergeAction } from "../../../../merges/actions";
import { editMeasureAction } from "../actions";

type Props = PageProps<"/[locale]/desk/events/[slug]/measures/[measure]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.measure.title") } : missingMetadata(locale);
}

export default async function MeasurePage({ params, searchParams }: Props) {
  const { locale, slug, measure: name } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const [event, measures] = await Promise.all([findEventForDesk(actor, slug), listDeskMeasures(actor, slug)]);
  const measure = measures.find(({ values }) => values.slug === name);
  if (!event || !measure) return <Missing locale={locale} />;
  const { values, isPublic, claimCount, mergedInto } = measure;
  const [merges, notes] = await Promise.all([
    listMerges(actor, "measure", values.id),
    listNotes(actor, "measure", values.id),
  ]);
  const { done } = await searchParams;
  const t = translator(locale);
  const base = `/${locale}/desk/events/${slug}`;
  const mayMerge = can(actor.role, "record:merge");
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("desk.event.list"), href: `/${locale}/desk/events` },
          { label: event.values.title, href: base },
        ]}
        locale={locale}
      />
      <PageTitle title={<bdi>{values.label}</bdi>} kicker={t("desk.measure.title")}>
        <p>{t("desk.record.claims", { count: claimCount })}</p>
      </PageTitle>
      <DoneMessage text={done === "saved" || done === "merged" ? t(`desk.event.done.${done}`) : null} />
      {mergedInto ? (
        <MergedBanner
          into={{ name: mergedInto.label, href: `${base}/measures/${mergedInto.slug}` }}
          locale={locale}
        />
      ) : null}
      {mayMerge && !mergedInto ? (
        <p className="mb-5">
          <a className="inline-block py-2" href={`${base}/measures/${name}/merge`}>
            {t("desk.measure.merge")}
          </a>
        </p>
      ) : null}
      {mergedInto ? null : (
        <EditRecord
          kind="measure"
          action={editMeasureAction.bind(null, {
            locale,
            id: values.id,
            eventId: event.values.id,
            eventSlug: slug,
          })}
          initial={typedMeasure(measure, measures)}
          version={values.version}
          isPublic={isPublic}
          mayEditPublic={can(actor.role, "record:edit_public")}
          eventId={event.values.id}
          locale={locale}
        />
      )}
      <RecordFoot
        subject={{ kind: "measure", id: values.id }}
        merges={merges}
        undo={mayMerge ? (mergeId) => undoMergeAction.bind(null, { locale, mergeId }) : null}
        notes={notes}
        locale={locale}
      />
    </>
  );
}
