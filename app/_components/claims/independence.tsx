import type { ClaimPage, ClaimRef, PartnerView, TestView } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { PassedShape } from "../figures/verification-shape";
import { DataTable } from "../ui/data-table";
import { ClaimRefLink } from "./claim-ref";
import { EvidenceText } from "./test-evidence";

type Props = { claim: ClaimPage; locale: string };

/** Which figures of others support this one, and which tests of independence each passes and fails (R12). */
export function Independence({ claim, locale }: Props) {
  const t = translator(locale);
  const { figure } = claim;
  if (!figure) return null;
  const { independence } = figure;
  return (
    <section id="independence">
      <h2 className="text-2xl">{t("independence.title")}</h2>
      <p className="mt-2 measure-text text-muted">{t("independence.lead")}</p>
      {independence ? (
        <p className="mt-2 measure-text">
          {t("independence.counts", {
            compared: independence.comparedCount,
            independent: independence.independentCount,
          })}
        </p>
      ) : (
        <p className="mt-2 measure-text">{t("independence.gone")}</p>
      )}
      {(independence?.partners ?? []).map((partner, at) => (
        <Partner
          key={partner.claim.publicId}
          partner={partner}
          own={refOf(claim)}
          isOpen={at === 0}
          locale={locale}
        />
      ))}
    </section>
  );
}

type PartnerProps = { partner: PartnerView; own: ClaimRef; isOpen: boolean; locale: string };

function Partner({
  partner: { claim, tests, passedCount, isIndependent },
  own,
  isOpen,
  locale,
}: PartnerProps) {
  const t = translator(locale);
  return (
    <details className="mt-4 border-t border-rule pt-3" open={isOpen}>
      <summary className="py-1">
        <bdi className="figure">{claim.raw}</bdi>, <bdi>{claim.claimant.name}</bdi>:{" "}
        <span className="font-semibold">
          {t(isIndependent ? "independence.all" : "independence.some", {
            passed: passedCount,
            count: tests.length,
          })}
        </span>
      </summary>
      <p className="mt-2">
        <ClaimRefLink claim={claim} locale={locale} />
      </p>
      <TestTable tests={tests} own={own} other={claim} locale={locale} />
    </details>
  );
}

/** The tests of R12, each with its result in a word and a shape, and what it rests on. */
export function TestTable({
  tests,
  own,
  other,
  locale,
}: {
  tests: TestView[];
  own: ClaimRef;
  other: ClaimRef;
  locale: string;
}) {
  const t = translator(locale);
  return (
    <div className="mt-3">
      <DataTable caption={t("independence.caption")}>
        <thead>
          <tr>
            <th scope="col">{t("independence.test")}</th>
            <th scope="col">{t("independence.result")}</th>
            <th scope="col">{t("independence.evidenceTitle")}</th>
          </tr>
        </thead>
        <tbody>
          {tests.map((test) => (
            <tr key={test.test}>
              <th scope="row">{t(`independenceTest.${test.test}.label`)}</th>
              <td>
                <span className="state">
                  <svg viewBox="-8 -8 16 16" aria-hidden="true">
                    <PassedShape isPassed={test.passed} />
                  </svg>
                  {t(test.passed ? "independence.passed" : "independence.failed")}
                </span>
              </td>
              <td>
                <EvidenceText test={test} own={own} other={other} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

/** The claim of a page, as others name it. */
export function refOf({ publicId, claimant, figure, stated, asOf }: ClaimPage): ClaimRef {
  return {
    publicId,
    claimant: { slug: claimant.slug, name: claimant.name },
    raw: figure?.quantity.raw ?? null,
    qualifier: figure?.quantity.qualifier ?? null,
    stated,
    asOf,
  };
}
