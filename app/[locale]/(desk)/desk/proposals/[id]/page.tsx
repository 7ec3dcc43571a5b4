import type { Metadata } from "next";
import { z } from "zod";
import { DeskAct } from "@/app/_components/desk/desk-act";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { ProposedFields } from "@/app/_components/desk/proposed-fields";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { MomentText } from "@/app/_components/ui/moment-text";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { findProposal, type ProposalView } from "@/lib/proposals/desk-proposals";
import { acceptProposalAction, declineProposalAction } from "./actions";

type Props = PageProps<"/[locale]/desk/proposals/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.proposal.title") };
}

/** One proposal, field by field against the claim as its author read it and as it is now. */
export default async function ProposalPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const proposal = z.uuid().safeParse(id).success ? await findProposal(actor, id) : null;
  if (!proposal) return <Missing locale={locale} />;
  const t = translator(locale);
  const isDecider = can(actor.role, "proposal:decide");
  return (
    <article>
      <Breadcrumb
        crumbs={[{ label: t("desk.proposal.title"), href: `/${locale}/desk/proposals` }]}
        locale={locale}
      />
      <PageTitle
        kicker={t(`proposalState.${proposal.state}.label`)}
        title={
          <bdi>
            {t("desk.proposal.of", {
              kind: t(`proposalKind.${proposal.kind}.label`),
              name: proposal.proposedBy.name,
            })}
          </bdi>
        }
      />
      <Facts proposal={proposal} locale={locale} />
      {proposal.state === "open" && proposal.claimVersion !== proposal.currentClaimVersion ? (
        <p className="mt-6 border-s-3 border-flag ps-3 measure-text">
          {t("desk.proposal.changed", {
            before: proposal.claimVersion,
            now: proposal.currentClaimVersion,
          })}
        </p>
      ) : null}
      <div className="mt-8">
        <ProposedFields proposal={proposal} locale={locale} />
      </div>
      <div className="mt-8 measure-text">
        {proposal.state !== "open" ? null : isDecider ? (
          <Decision proposal={proposal} locale={locale} />
        ) : (
          <p>{t("desk.proposal.waits")}</p>
        )}
      </div>
    </article>
  );
}

type PartProps = { proposal: ProposalView; locale: string };

function Facts({ proposal, locale }: PartProps) {
  const t = translator(locale);
  const { claim, event, proposedAt, reason, answer, decidedBy, state } = proposal;
  return (
    <FactList>
      <Fact label={t("desk.proposal.claim")}>
        <a href={`/${locale}/desk/claims/${claim.publicId}`}>
          <bdi>{claim.wording}</bdi>, <bdi>{claim.claimantName}</bdi>
        </a>
      </Fact>
      <Fact label={t("desk.proposal.event")}>
        <a href={`/${locale}/events/${event.slug}`}>
          <bdi>{event.title}</bdi>
        </a>
      </Fact>
      <Fact label={t("desk.proposal.proposedAt")}>
        <MomentText instant={proposedAt} locale={locale} />
      </Fact>
      <Fact label={t("desk.proposal.reason")}>
        <span dir="auto">{reason}</span>
      </Fact>
      {decidedBy ? (
        <Fact label={t(`proposalState.${state}.label`)}>
          <bdi>{decidedBy}</bdi>
          {answer ? (
            <span className="block" dir="auto">
              {answer}
            </span>
          ) : null}
        </Fact>
      ) : null}
    </FactList>
  );
}

function Decision({ proposal, locale }: PartProps) {
  const t = translator(locale);
  const texts = fieldTexts(locale);
  const { id, version, kind, currentClaimVersion, mayAccept, mayDecline } = proposal;
  const accepts = acceptProposalAction.bind(null, locale, { id, claimVersion: currentClaimVersion });
  return (
    <>
      {mayAccept ? (
        <DeskAct
          id="accept"
          action={accepts}
          summary={t("desk.proposal.accept")}
          submit={t("desk.proposal.acceptSubmit")}
          version={version}
          texts={texts}
        >
          <p>{t(kind === "report" ? "desk.proposal.acceptReport" : "desk.proposal.acceptCorrection")}</p>
        </DeskAct>
      ) : (
        <p className="mb-3">{t("desk.proposal.own")}</p>
      )}
      {mayDecline ? (
        <DeskAct
          id="decline"
          action={declineProposalAction.bind(null, locale, id)}
          summary={t("desk.proposal.decline")}
          submit={t("desk.proposal.declineSubmit")}
          version={version}
          fields={[{ kind: "text", name: "answer", label: t("desk.proposal.answerLabel"), required: true }]}
          texts={texts}
        >
          <p>{t("desk.proposal.declineLead")}</p>
        </DeskAct>
      ) : null}
    </>
  );
}
