import {
  reopenLinkAction,
  reopenViaAction,
  takeBackDuplicateAction,
} from "@/app/[locale]/(desk)/desk/links/actions";
import { type Translate, translator } from "@/lib/format/messages";
import type { ClaimLinkRow, Decided, ViaLinkRow } from "@/lib/links/types";
import { tellDay } from "../../ui/date-text";
import { DeskAct } from "../desk-act";
import { LinkItem } from "./link-item";
import { type LinkItemProps, noteField, reasonField } from "./link-words";
import { TwoClaims } from "./linked-claim";
import { ViaFacts } from "./via-item";

const LABELS = {
  supersedes: ["newer", "older"],
  replaces: ["newer", "older"],
  duplicate_of: ["duplicate", "kept"],
  one_origin: ["second", "first"],
} as const;

/** A decision on two claims: what, who, when, why, and the way back. */
export function DecidedLink({ row, place, texts }: LinkItemProps<ClaimLinkRow>) {
  const { locale } = place;
  const t = translator(locale);
  const { id, kind, state, from, to, note, decided, downwardReason } = row;
  const [fromLabel, toLabel] = LABELS[kind];
  return (
    <LinkItem id={id} event={row.event} place={place}>
      <Decision
        sentence={t(`desk.links.decided.${kind}.${answerOf(state)}`)}
        decided={decided}
        locale={locale}
      />
      <TwoClaims
        first={{ label: t(`desk.links.${toLabel}`), claim: to }}
        second={{ label: t(`desk.links.${fromLabel}`), claim: from }}
        locale={locale}
      />
      {downwardReason ? (
        <p className="mt-3">
          {t("claimPage.chain.downward", { reason: t(`downwardReason.${downwardReason}.label`) })}
        </p>
      ) : null}
      {note ? (
        <p dir="auto" className="mt-3">
          {note}
        </p>
      ) : null}
      <div className="mt-3 measure-text">
        <TakeBack row={row} place={place} texts={texts} t={t} />
      </div>
    </LinkItem>
  );
}

function TakeBack({ row, place, texts, t }: LinkItemProps<ClaimLinkRow> & { t: Translate }) {
  const { id, version, kind, state, mergeId } = row;
  if (kind === "duplicate_of" && state === "accepted") {
    if (mergeId === null) return null;
    return (
      <DeskAct
        id={`back-${id}`}
        action={takeBackDuplicateAction.bind(null, place, { mergeId })}
        summary={t("desk.links.takeBack")}
        submit={t("desk.links.takeBackSubmit")}
        fields={[reasonField(t)]}
        texts={texts}
      >
        <p>{t("desk.links.takeBackDuplicate")}</p>
      </DeskAct>
    );
  }
  const isSuccession = (kind === "supersedes" || kind === "replaces") && state === "accepted";
  const lead = isSuccession
    ? "takeBackSuccession"
    : kind === "one_origin"
      ? "takeBackOrigin"
      : "takeBackDeclined";
  return (
    <DeskAct
      id={`back-${id}`}
      action={reopenLinkAction.bind(null, place, { id, version })}
      summary={t("desk.links.takeBack")}
      submit={t("desk.links.takeBackSubmit")}
      fields={isSuccession ? [reasonField(t)] : []}
      texts={texts}
    >
      <p>{t(`desk.links.${lead}`)}</p>
    </DeskAct>
  );
}

/** A decision on whom a report was had from, and the way back. */
export function DecidedVia({ row, place, texts }: LinkItemProps<ViaLinkRow>) {
  const { locale } = place;
  const t = translator(locale);
  const { id, version, event, state, note, decided } = row;
  return (
    <LinkItem id={id} event={event} place={place}>
      <Decision sentence={t(`desk.links.decided.via.${answerOf(state)}`)} decided={decided} locale={locale} />
      <ViaFacts row={row} locale={locale} />
      {note ? (
        <p dir="auto" className="mt-3">
          {note}
        </p>
      ) : null}
      <div className="mt-3 measure-text">
        <DeskAct
          id={`back-${id}`}
          action={reopenViaAction.bind(null, place, { id, version, eventId: event.id })}
          summary={t("desk.links.takeBack")}
          submit={t("desk.links.takeBackSubmit")}
          fields={[noteField(t)]}
          texts={texts}
        >
          <p>{t(state === "accepted" ? "desk.links.takeBackVia" : "desk.links.takeBackDeclined")}</p>
        </DeskAct>
      </div>
    </LinkItem>
  );
}

function Decision({ sentence, decided, locale }: { sentence: string; decided: Decided; locale: string }) {
  const t = translator(locale);
  return (
    <p className="mb-3">
      <span className="font-semibold">{sentence}</span>{" "}
      {decided ? (
        <span className="small text-muted">
          <bdi>{t("desk.links.decidedBy", { name: decided.by, date: tellDay(decided.at, locale) })}</bdi>
        </span>
      ) : null}
    </p>
  );
}

function answerOf(state: string): "accepted" | "declined" | "unsure" {
  return state === "accepted" || state === "unsure" ? state : "declined";
}
