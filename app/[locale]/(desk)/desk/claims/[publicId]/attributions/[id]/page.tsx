import type { Metadata } from "next";
import { ClaimCrumbs } from "@/app/_components/desk/claim/claim-crumbs";
import { AttributionForm } from "@/app/_components/desk/claim-form/attribution-form";
import { claimFormWords } from "@/app/_components/desk/claim-form/claim-form-words";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { makeWords } from "@/app/_components/desk/records/make-words";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { typedAttribution } from "@/app/_desk/attribution-typed";
import { findDeskClaim } from "@/lib/claims/desk-claims";
import { isLocale, translator } from "@/lib/format/messages";
import { editAttributionAction } from "../actions";

type Props = PageProps<"/[locale]/desk/claims/[publicId]/attributions/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.claim.attributions.editTitle") };
}

/** How one report carries a claim, to be changed: in the open where readers see it. */
export default async function EditAttributionPage({ params }: Props) {
  const { locale, publicId, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const claim = PUBLIC_ID.test(publicId) ? await findDeskClaim(actor, publicId) : null;
  const attribution = claim?.attributions.find((one) => one.id === id);
  if (!claim || !attribution) return <Missing locale={locale} />;
  const t = translator(locale);
  if (!claim.may.includes("attach")) return <Refused locale={locale} needed={t("role.editor.label")} />;

  const about = { publicId, claim: `${claim.values.wording.text}, ${claim.claimant.name}` };
  return (
    <>
      <ClaimCrumbs publicId={publicId} locale={locale} />
      <PageTitle title={t("desk.claim.attributions.editTitle")}>
        <p className="measure-text">
          <bdi>{t("desk.claim.attributions.editLead", about)}</bdi>
        </p>
        {attribution.isPublished ? (
          <p className="measure-text">{t("desk.claim.attributions.publicLead")}</p>
        ) : null}
      </PageTitle>
      <AttributionForm
        action={editAttributionAction.bind(null, { locale, publicId }, id)}
        initial={typedAttribution(attribution)}
        version={attribution.version}
        eventId={claim.event.id}
        reason={
          attribution.isPublished
            ? { label: t("desk.claim.attributions.reason"), hint: t("desk.claim.attributions.reasonHint") }
            : null
        }
        downward={{
          label: t("desk.claim.attributions.downwardReason"),
          blank: t("desk.claim.attributions.noDownward"),
        }}
        submit={t("desk.claim.attributions.saveSubmit")}
        locale={locale}
        words={claimFormWords(locale)}
        makeWords={makeWords(locale)}
        texts={fieldTexts(locale)}
      />
    </>
  );
}
