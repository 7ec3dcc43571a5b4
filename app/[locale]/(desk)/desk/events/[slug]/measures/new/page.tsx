import type { Metadata } from "next";
import { NewRecord } from "@/app/_components/desk/records/new-record";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { pageActor } from "@/app/_desk/actor";
import { findEventForDesk } from "@/lib/events/desk-events";
import { isLocale, translator } from "@/lib/format/messages";
import { makeMeasureAction } from "../../../../make/actions";

type Props = PageProps<"/[locale]/desk/events/[slug]/measures/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.measure.new") } : missingMetadata(locale);
}

export default async function NewMeasurePage({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const event = await findEventForDesk(actor, slug);
  if (!event || event.mergedInto) return <Missing locale={locale} />;
  const list = `/${locale}/desk/events`;
  return (
    <NewRecord
      kind="measure"
      action={makeMeasureAction.bind(null, locale)}
      eventId={event.values.id}
      crumbs={[
        { label: translator(locale)("desk.event.list"), href: list },
        { label: event.values.title, href: `${list}/${slug}` },
      ]}
      locale={locale}
    />
  );
}
