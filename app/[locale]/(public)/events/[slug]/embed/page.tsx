import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { EmbedCode } from "@/app/_components/embed/embed-code";
import { EmbedForm, readEmbedForm } from "@/app/_components/embed/embed-form";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { findFrame } from "@/lib/embeds/find-frame";
import { measureOf } from "@/lib/embeds/measure-of";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/events/[slug]/embed">;

const loadFrame = cache((slug: string) => findFrame({ event: slug, measure: null }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await loadFrame(slug);
  if (!found || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const event = found.event.title;
  return {
    title: t("embed.page.title", { event }),
    description: t("embed.page.description", { event }),
    alternates: { canonical: `/${locale}/events/${slug}/embed` },
  };
}

export default async function EmbedCodePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const found = await loadFrame(slug);
  if (!found) return <Missing locale={locale} />;
  const { event } = found;
  // A former address leads to the present one (R30).
  if (event.slug !== slug) permanentRedirect(`/${locale}/events/${event.slug}/embed`);
  const t = translator(locale);
  const form = readEmbedForm(await searchParams, event);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("site.events"), href: `/${locale}` },
          { label: event.title, href: `/${locale}/events/${slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={t("embed.page.heading")} />
      <p className="measure-text">{t("embed.page.lead")}</p>
      <EmbedForm event={event} form={form} locale={locale} />
      <EmbedCode
        event={event}
        measure={measureOf(event, form.measure)}
        form={form}
        now={new Date()}
        locale={locale}
      />
      <script type="module" src="/copy.js" />
      <script type="module" src="/frame-height.js" />
    </>
  );
}
