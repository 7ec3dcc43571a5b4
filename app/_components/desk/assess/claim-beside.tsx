import type { Assessing } from "@/lib/assessments/desk-assessing";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import type { AssessmentView } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { Assessment } from "../../claims/assessment-list";
import { ClaimRefLink } from "../../claims/claim-ref";
import { readingWords } from "../../claims/quantity-reading";
import { ContestedBadge } from "../../figures/status-words";
import { fieldWords, valueWords } from "../../history/revision-words";
import { Fact, FactList } from "../../ui/fact-list";
import { DeskAttributions } from "../claim/desk-attributions";

type Props = {
  claim: DeskClaim;
  assessing: Assessing;
  /** The newest first. */
  assessments: readonly AssessmentView[];
  locale: string;
};

/** Beside the form: the claim as it reads, who contests it, its reports, and what was assessed of it before. */
export function ClaimBeside({ claim, assessing, assessments, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="grid gap-10 content-start min-w-0">
      <ClaimAsItReads claim={claim} contested={assessing.contested} locale={locale} />
      <DeskAttributions claim={claim} locale={locale} />
      <section id="assessments">
        <h2 className="text-2xl">{t("desk.assess.beside.assessments")}</h2>
        {assessments.length === 0 ? (
          <p className="mt-2 text-muted">{t("claimPage.assessments.none")}</p>
        ) : null}
        {assessments.map((assessment) => (
          <Assessment key={assessment.number} assessment={assessment} own={assessing.own} locale={locale} />
        ))}
      </section>
    </div>
  );
}

type ReadsProps = { claim: DeskClaim; contested: Assessing["contested"]; locale: string };

function ClaimAsItReads({ claim, contested, locale }: ReadsProps) {
  const t = translator(locale);
  const { values, publicId, verification, lifecycle } = claim;
  const { translation } = values.wording;
  return (
    <section>
      <h2 className="text-2xl mb-2">{t("desk.assess.beside.title")}</h2>
      <FactList>
        <Fact label={fieldWords("wording", t)}>
          <bdi className="figure" lang={values.wording.language}>
            {values.wording.text}
          </bdi>
          {translation ? <bdi className="block text-muted">{translation}</bdi> : null}
        </Fact>
        {values.type === "figure" ? (
          <Fact label={t("desk.claim.reads")}>
            {readingWords({ raw: values.wording.text, ...values.quantity }, locale)}
          </Fact>
        ) : null}
        {(["stated", "asOf", "basis", "standing"] as const).map((field) => {
          const words = valueWords(field, values[field], locale);
          return words === "" ? null : (
            <Fact key={field} label={fieldWords(field, t)}>
              {words}
            </Fact>
          );
        })}
        <Fact label={t("desk.claim.standsAs")}>
          {t(`verification.${verification}.label`)}, {t(`lifecycle.${lifecycle}.label`)}
        </Fact>
        <Fact label={t("desk.assess.beside.contested")} isMissing={contested === null}>
          <Contested contested={contested} locale={locale} />
        </Fact>
      </FactList>
      <p className="mt-2">
        <a className="inline-block py-1" href={`/${locale}/desk/claims/${publicId}`}>
          {t("desk.assess.beside.facts")}
        </a>
      </p>
    </section>
  );
}

function Contested({ contested, locale }: { contested: Assessing["contested"]; locale: string }) {
  const t = translator(locale);
  if (!contested) return t("desk.assess.beside.notContested");
  const { nearest, farthest, count } = contested;
  return (
    <>
      <ContestedBadge count={count} locale={locale} />
      <span className="block">
        <ClaimRefLink claim={nearest} locale={locale} />
      </span>
      {farthest.publicId === nearest.publicId ? null : (
        <span className="block">
          <ClaimRefLink claim={farthest} locale={locale} />
        </span>
      )}
    </>
  );
}
