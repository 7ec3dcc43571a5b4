import type { Metadata } from "next";
import { RecordList } from "@/app/_components/desk/records/record-list";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { countryName } from "@/app/_components/ui/name-of";
import { pageActor } from "@/app/_desk/actor";
import { asked } from "@/app/_desk/record-page";
import { isLocale, translator } from "@/lib/format/messages";
import { listDeskPublications } from "@/lib/publications/desk-publications";

type Props = PageProps<"/[locale]/desk/publications">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.publication.list") } : missingMetadata(locale);
}

export default async function PublicationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const query = await searchParams;
  const filter = { q: asked(query.q) };
  const { rows, next } = await listDeskPublications(actor, { ...filter, after: asked(query.after) });
  const t = translator(locale);
  return (
    <RecordList
      kind="publication"
      asked={filter}
      next={next}
      locale={locale}
      rows={rows.map(({ id, slug, name, family, country, reportCount }) => ({
        key: id,
        href: `/${locale}/desk/publications/${slug}`,
        name,
        facts: [
          ...(family && family !== name ? [<bdi key="family">{family}</bdi>] : []),
          ...(country ? [countryName(country, locale)] : []),
          t("desk.record.reports", { count: reportCount }),
        ],
      }))}
    />
  );
}
