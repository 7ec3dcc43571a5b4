import { translator } from "@/lib/format/messages";
import type { ProposalRow } from "@/lib/proposals/desk-proposals";
import { DayText } from "../ui/date-text";

type Props = { proposals: ProposalRow[]; locale: string };

/** Proposals, each with what it is about, who made it and why, and what an editor answered. */
export function ProposalList({ proposals, locale }: Props) {
  const t = translator(locale);
  return (
    <ul className="border-t border-rule">
      {proposals.map(
        ({ id, kind, state, claim, event, proposedBy, proposedAt, reason, answer, decidedBy }) => (
          <li key={id} data-row className="border-b border-rule py-3 measure-text">
            <a className="font-semibold" href={`/${locale}/desk/proposals/${id}`}>
              <bdi>
                {t("desk.proposal.of", { kind: t(`proposalKind.${kind}.label`), name: proposedBy.name })}
              </bdi>
            </a>{" "}
            <span className="small text-muted">
              <DayText instant={proposedAt} locale={locale} />
            </span>
            <p>
              <bdi>{claim.wording}</bdi>, <bdi>{claim.claimantName}</bdi>
              <span className="block small text-muted">
                <bdi>{event.title}</bdi>
              </span>
            </p>
            <p dir="auto">{reason}</p>
            {state === "open" ? null : (
              <p className="small">
                <bdi>
                  {t("desk.proposal.decidedBy", {
                    state: t(`proposalState.${state}.label`),
                    name: decidedBy ?? "",
                  })}
                </bdi>
                {answer ? <span dir="auto">. {t("desk.proposal.answer", { answer })}</span> : null}
              </p>
            )}
          </li>
        ),
      )}
    </ul>
  );
}
