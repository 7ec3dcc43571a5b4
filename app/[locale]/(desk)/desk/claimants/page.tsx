import type { Metadata } from "next";
import { RecordList } from "@/app/_components/desk/records/record-list";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { pageActor } from "@/app/_desk/actor";
import { asked } from "@/app/_desk/record-page";
import { listDeskClaimants } from "@/lib/claimants/desk-claimants";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/desk/claimants">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.claimant.list") } : missingMetadata(locale);
}

export default async function ClaimantsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const query = await searchParams;
  const filter = { q: asked(query.q) };
  const { rows, next } = await listDeskClaimants(actor, { ...filter, after: asked(query.after) });
  const t = translator(locale);
  return (
    <RecordList
      kind="claimant"
      asked={filter}
      next={next}
      locale={locale}
      rows={rows.map(({ id, slug, name, kind, partOf, claimCount }) => ({
        key: id,
        href: `/${locale}/desk/claimants/${slug}`,
        name,
        facts: [
          t(`claimantKind.${kind}.label`),
          ...(partOf ? [<bdi key="body">{partOf}</bdi>] : []),
          t("desk.record.claims", { count: claimCount }),
        ],
      }))}
    />
  );
}
