import { acceptSuccessionAction, declineSuccessionAction } from "@/app/[locale]/(desk)/desk/links/actions";
import { translator } from "@/lib/format/messages";
import type { ClaimLinkRow } from "@/lib/links/types";
import { DOWNWARD_REASONS } from "@/lib/vocabulary";
import { type ActField, DeskAct } from "../desk-act";
import { LinkItem } from "./link-item";
import { declineFields, type LinkItemProps, noteField } from "./link-words";
import { TwoClaims } from "./linked-claim";

/** Whether a claimant's newer figure takes the place of its older one (R18-R20). */
export function SuccessionItem({ row, place, texts }: LinkItemProps<ClaimLinkRow>) {
  const { locale } = place;
  const t = translator(locale);
  const { id, from, to, needsReason, downwardReason, version, note } = row;
  const pair = { from: read(from), into: read(to), version };
  const why: ActField = {
    kind: "one",
    name: "downwardReason",
    label: t("desk.claim.links.downward"),
    blank: t("desk.log.chooseOne"),
    options: DOWNWARD_REASONS.map((value) => ({ value, label: t(`downwardReason.${value}.label`) })),
    initial: downwardReason ?? "",
    required: true,
  };
  const both: ActField = { kind: "yes", name: "speaksForBoth", label: t("desk.claim.links.speaksForBoth") };
  return (
    <LinkItem id={id} event={row.event} place={place}>
      <TwoClaims
        first={{ label: t("desk.links.older"), claim: to }}
        second={{ label: t("desk.links.newer"), claim: from }}
        locale={locale}
      />
      {needsReason ? <p className="mt-3">{t("desk.links.fell")}</p> : null}
      {note ? (
        <p dir="auto" className="mt-3">
          {note}
        </p>
      ) : null}
      <div className="mt-3 measure-text">
        <DeskAct
          id={`accept-${id}`}
          action={acceptSuccessionAction.bind(null, place, pair)}
          summary={t("desk.links.acceptSuccession")}
          submit={t("desk.claim.links.acceptSubmit")}
          fields={[
            ...(needsReason ? [why] : []),
            { kind: "yes", name: "isCorrection", label: t("desk.claim.links.isCorrection") },
            ...(from.claimant.slug === to.claimant.slug ? [] : [both]),
            { ...noteField(t), label: t("desk.claim.links.note"), initial: note ?? undefined },
          ]}
          texts={texts}
        >
          <p>{t("desk.claim.links.acceptLead")}</p>
          <p>{t("desk.links.touchesSuccession", { older: to.raw ?? "", measure: to.measureLabel ?? "" })}</p>
        </DeskAct>
        <DeskAct
          id={`decline-${id}`}
          action={declineSuccessionAction.bind(null, place, pair)}
          summary={t("desk.links.declineSuccession")}
          submit={t("desk.links.keepAnswer")}
          fields={declineFields(t, t("desk.claim.links.note"))}
          texts={texts}
        >
          <p>{t("desk.claim.links.declineLead")}</p>
        </DeskAct>
      </div>
    </LinkItem>
  );
}

function read({ id, version }: { id: string; version: number }) {
  return { id, version };
}
