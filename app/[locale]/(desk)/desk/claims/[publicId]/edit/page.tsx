import type { Metadata } from "next";
import { ClaimCrumbs } from "@/app/_components/desk/claim/claim-crumbs";
import { claimFormWords } from "@/app/_components/desk/claim-form/claim-form-words";
import { EditClaimForm } from "@/app/_components/desk/claim-form/edit-claim-form";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { makeWords } from "@/app/_components/desk/records/make-words";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { typedClaim } from "@/app/_desk/claim-typed";
import { listClaimVersions } from "@/lib/claims/desk-claim-versions";
import { type DeskClaim, findDeskClaim } from "@/lib/claims/desk-claims";
import { isLocale, translator } from "@/lib/format/messages";
import { type EditVerb, editClaimAction } from "./actions";

type Props = PageProps<"/[locale]/desk/claims/[publicId]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.claim.edit.title", { publicId }) };
}

/** A claim on file in its form: to edit, to amend in public, or to propose to an editor, by what it is and who asks. */
export default async function EditClaimPage({ params, searchParams }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const claim = PUBLIC_ID.test(publicId) ? await findDeskClaim(actor, publicId) : null;
  if (!claim) return <Missing locale={locale} />;
  const { version: asked, propose } = await searchParams;
  const verb = verbFor(claim, propose === "1");
  const t = translator(locale);
  if (!verb) return <Refused locale={locale} needed={t("role.editor.label")} />;

  const restored = await findVersion(actor, publicId, Number(asked));
  const initial = await typedClaim(actor, claim, restored?.values ?? claim.values, new Date());
  const words = claimFormWords(locale);
  const page = `/${locale}/desk/claims/${publicId}`;
  const titles = { edit: "title", amend: "amendTitle", propose: "proposeTitle" } as const;
  return (
    <>
      <ClaimCrumbs publicId={publicId} locale={locale} />
      <PageTitle title={t(`desk.claim.edit.${titles[verb]}`, { publicId })}>
        <p className="measure-text">{t(`desk.claim.edit.${verb}Lead`)}</p>
        {verb === "amend" ? (
          <p className="mt-1">
            <a href={`${page}/edit?propose=1`}>{t("desk.claim.edit.proposeInstead")}</a>
          </p>
        ) : null}
      </PageTitle>
      {restored ? (
        <p role="status" className="mb-6 border-s-3 border-ink ps-3">
          {t("desk.claim.edit.restored", { version: restored.version })}
        </p>
      ) : null}
      <noscript>
        <p className="mb-6">{t("desk.claim.edit.noscript")}</p>
      </noscript>
      <EditClaimForm
        action={editClaimAction.bind(null, { locale, publicId, verb })}
        initial={initial}
        version={claim.version}
        eventId={claim.event.id}
        needsReason={verb !== "edit"}
        submit={t(`desk.claim.edit.${verb === "edit" ? "save" : verb}`)}
        more={t("desk.claim.edit.more")}
        reasonHint={t("desk.claim.edit.reasonHint")}
        locale={locale}
        words={claim.values.standing === "disowned" ? withDisowned(words, locale) : words}
        makeWords={makeWords(locale)}
        texts={fieldTexts(locale)}
      />
    </>
  );
}

function verbFor({ may }: DeskClaim, isProposing: boolean): EditVerb | null {
  if (may.includes("edit")) return "edit";
  if (may.includes("amend") && !isProposing) return "amend";
  return may.includes("propose") ? "propose" : null;
}

async function findVersion(actor: Parameters<typeof listClaimVersions>[0], publicId: string, asked: number) {
  if (!Number.isInteger(asked)) return null;
  const versions = await listClaimVersions(actor, publicId);
  return versions?.find(({ version, values }) => version === asked && values !== null) ?? null;
}

/** Whether its claimant denies a claim is decided on its own page, and is the only choice here. */
function withDisowned(words: ReturnType<typeof claimFormWords>, locale: string) {
  const label = translator(locale)("standing.disowned.label");
  return { ...words, standings: [{ value: "disowned", label }] };
}
