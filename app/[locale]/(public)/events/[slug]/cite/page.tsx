import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { CitationFacts } from "@/app/_components/citations/citation-facts";
import { CitationForms } from "@/app/_components/citations/citation-forms";
import { eventCitation } from "@/app/_components/citations/event-citation";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { findCitedEvent } from "@/lib/citations/find-cited";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/events/[slug]/cite">;

// The title and the page ask for the same version.
const loadEvent = cache((slug: string) => findCitedEvent(slug, Date.now()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const event = await loadEvent(slug);
  if (!event || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const { title } = event;
  return {
    title: `${t("cite.titleOfEvent")}: ${title}`,
    description: t("cite.description", { title }),
    alternates: { canonical: `/${locale}/events/${slug}/cite` },
    robots: { index: false },
  };
}

/** How to name the present version of an event elsewhere, in each form that is asked for. */
export default async function CiteEventPage({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const event = await loadEvent(slug);
  if (!event) return leadOn(locale, slug);

  const t = translator(locale);
  const citation = eventCitation(event, Date.now(), locale);
  return (
    <article>
      <Breadcrumb
        crumbs={[
          { label: t("site.events"), href: `/${locale}` },
          { label: event.title, href: `/${locale}/events/${slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={t("cite.titleOfEvent")}>
        <p className="measure-text">{t("cite.leadEvent")}</p>
      </PageTitle>
      <CitationFacts citation={citation} locale={locale} />
      <CitationForms citation={citation} exportPath={`/export/events/${slug}/cite`} locale={locale} />
    </article>
  );
}

/** A former address leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = await findEventByFormerSlug(slug);
  if (present) permanentRedirect(`/${locale}/events/${present}/cite`);
  return <Missing locale={locale} />;
}
