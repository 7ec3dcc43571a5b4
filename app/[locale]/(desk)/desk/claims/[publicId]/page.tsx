import type { Metadata } from "next";
import { ClaimActs } from "@/app/_components/desk/claim/claim-acts";
import { ClaimAssignee } from "@/app/_components/desk/claim/claim-assignee";
import { DeskClaimFacts } from "@/app/_components/desk/claim/claim-facts";
import { ClaimLinks } from "@/app/_components/desk/claim/claim-links";
import { DeskAttributions } from "@/app/_components/desk/claim/desk-attributions";
import { DeskClaimHead } from "@/app/_components/desk/claim/desk-claim-head";
import { OpenProposals } from "@/app/_components/desk/claim/open-proposals";
import { VersionTable } from "@/app/_components/desk/claim/version-table";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Notes } from "@/app/_components/desk/notes";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { listClaimVersions } from "@/lib/claims/desk-claim-versions";
import { type DeskClaim, findDeskClaim } from "@/lib/claims/desk-claims";
import { findClaimEffects } from "@/lib/claims/desk-effects";
import { listNamesIn } from "@/lib/claims/desk-names";
import { isLocale, translator } from "@/lib/format/messages";
import { listTwins } from "@/lib/links/desk-twins";
import { listNotes } from "@/lib/notes/desk-notes";
import { listOpenProposals } from "@/lib/proposals/desk-proposals";
import { findAssignment, listAssignees } from "@/lib/queue/desk-assignment";

type Props = PageProps<"/[locale]/desk/claims/[publicId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: `${translator(locale)("desk.claim.list.title")} ${publicId}` };
}

/** One claim of any record status, and all that can be done with it. */
export default async function DeskClaimPage({ params, searchParams }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const claim = PUBLIC_ID.test(publicId) ? await findDeskClaim(actor, publicId) : null;
  if (!claim) return <Missing locale={locale} />;

  const [effects, versions, notes, twins, proposals, assignment, colleagues] = await Promise.all([
    findClaimEffects(actor, claim.id),
    listClaimVersions(actor, publicId),
    listNotes(actor, "claim", claim.id),
    listTwins(actor, publicId),
    claim.openProposalCount > 0 ? listOpenProposals(actor) : { rows: [] },
    isAssigned(claim) && can(actor.role, "claim:assign") ? findAssignment(actor, claim.id) : null,
    isAssigned(claim) && can(actor.role, "claim:assign") ? listAssignees(actor) : [],
  ]);
  if (!effects || !versions) return <Missing locale={locale} />;
  const names = await listNamesIn(
    actor,
    versions.flatMap(({ values }) => values ?? []),
  );

  const { done } = await searchParams;
  const t = translator(locale);
  const texts = fieldTexts(locale);
  const page = `/${locale}/desk/claims/${publicId}`;
  const mayChange = ["edit", "amend", "propose"].some((step) => (claim.may as string[]).includes(step));
  return (
    <article>
      <Breadcrumb
        crumbs={[{ label: t("desk.claim.list.title"), href: `/${locale}/desk/claims` }]}
        locale={locale}
      />
      <DeskClaimHead claim={claim} locale={locale} />
      <DoneMessage text={typeof done === "string" ? doneWords(done, locale) : null} />
      {assignment ? (
        <ClaimAssignee
          claim={claim}
          assignment={assignment}
          actorId={actor.id}
          colleagues={colleagues}
          texts={texts}
          locale={locale}
        />
      ) : null}
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <div className="grid gap-12 content-start min-w-0">
          <DeskClaimFacts claim={claim} locale={locale} />
          <DeskAttributions claim={claim} locale={locale} />
          <ClaimLinks
            claim={claim}
            twins={twins}
            canDecide={can(actor.role, "claim_link:decide")}
            texts={texts}
            locale={locale}
          />
        </div>
        <div className="grid gap-12 content-start min-w-0">
          <ClaimActs claim={claim} effects={effects} texts={texts} locale={locale} />
          <OpenProposals
            proposals={proposals.rows.filter((proposal) => proposal.claim.id === claim.id)}
            count={claim.openProposalCount}
            locale={locale}
          />
          <Notes notes={notes} subject={{ kind: "claim", id: claim.id }} locale={locale} />
        </div>
      </div>
      <div className="mt-14">
        <VersionTable
          versions={versions}
          names={names}
          editHref={mayChange ? `${page}/edit` : null}
          locale={locale}
        />
      </div>
    </article>
  );
}

const DONE = [
  "submitted",
  "reviewed",
  "returned",
  "published",
  "assessed",
  "archived",
  "reopened",
  "edited",
  "amended",
  "proposed",
  "attached",
  "attribution",
  "retracted",
  "corrected",
  "entry_error",
  "disowned",
  "superseded",
  "declined",
  "redacted",
  "taken",
  "givenBack",
  "assigned",
] as const;

/** Whether an editor has it in hand, or should: it was handed in and is not public yet. */
function isAssigned({ recordStatus }: DeskClaim): boolean {
  return ["submitted", "in_review", "returned"].includes(recordStatus);
}

/** What was just done, as the address tells it. */
function doneWords(done: string, locale: string): string | null {
  const known = DONE.find((name) => name === done);
  return known ? translator(locale)(`desk.claim.done.${known}`) : null;
}
