import type { DeskClaim } from "@/lib/claims/desk-claims";
import { translator } from "@/lib/format/messages";
import type { Json } from "@/lib/history/digest";
import { readingWords } from "../../claims/quantity-reading";
import { fieldWords, valueWords } from "../../history/revision-words";
import { Fact, FactList } from "../../ui/fact-list";

type Props = { claim: DeskClaim; locale: string };

// The wording stands above, and what points at a record is told by its name.
const APART = ["wording", "claimantId", "measureId", "relativeToId", "quantity", "type"];

/** The claim as it reads, field by field. */
export function DeskClaimFacts({ claim, locale }: Props) {
  const t = translator(locale);
  const { values, measure, relativeTo } = claim;
  const { translation, translatedBy } = values.wording;
  const rest = Object.entries(values as Record<string, Json>).filter(([field]) => !APART.includes(field));
  return (
    <section>
      <h2 className="text-2xl mb-2">{t("desk.claim.facts")}</h2>
      <FactList>
        {values.type === "figure" ? (
          <Fact label={t("desk.claim.reads")}>
            {readingWords({ raw: values.wording.text, ...values.quantity }, locale)}
          </Fact>
        ) : null}
        {translation ? (
          <Fact label={t("claimPage.wording.translation")}>
            <bdi dir="auto">{translation}</bdi>
            <span className="block small text-muted">
              {t("claims.translatedBy", { by: translatedBy ?? "" })}
            </span>
          </Fact>
        ) : null}
        <Fact label={fieldWords("claimant", t)}>
          <a href={`/${locale}/desk/claimants/${claim.claimant.slug}`}>
            <bdi>{claim.claimant.name}</bdi>
          </a>
        </Fact>
        {measure ? (
          <Fact label={fieldWords("measure", t)}>
            <bdi>{measure.label}</bdi>
          </Fact>
        ) : null}
        {relativeTo ? (
          <Fact label={fieldWords("relativeTo", t)}>
            <a href={`/${locale}/desk/claims/${relativeTo.publicId}`}>
              <bdi>
                {relativeTo.raw}, {relativeTo.claimant.name}
              </bdi>
            </a>
          </Fact>
        ) : null}
        {rest.map(([field, value]) => {
          const words = valueWords(field, value, locale);
          return (
            <Fact key={field} label={fieldWords(field, t)} isMissing={words === ""}>
              {words === "" ? t("desk.claim.blank") : <bdi>{words}</bdi>}
            </Fact>
          );
        })}
        <Fact label={t("desk.claim.standsAs")}>
          {t(`verification.${claim.verification}.label`)}, {t(`lifecycle.${claim.lifecycle}.label`)}
        </Fact>
      </FactList>
    </section>
  );
}
