import type { Metadata } from "next";
import { NewRecord } from "@/app/_components/desk/records/new-record";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { pageActor } from "@/app/_desk/actor";
import { isLocale, translator } from "@/lib/format/messages";
import { makePublicationAction } from "../../make/actions";

type Props = PageProps<"/[locale]/desk/publications/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.publication.new") } : missingMetadata(locale);
}

export default async function NewPublicationPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  await pageActor(locale);
  const { name } = await searchParams;
  return (
    <NewRecord
      kind="publication"
      action={makePublicationAction.bind(null, locale)}
      initial={typeof name === "string" ? { name: [name] } : {}}
      crumbs={[{ label: translator(locale)("desk.nav.publications"), href: `/${locale}/desk/publications` }]}
      locale={locale}
    />
  );
}
