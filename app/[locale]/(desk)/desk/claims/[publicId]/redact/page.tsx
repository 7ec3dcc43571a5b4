import type { Metadata } from "next";
import { ClaimCrumbs } from "@/app/_components/desk/claim/claim-crumbs";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { RedactFields } from "@/app/_components/desk/redact-fields";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { findDeskClaim } from "@/lib/claims/desk-claims";
import { listFilesOfClaim } from "@/lib/evidence/desk-evidence-files";
import { isLocale, translator } from "@/lib/format/messages";
import { listNotes } from "@/lib/notes/desk-notes";
import { findRedactable } from "@/lib/redactions/desk-redactable";

type Props = PageProps<"/[locale]/desk/claims/[publicId]/redact">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.redact.title") };
}

/** What can be redacted of a claim, of how reports carry it, of its files of evidence and of the notes about it (R35). */
export default async function RedactClaimPage({ params, searchParams }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "field:redact")) return <Refused locale={locale} needed={t("desk.redact.needed")} />;
  const claim = PUBLIC_ID.test(publicId) ? await findDeskClaim(actor, publicId) : null;
  if (!claim) return <Missing locale={locale} />;

  const [notes, files] = await Promise.all([
    listNotes(actor, "claim", claim.id),
    listFilesOfClaim(actor, claim.id),
  ]);
  const subjects = [
    { kind: "claim" as const, id: claim.id, name: publicId },
    ...claim.attributions.map(({ id, report }) => ({
      kind: "attribution" as const,
      id,
      name: report.title ?? report.publicationName,
    })),
    ...files.map(({ id, name }) => ({ kind: "evidence_file" as const, id, name })),
    ...notes.map(({ id, by }) => ({ kind: "note" as const, id, name: by })),
  ];
  const redactable = await Promise.all(subjects.map(({ kind, id }) => findRedactable(actor, kind, id)));
  const { done } = await searchParams;
  const texts = fieldTexts(locale);
  return (
    <>
      <ClaimCrumbs publicId={publicId} locale={locale} />
      <PageTitle title={t("desk.redact.title")}>
        <p className="measure-text">{t("desk.redact.lead")}</p>
      </PageTitle>
      <DoneMessage text={done === "redacted" ? t("desk.redact.done") : null} />
      {subjects.map((subject, at) => (
        <section key={subject.id} className="mt-8">
          <h2 className="text-xl mb-2">
            <bdi>
              {t(`desk.redact.record.${subject.kind}`)}: {subject.name}
            </bdi>
          </h2>
          <RedactFields
            subject={subject}
            fields={redactable[at] ?? []}
            back={`claims/${publicId}/redact`}
            texts={texts}
            locale={locale}
          />
        </section>
      ))}
    </>
  );
}
