import {
  acceptSupersessionAction,
  declineSupersessionAction,
} from "@/app/[locale]/(desk)/desk/claims/[publicId]/link-actions";
import type { DeskClaim, DeskLink } from "@/lib/claims/desk-claims";
import { translator } from "@/lib/format/messages";
import type { DeskTwin } from "@/lib/links/desk-twins";
import { DOWNWARD_REASONS, type LinkKind } from "@/lib/vocabulary";
import { tellDate } from "../../ui/date-text";
import { DeskAct } from "../desk-act";
import type { FieldTexts } from "../field-texts";
import { DuplicateAct } from "./duplicate-act";

type Props = { claim: DeskClaim; twins: DeskTwin[]; canDecide: boolean; texts: FieldTexts; locale: string };

/** How the claim stands to others, and what was proposed while it was logged, for an editor to decide (R18-R20). */
export function ClaimLinks({ claim, twins, canDecide, texts, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="links">
      <h2 className="text-2xl">{t("desk.claim.links.title")}</h2>
      {claim.mergedInto ? (
        <p className="mt-2">
          {t("desk.links.isDuplicate")}{" "}
          <a href={`/${locale}/desk/claims/${claim.mergedInto}`}>
            {t("desk.links.isDuplicateOf", { kept: claim.mergedInto })}
          </a>
        </p>
      ) : null}
      {claim.links.length === 0 ? (
        <p className="mt-2 text-muted">{t("desk.claim.links.none")}</p>
      ) : (
        <ul className="mt-3 border-t border-rule">
          {claim.links.map((link) => (
            <li key={link.id} className="border-b border-rule py-3 measure-text">
              <LinkLine link={link} locale={locale} />
              {link.kind === "supersedes" && (link.state === "proposed" || link.state === "unsure") ? (
                <Decision claim={claim} link={link} canDecide={canDecide} texts={texts} locale={locale} />
              ) : canDecide && link.kind !== "passed_on_from" ? (
                <a
                  className="inline-block py-2"
                  href={`/${locale}/desk/events/${claim.event.slug}/links#link-${link.id}`}
                >
                  {t("desk.links.onEventPage")}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {canDecide ? <DuplicateAct claim={claim} twins={twins} texts={texts} locale={locale} /> : null}
    </section>
  );
}

const WORDS: Record<LinkKind, "Supersedes" | "Replaces" | "Duplicate" | "Origin" | "Passed"> = {
  supersedes: "Supersedes",
  replaces: "Replaces",
  duplicate_of: "Duplicate",
  one_origin: "Origin",
  passed_on_from: "Passed",
};

function LinkLine({ link, locale }: { link: DeskLink; locale: string }) {
  const t = translator(locale);
  const { kind, side, state, other, downwardReason, note } = link;
  const way = side === "from" ? "From" : "To";
  const isProposed = kind === "supersedes" && state === "proposed";
  return (
    <>
      <p>
        <span className="text-muted">
          {isProposed
            ? t(`desk.claim.links.proposed${way}`)
            : kind === "duplicate_of" && state !== "accepted"
              ? t("desk.links.perhapsSame")
              : t(`desk.claim.links.${side}${WORDS[kind]}`)}
        </span>{" "}
        <a href={`/${locale}/desk/claims/${other.publicId}`}>
          <bdi>{other.raw ?? t("claimPage.statementRef")}</bdi>, <bdi>{other.claimant.name}</bdi>,{" "}
          {tellDate(other.stated, locale, "short")}
        </a>{" "}
        <span className="small text-muted">
          ({t(`linkState.${state}.label`)}; {t(`recordStatus.${other.recordStatus}.label`)})
        </span>
      </p>
      {downwardReason ? (
        <p>{t("claimPage.chain.downward", { reason: t(`downwardReason.${downwardReason}.label`) })}</p>
      ) : null}
      {note ? <p dir="auto">{note}</p> : null}
    </>
  );
}

type DecisionProps = Omit<Props, "twins"> & { link: DeskLink };

function Decision({ claim, link, canDecide, texts, locale }: DecisionProps) {
  const t = translator(locale);
  if (!canDecide) return null;
  if (claim.recordStatus !== "published" || link.other.recordStatus !== "published")
    return <p className="small text-muted">{t("desk.claim.links.afterPublication")}</p>;

  const own = { id: claim.id, version: claim.version };
  const other = { id: link.other.id, version: link.other.version };
  const [newer, older] = link.side === "from" ? [own, other] : [other, own];
  const pair = { newer, older, version: link.version };
  return (
    <div className="mt-2">
      <DeskAct
        id={`accept-${link.id}`}
        action={acceptSupersessionAction.bind(null, locale, claim.publicId, pair)}
        summary={t("desk.claim.links.accept")}
        submit={t("desk.claim.links.acceptSubmit")}
        fields={[
          {
            kind: "one",
            name: "downwardReason",
            label: t("desk.claim.links.downward"),
            blank: t("desk.claim.links.noDownward"),
            options: DOWNWARD_REASONS.map((value) => ({ value, label: t(`downwardReason.${value}.label`) })),
            initial: link.downwardReason ?? "",
          },
          { kind: "yes", name: "isCorrection", label: t("desk.claim.links.isCorrection") },
          { kind: "text", name: "note", label: t("desk.claim.links.note"), initial: link.note ?? "" },
        ]}
        texts={texts}
      >
        <p>{t("desk.claim.links.acceptLead")}</p>
      </DeskAct>
      <DeskAct
        id={`decline-${link.id}`}
        action={declineSupersessionAction.bind(null, locale, claim.publicId, pair)}
        summary={t("desk.claim.links.decline")}
        submit={t("desk.claim.links.declineSubmit")}
        fields={[
          {
            kind: "one",
            name: "state",
            label: t("desk.claim.links.answer"),
            options: [
              { value: "declined", label: t("desk.claim.links.declined") },
              { value: "unsure", label: t("desk.claim.links.unsure") },
            ],
          },
          { kind: "text", name: "note", label: t("desk.claim.links.note") },
        ]}
        texts={texts}
      >
        <p>{t("desk.claim.links.declineLead")}</p>
      </DeskAct>
    </div>
  );
}
