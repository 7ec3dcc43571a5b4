import type { Metadata } from "next";
import { MergePage } from "@/app/_components/desk/records/merge-page";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { findMergePreview } from "@/app/_desk/merge-preview";
import { askedId } from "@/app/_desk/record-page";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { findPublicationForDesk } from "@/lib/publications/desk-publications";
import { mergeAction } from "../../../merges/actions";

type Props = PageProps<"/[locale]/desk/publications/[slug]/merge">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.publication.merge") } : missingMetadata(locale);
}

export default async function MergePublicationPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "record:merge")) return <Refused locale={locale} needed={t("role.editor.label")} />;
  const record = await findPublicationForDesk(actor, slug);
  if (!record || record.mergedInto) return <Missing locale={locale} />;
  const { into } = await searchParams;
  const preview = await findMergePreview(actor, "publication", record.values.id, askedId(into));
  const list = `/${locale}/desk/publications`;
  return (
    <MergePage
      kind="publication"
      name={record.values.name}
      preview={preview}
      action={
        preview?.into
          ? mergeAction.bind(null, {
              kind: "publication",
              from: { id: preview.from.id, version: preview.from.version },
              into: { id: preview.into.id, version: preview.into.version },
              to: `${list}/${preview.into.slug}`,
            })
          : null
      }
      crumbs={[
        { label: t("desk.publication.list"), href: list },
        { label: record.values.name, href: `${list}/${slug}` },
      ]}
      locale={locale}
    />
  );
}
