import { translator } from "@/lib/format/messages";
import type { CarriedClaim, ReportPage } from "@/lib/reports/types";
import { claimHref } from "../figures/figure-name";
import { DateText } from "../ui/date-text";
import { HowCarried } from "./how-carried";

/** The claims that a report carries, each with how it carries them. */
export function CarriedClaims({ carried, locale }: { carried: CarriedClaim[]; locale: string }) {
  const t = translator(locale);
  const claims = byClaim(carried);
  return (
    <section className="mt-12" id="claims">
      <h2 className="text-2xl">{t("reportPage.carried")}</h2>
      <p className="text-muted mt-1">{t("reportPage.carriedCount", { count: claims.length })}</p>
      <ol className="mt-3 border-t border-rule">
        {claims.map(({ claim, ways }) => (
          <li key={claim.publicId} className="border-b border-rule py-4 grid gap-x-10 gap-y-1 lg:grid-cols-2">
            <ClaimEntry claim={claim} locale={locale} />
            <div className="lg:[&>p:first-child]:mt-0">
              {ways.map((how) => (
                <HowCarried key={how.id} how={how} own={claim.raw ?? claim.statement ?? ""} locale={locale} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Carried = { claim: CarriedClaim["claim"]; ways: CarriedClaim["how"][] };

function byClaim(carried: CarriedClaim[]): Carried[] {
  const claims = new Map<string, Carried>();
  for (const { claim, how } of carried) {
    const entry = claims.get(claim.publicId) ?? { claim, ways: [] };
    entry.ways.push(how);
    claims.set(claim.publicId, entry);
  }
  return [...claims.values()];
}

function ClaimEntry({ claim, locale }: { claim: CarriedClaim["claim"]; locale: string }) {
  const t = translator(locale);
  const { claimant, event, raw, statement, stated, topic, measureLabel } = claim;
  return (
    <div>
      <h3
        className={raw === null ? "text-[1.0625rem] leading-snug font-normal" : "figure text-xl leading-snug"}
      >
        <a className="plain-link" href={claimHref(locale, claim.publicId)}>
          <bdi>{raw ?? statement}</bdi>
        </a>
      </h3>
      {measureLabel ? (
        <p>
          <bdi>{measureLabel}</bdi>
        </p>
      ) : null}
      <p>
        <a className="touch" href={`/${locale}/claimants/${claimant.slug}`}>
          <bdi>{claimant.name}</bdi>
        </a>
        , <DateText date={stated} locale={locale} />
      </p>
      <p className="small text-muted">
        {topic ? `${t("claimPage.statement", { topic: t(`topic.${topic}.label`) })}. ` : null}
        <a className="plain-link touch" href={`/${locale}/events/${event.slug}`}>
          <bdi>{event.title}</bdi>
        </a>
      </p>
    </div>
  );
}

/** Reports that say they had a claim from this one. */
export function PassedOnBy({ reports, locale }: { reports: ReportPage["passedOnBy"]; locale: string }) {
  const t = translator(locale);
  return (
    <section className="mt-12" id="passed-on">
      <h2 className="text-2xl">{t("reportPage.passedOn")}</h2>
      {reports.length === 0 ? <p className="mt-2 text-muted">{t("reportPage.noPassedOn")}</p> : null}
      <ul className="mt-2 grid gap-2">
        {reports.map(({ publicId, title, publication }) => (
          <li key={publicId}>
            <a href={`/${locale}/reports/${publicId}`}>
              {title === null ? t("claimPage.reports.untitled") : <bdi>{title}</bdi>}
            </a>
            , <bdi className="text-muted">{publication.name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
