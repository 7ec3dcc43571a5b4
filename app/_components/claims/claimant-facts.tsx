import type { ReactNode } from "react";
import type { ClaimantPage } from "@/lib/claimants/types";
import { translator } from "@/lib/format/messages";
import { DataTable } from "../ui/data-table";
import { Fact, FactList } from "../ui/fact-list";
import { NameList } from "../ui/name-list";

type Props = { claimant: ClaimantPage; locale: string };

/** Who a claimant is: its other names, the body it belongs to, those that belong to it, where it publishes. */
export function ClaimantFacts({ claimant, locale }: Props) {
  const t = translator(locale);
  const { aliases, partOf, members, publication, viaPublication } = claimant;
  const hasNone = aliases.length + members.length === 0 && !partOf && !publication && !viaPublication;
  if (hasNone) return null;
  return (
    <section className="max-w-2xl">
      <h2 className="sr-only">{t("claimantPage.facts")}</h2>
      <FactList>
        {aliases.length > 0 ? (
          <Fact label={t("claimantPage.aliases")}>
            <NameList names={aliases.map((name) => ({ name }))} />
          </Fact>
        ) : null}
        {partOf ? (
          <Fact label={t("claimantPage.partOf")}>
            <RecordLink href={`/${locale}/claimants/${partOf.slug}`}>{partOf.name}</RecordLink>
          </Fact>
        ) : null}
        {members.length > 0 ? (
          <Fact label={t("claimantPage.members")}>
            <NameList
              names={members.map(({ slug, name }) => ({ name, href: `/${locale}/claimants/${slug}` }))}
            />
          </Fact>
        ) : null}
        {publication ? (
          <Fact label={t("claimantPage.publication")}>
            <RecordLink href={`/${locale}/publications/${publication.slug}`}>{publication.name}</RecordLink>
          </Fact>
        ) : null}
        {viaPublication ? (
          <Fact label={t("claimantPage.via")}>
            <RecordLink href={`/${locale}/publications/${viaPublication.slug}`}>
              {viaPublication.name}
            </RecordLink>
            <span className="block small text-muted">{t("claimantPage.viaWhy")}</span>
          </Fact>
        ) : null}
      </FactList>
    </section>
  );
}

function RecordLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href}>
      <bdi>{children}</bdi>
    </a>
  );
}

/** The events in which a claimant has a part, on which side and in which role. */
export function ClaimantParties({ parties, locale }: { parties: ClaimantPage["parties"]; locale: string }) {
  const t = translator(locale);
  return (
    <section className="mt-12">
      <h2 className="text-2xl mb-2">{t("claimantPage.events")}</h2>
      {parties.length === 0 ? (
        <p className="text-muted">{t("claimantPage.noEvents")}</p>
      ) : (
        <DataTable caption={t("claimantPage.eventsCaption")}>
          <thead>
            <tr>
              <th scope="col">{t("claimantPage.event")}</th>
              <th scope="col">{t("claimantPage.side")}</th>
              <th scope="col">{t("claimantPage.role")}</th>
            </tr>
          </thead>
          <tbody>
            {parties.map(({ event, side, role }) => (
              <tr key={event.slug}>
                <th scope="row">
                  <RecordLink href={`/${locale}/events/${event.slug}`}>{event.title}</RecordLink>
                </th>
                <td>
                  <bdi>{side ?? t("claimantPage.noSide")}</bdi>
                </td>
                <td>{role ? t(`partyRole.${role}.label`) : t("claimantPage.noRole")}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}
