import type { Metadata } from "next";
import { NewRecord } from "@/app/_components/desk/records/new-record";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { pageActor } from "@/app/_desk/actor";
import { isLocale, translator } from "@/lib/format/messages";
import { makeReportAction } from "../../make/actions";

type Props = PageProps<"/[locale]/desk/reports/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.report.new") } : missingMetadata(locale);
}

export default async function NewReportPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  await pageActor(locale);
  const { url } = await searchParams;
  return (
    <NewRecord
      kind="report"
      action={makeReportAction.bind(null, locale)}
      initial={typeof url === "string" ? { url: [url] } : {}}
      crumbs={[{ label: translator(locale)("desk.nav.home"), href: `/${locale}/desk` }]}
      locale={locale}
    />
  );
}
