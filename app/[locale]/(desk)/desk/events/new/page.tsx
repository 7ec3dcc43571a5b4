import type { Metadata } from "next";
import { NewRecord } from "@/app/_components/desk/records/new-record";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { pageActor } from "@/app/_desk/actor";
import { isLocale, translator } from "@/lib/format/messages";
import { makeEventAction } from "../../make/actions";

type Props = PageProps<"/[locale]/desk/events/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.event.new") } : missingMetadata(locale);
}

export default async function NewEventPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  await pageActor(locale);
  const { title } = await searchParams;
  return (
    <NewRecord
      kind="event"
      action={makeEventAction.bind(null, locale)}
      initial={typeof title === "string" ? { title: [title] } : {}}
      crumbs={[{ label: translator(locale)("desk.nav.events"), href: `/${locale}/desk/events` }]}
      locale={locale}
    />
  );
}
