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
import { findDeskClaim } from "@/lib/claims/desk-claims";
import { isLocale, translator } from "@/lib/format/messages";
import { findStart } from "@/lib/search/find-start";
import { attachReportAction } from "../actions";

type Props = PageProps<"/[locale]/desk/claims/[publicId]/attributions/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.claim.attributions.newTitle") };
}

/** One more report for a claim: attached at once, or proposed to an editor where the claim is public. */
export default async function AttachReportPage({ params, searchParams }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const claim = PUBLIC_ID.test(publicId) ? await findDeskClaim(actor, publicId) : null;
  if (!claim) return <Missing locale={locale} />;
  const t = translator(locale);
  const verb = claim.may.includes("attach") ? "attach" : claim.may.includes("propose") ? "propose" : null;
  if (!verb) return <Refused locale={locale} needed={t("role.editor.label")} />;

  const { report } = await searchParams;
  const start = typeof report === "string" ? report : "";
  const initial = await findStart(actor, { report: start, event: "", claimant: "" });
  const words = t(
    verb === "attach" ? "desk.claim.attributions.newLead" : "desk.claim.attributions.proposeLead",
    {
      publicId,
      claim: `${claim.values.wording.text}, ${claim.claimant.name}`,
    },
  );
  return (
    <>
      <ClaimCrumbs publicId={publicId} locale={locale} />
      <PageTitle title={t(`desk.claim.attributions.${verb === "attach" ? "newTitle" : "proposeTitle"}`)}>
        <p className="measure-text">
          <bdi>{words}</bdi>
        </p>
      </PageTitle>
      <AttributionForm
        action={attachReportAction.bind(null, { locale, publicId }, verb)}
        initial={initial}
        version={claim.version}
        eventId={claim.event.id}
        reason={
          verb === "propose"
            ? {
                label: t("desk.claim.attributions.saysWhy"),
                hint: t("desk.claim.attributions.reasonHint"),
              }
            : null
        }
        downward={{
          label: t("desk.claim.attributions.downwardReason"),
          blank: t("desk.claim.attributions.noDownward"),
        }}
        submit={t(`desk.claim.attributions.${verb}Submit`)}
        locale={locale}
        words={claimFormWords(locale)}
        makeWords={makeWords(locale)}
        texts={fieldTexts(locale)}
      />
    </>
  );
}
