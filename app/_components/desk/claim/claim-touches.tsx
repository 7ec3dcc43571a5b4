import type { ReactNode } from "react";
import type { ClaimEffects } from "@/lib/claims/desk-effects";
import type { Touched } from "@/lib/claims/desk-touched";
import type { ClaimRef } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { tellDate } from "../../ui/date-text";

type Props = { effects: ClaimEffects; publicId: string; restores?: boolean; locale: string };

/** What taking a published claim back reaches, each record by name, before it is done (R23). */
export function ClaimTouches({ effects, publicId, restores = false, locale }: Props) {
  const t = translator(locale);
  const { isInRange, endCount, corroborated, estimates, restored, relatives, reports } = effects;
  const links = restores ? effects.links : both(restored, effects.links);
  const desk = (claim: ClaimRef) => <ClaimLink claim={claim} locale={locale} />;
  return (
    <div>
      <p className="font-semibold">{t("desk.claim.touches.title")}</p>
      <ul className="list-disc ps-5 grid gap-1">
        <li>
          {isInRange
            ? t("desk.claim.touches.range", { ends: Math.min(endCount, 2) })
            : t("desk.claim.touches.noRange")}
        </li>
        <Named
          lead={t("desk.claim.touches.corroborated", { count: corroborated.count })}
          {...{ touched: corroborated, name: desk, locale }}
        />
        <Named
          lead={t("desk.claim.touches.estimates", { count: estimates.count })}
          touched={estimates}
          name={({ raw, measure, eventSlug }) => (
            <a href={`/${locale}/desk/events/${eventSlug}/measures/${measure.slug}/estimate`}>
              <bdi>{t("desk.claim.touches.estimate", { raw, measure: measure.label })}</bdi>
            </a>
          )}
          locale={locale}
        />
        {restores ? (
          <Named
            lead={t("desk.claim.touches.restored", { count: restored.count })}
            touched={restored}
            name={({ claim }) => desk(claim)}
            locale={locale}
          />
        ) : null}
        <Named
          lead={t("desk.claim.touches.links", { count: links.count })}
          touched={links}
          name={({ kind, claim }) => (
            <>
              {desk(claim)} ({t(`linkKind.${kind}.label`)})
            </>
          )}
          locale={locale}
        />
        <Named
          lead={t("desk.claim.touches.relatives", { count: relatives.count })}
          {...{ touched: relatives, name: desk, locale }}
        />
        <Named
          lead={t("desk.claim.touches.reports", { count: reports.count })}
          touched={reports}
          name={({ publicId, title, publicationName }) => (
            <a href={`/${locale}/reports/${publicId}`}>
              <bdi>
                {title
                  ? t("desk.claim.touches.report", { title, publication: publicationName })
                  : publicationName}
              </bdi>
            </a>
          )}
          locale={locale}
        />
        <Pages effects={effects} publicId={publicId} locale={locale} />
      </ul>
    </div>
  );
}

function both<T>(one: Touched<T>, other: Touched<T>): Touched<T> {
  return { count: one.count + other.count, shown: [...one.shown, ...other.shown] };
}

type NamedProps<T> = { lead: string; touched: Touched<T>; name: (one: T) => ReactNode; locale: string };

/** What is reached of one kind: nothing is said where there is none of it. */
function Named<T>({ lead, touched: { count, shown }, name, locale }: NamedProps<T>) {
  if (count === 0) return null;
  return (
    <li>
      {lead}
      <ul className="ps-4">
        {shown.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is rendered once
          <li key={at}>{name(one)}</li>
        ))}
        {count > shown.length ? (
          <li>{translator(locale)("desk.claim.touches.more", { count: count - shown.length })}</li>
        ) : null}
      </ul>
    </li>
  );
}

/** Where readers see the claim. */
function Pages({ effects: { event, claimant }, publicId, locale }: Omit<Props, "restores">) {
  const t = translator(locale);
  if (!event.isPublic) return <li>{t("desk.claim.touches.notPublic")}</li>;
  const pages = [
    { href: `claims/${publicId}`, label: t("desk.claim.touches.ownPage") },
    { href: `events/${event.slug}`, label: t("desk.claim.touches.eventPage", { name: event.title }) },
    { href: `claimants/${claimant.slug}`, label: t("desk.claim.touches.page", { name: claimant.name }) },
    { href: `corrections?event=${event.slug}`, label: t("desk.claim.touches.corrections") },
  ];
  return (
    <li>
      {t("desk.claim.touches.pages")}
      <ul className="ps-4">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <a href={`/${locale}/${href}`}>
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}

function ClaimLink({ claim, locale }: { claim: ClaimRef; locale: string }) {
  const { publicId, raw, claimant, stated } = claim;
  return (
    <a href={`/${locale}/desk/claims/${publicId}`}>
      <bdi>{raw ?? translator(locale)("claimPage.statementRef")}</bdi>, <bdi>{claimant.name}</bdi>,{" "}
      {tellDate(stated, locale, "short")}
    </a>
  );
}
