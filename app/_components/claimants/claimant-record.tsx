import type { ClaimantCounts, MemberClaims } from "@/lib/claims/count-of-claimant";
import { translator } from "@/lib/format/messages";
import { LIFECYCLES, VERIFICATIONS } from "@/lib/vocabulary";
import { DataTable } from "../ui/data-table";
import { Fact, FactList } from "../ui/fact-list";

type Props = { slug: string; counts: ClaimantCounts; locale: string };

/** How many claims a claimant has in each state, each count leading to those claims; and how many its members have. */
export function ClaimantRecord({ slug, counts: { own, members }, locale }: Props) {
  const t = translator(locale);
  const list = `/${locale}/claims?claimant=${slug}`;
  const ofMembers = members.reduce((sum, { claims }) => sum + claims, 0);
  return (
    <section id="record" className="mt-12 max-w-2xl">
      <h2 className="text-2xl">{t("claimantPage.record.title")}</h2>
      <p className="small text-muted mt-1 mb-3 measure-text">{t("claimantPage.record.how")}</p>
      <FactList>
        <Fact label={t("claimantPage.record.claims")}>
          <a href={list}>{t("claimantPage.record.claimCount", { count: own.total })}</a>
        </Fact>
        <Fact label={t("claimantPage.record.lifecycle")}>
          <StateList
            states={LIFECYCLES.filter((code) => own.byLifecycle[code] > 0).map((code) => ({
              key: code,
              count: own.byLifecycle[code],
              state: t(`lifecycle.${code}.label`),
              href: `${list}&lifecycle=${code}`,
            }))}
            locale={locale}
          />
        </Fact>
        {own.byLifecycle.current > 0 ? (
          <>
            <Fact label={t("claimantPage.record.verification")}>
              <StateList
                states={VERIFICATIONS.filter((code) => own.byVerification[code] > 0).map((code) => ({
                  key: code,
                  count: own.byVerification[code],
                  state: t(`verification.${code}.label`),
                  href: `${list}&lifecycle=current&verification=${code}`,
                }))}
                locale={locale}
              />
            </Fact>
            <Fact label={t("claimantPage.record.contested")} isMissing={own.contested === 0}>
              {own.contested > 0 ? (
                <a href={`${list}&lifecycle=current&contested=yes`}>
                  {t("claimantPage.record.contestedCount", { count: own.contested })}
                </a>
              ) : (
                t("claimantPage.record.notContested")
              )}
            </Fact>
          </>
        ) : null}
        {own.disowned > 0 ? (
          <Fact label={t("claimantPage.record.disowned")}>
            {t("claimantPage.record.disownedCount", { count: own.disowned })}
          </Fact>
        ) : null}
        {members.length > 0 ? (
          <Fact label={t("claimantPage.record.members")}>
            <a href="#members">{t("claimantPage.record.memberCount", { count: ofMembers })}</a>
          </Fact>
        ) : null}
      </FactList>
    </section>
  );
}

type State = { key: string; count: number; state: string; href: string };

function StateList({ states, locale }: { states: State[]; locale: string }) {
  const t = translator(locale);
  return (
    <ul className="flex flex-wrap gap-x-5">
      {states.map(({ key, count, state, href }) => (
        <li key={key}>
          <a className="touch" href={href}>
            {t("claimantPage.record.stateCount", { count, state })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What those say who belong to a body, told apart from what it says itself (R18). */
export function MemberClaimsTable({
  members,
  membersMax,
  locale,
}: {
  members: MemberClaims[];
  membersMax: number;
  locale: string;
}) {
  const t = translator(locale);
  if (members.length === 0) return null;
  return (
    <section id="members" className="mt-12">
      <h2 className="text-2xl">{t("claimantPage.memberClaims.title")}</h2>
      <p className="small text-muted mt-1 mb-3 measure-text">{t("claimantPage.memberClaims.how")}</p>
      {members.length >= membersMax ? (
        <p className="small text-muted">{t("claimantPage.memberClaims.capped", { count: membersMax })}</p>
      ) : null}
      <DataTable caption={t("claimantPage.memberClaims.caption")} isNumeric>
        <thead>
          <tr>
            {(["member", "claims", "current"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`claimantPage.memberClaims.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ slug, name, partOf, claims, current }) => (
            <tr key={slug}>
              <th scope="row">
                <a className="touch" href={`/${locale}/claimants/${slug}`}>
                  <bdi>{name}</bdi>
                </a>
                {partOf ? (
                  <span className="block small text-muted">
                    <bdi>{t("claimantPage.memberClaims.partOf", { name: partOf.name })}</bdi>
                  </span>
                ) : null}
              </th>
              <td>
                <a className="touch" href={`/${locale}/claims?claimant=${slug}`}>
                  {claims}
                </a>
              </td>
              <td>
                <a className="touch" href={`/${locale}/claims?claimant=${slug}&lifecycle=current`}>
                  {current}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
