import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { versionHref } from "@/app/_components/events/as-of-href";
import { EventBody } from "@/app/_components/events/event-body";
import { EventHead } from "@/app/_components/events/event-head";
import { OtherParts } from "@/app/_components/events/other-parts";
import { VersionBanner } from "@/app/_components/events/version-banner";
import { VersionCheck } from "@/app/_components/events/version-check";
import { readChartChoice } from "@/app/_components/figures/chart-model";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { tellDay } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { isLocale, translator } from "@/lib/format/messages";
import { findRenamed, findVersion, readVersionNumber } from "@/lib/past/find-version";
import { snapshotOf } from "@/lib/past/snapshot";

type Props = PageProps<"/[locale]/events/[slug]/v/[n]">;

// The title and the page ask for the same version.
const getVersion = cache(async (slug: string, n: string, relations: string | null) => {
  const number = readVersionNumber(n);
  return number === null ? null : findVersion(slug, number, relations);
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug, n } = await params;
  const found = await getVersion(slug, n, readChartChoice(await searchParams).relations);
  if (!found || typeof found === "number" || !isLocale(locale)) return missingMetadata(locale);
  const { page, version } = found;
  const t = translator(locale);
  return {
    title: t("eventVersion.title", { event: page.title, version: version.number }),
    description: t("eventVersion.description", { date: tellDay(version.at, locale) }),
    alternates: { canonical: versionHref(locale, slug, version.number) },
    robots: { index: false },
  };
}

/** An event exactly as readers saw it after one revision of its history, for good at this address (R24). */
export default async function EventVersionPage({ params, searchParams }: Props) {
  const { locale, slug, n } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const choice = readChartChoice(await searchParams);
  const found = await getVersion(slug, n, choice.relations);
  if (!found) return leadOn(locale, slug, n);
  if (typeof found === "number") redirect(versionHref(locale, slug, found));

  const t = translator(locale);
  const { page: event, version } = found;
  const path = `/${locale}/events/${slug}`;
  return (
    <article>
      <Breadcrumb
        crumbs={[
          { label: t("site.events"), href: `/${locale}` },
          { label: event.title, href: path },
        ]}
        locale={locale}
      />
      <VersionBanner version={version} slug={slug} locale={locale} />
      <EventHead event={event} locale={locale} />
      <OtherParts parts={event.parts} locale={locale} />
      <EventBody
        event={event}
        choice={{ ...choice, version: version.number }}
        path={path}
        noFigures={<p>{t("event.noFigures")}</p>}
        locale={locale}
      />
      <VersionCheck
        version={version}
        sha256={snapshotOf(event, version).sha256}
        slug={slug}
        locale={locale}
      />
      <script type="module" src="/chart-keys.js" />
      <PrintFoot
        permalink={versionHref(locale, slug, version.number)}
        version={t("event.version", { version: version.number, date: tellDay(version.at, locale) })}
        locale={locale}
      />
    </article>
  );
}

/** Under a former address stand the versions of the same event; one that was merged leads to the other event (R30). */
async function leadOn(locale: string, slug: string, n: string) {
  const renamed = await findRenamed(slug);
  if (renamed) permanentRedirect(`/${locale}/events/${renamed}/v/${n}`);
  const present = await findEventByFormerSlug(slug);
  if (present) permanentRedirect(`/${locale}/events/${present}`);
  return <Missing locale={locale} />;
}
