import { translator } from "@/lib/format/messages";
import type { ProposalRow } from "@/lib/proposals/desk-proposals";
import { DayText } from "../../ui/date-text";

type Props = { proposals: ProposalRow[]; count: number; locale: string };

/** What was proposed for a claim and waits for an editor. */
export function OpenProposals({ proposals, count, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="proposals">
      <h2 className="text-2xl">{t("desk.claim.proposals.title")}</h2>
      {count === 0 ? <p className="mt-2 text-muted">{t("desk.claim.proposals.none")}</p> : null}
      <ul className="mt-2">
        {proposals.map(({ id, kind, proposedBy, proposedAt, reason }) => (
          <li key={id} className="border-b border-rule py-3 measure-text">
            <a href={`/${locale}/desk/proposals/${id}`}>
              <bdi>
                {t("desk.claim.proposals.by", {
                  kind: t(`proposalKind.${kind}.label`),
                  name: proposedBy.name,
                })}
              </bdi>
            </a>{" "}
            <span className="small text-muted">
              <DayText instant={proposedAt} locale={locale} />
            </span>
            <p dir="auto">{reason}</p>
          </li>
        ))}
      </ul>
      {count > proposals.length ? (
        <p className="mt-2">
          <a href={`/${locale}/desk/proposals`}>{t("desk.claim.proposals.all")}</a>
        </p>
      ) : null}
    </section>
  );
}
