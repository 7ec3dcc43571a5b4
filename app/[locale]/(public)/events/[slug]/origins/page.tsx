import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { hopsOf } from "@/app/_components/origins/origin-words";
import { OriginsKey } from "@/app/_components/origins/origins-key";
import { OriginsSection, StatementOrigins } from "@/app/_components/origins/origins-section";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { tellDay } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { findOrigins } from "@/lib/attributions/origins-page";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/events/[slug]/origins">;

// The title and the page ask for the same event.
const getOrigins = cache(findOrigins);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const page = await getOrigins(slug);
  if (!page || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  return {
    title: t("originsPage.title", { event: page.title }),
    description: t("originsPage.description", { event: page.title }),
    alternates: { canonical: `/${locale}/events/${slug}/origins` },
  };
}

export default async function OriginsPageOf({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const page = await getOrigins(slug);
  if (!page) return leadOn(locale, slug);

  const t = translator(locale);
  const path = `/${locale}/events/${slug}`;
  const { title, counts, measures, statements, sides } = page;
  const hops = Math.max(0, ...measures.map(hopsOf));
  return (
    <article>
      <Breadcrumb
        crumbs={[
          { label: t("site.events"), href: `/${locale}` },
          { label: title, href: path },
        ]}
        locale={locale}
      />
      <PageTitle title={<bdi>{t("originsPage.title", { event: title })}</bdi>}>
        <p>{t("originsPage.counts", { ...counts, claims: counts.figures + counts.statements })}</p>
      </PageTitle>
      <p className="font-serif text-[1.1875rem] leading-[1.55] measure-text">{t("originsPage.lead")}</p>
      <OriginsKey locale={locale} />
      <div className="mt-12 grid gap-12">
        {measures.map((measure, i) => (
          <OriginsSection
            key={measure.slug}
            measure={measure}
            hops={hops}
            isFirst={i === 0}
            sides={sides}
            locale={locale}
          />
        ))}
        {statements ? <StatementOrigins statements={statements} sides={sides} locale={locale} /> : null}
        {measures.length === 0 && !statements ? <p>{t("originsPage.none")}</p> : null}
      </div>
      <PrintFoot
        permalink={`${path}/origins`}
        version={t("event.version", { version: page.version, date: tellDay(page.changedAt, locale) })}
        locale={locale}
      />
    </article>
  );
}

/** A former address leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = await findEventByFormerSlug(slug);
  if (present) permanentRedirect(`/${locale}/events/${present}/origins`);
  return <Missing locale={locale} />;
}
