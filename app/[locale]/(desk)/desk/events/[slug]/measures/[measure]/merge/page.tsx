import type { Metadata } from "next";
import { MergePage } from "@/app/_components/desk/records/merge-page";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { findMergePreview } from "@/app/_desk/merge-preview";
import { askedId } from "@/app/_desk/record-page";
import { can } from "@/lib/auth/authorise";
import { findEventForDesk } from "@/lib/events/desk-events";
import { isLocale, translator } from "@/lib/format/messages";
import { listDeskMeasures } from "@/lib/measures/desk-measures";
import { mergeAction } from "../../../../../merges/actions";

type Props = PageProps<"/[locale]/desk/events/[slug]/measures/[measure]/merge">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.measure.merge") } : missingMetadata(locale);
}

export default async function MergeMeasurePage({ params, searchParams }: Props) {
  const { locale, slug, measure: name } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "record:merge")) return <Refused locale={locale} needed={t("role.editor.label")} />;
  const [event, measures] = await Promise.all([findEventForDesk(actor, slug), listDeskMeasures(actor, slug)]);
  const measure = measures.find(({ values }) => values.slug === name);
  if (!event || !measure || measure.mergedInto) return <Missing locale={locale} />;
  const { into } = await searchParams;
  const preview = await findMergePreview(actor, "measure", measure.values.id, askedId(into));
  const base = `/${locale}/desk/events/${slug}`;
  return (
    <MergePage
      kind="measure"
      name={measure.values.label}
      preview={preview}
      action={
        preview?.into
          ? mergeAction.bind(null, {
              kind: "measure",
              from: { id: preview.from.id, version: preview.from.version },
              into: { id: preview.into.id, version: preview.into.version },
              to: `${base}/measures/${preview.into.slug}`,
            })
          : null
      }
      eventId={event.values.id}
      crumbs={[
        { label: event.values.title, href: base },
        { label: measure.values.label, href: `${base}/measures/${name}` },
      ]}
      locale={locale}
    />
  );
}
