import {
  disownClaimAction,
  moveClaimAction,
  moveClaimBackAction,
  withdrawClaimAction,
} from "@/app/[locale]/(desk)/desk/claims/[publicId]/actions";
import type { ClaimStep } from "@/lib/claims/claim-steps";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import type { ClaimEffects } from "@/lib/claims/desk-effects";
import { translator } from "@/lib/format/messages";
import { tellDate } from "../../ui/date-text";
import { type ActField, DeskAct } from "../desk-act";
import type { FieldTexts } from "../field-texts";
import { ClaimTouches } from "./claim-touches";
import { SupersedeAct } from "./supersede-act";

type Props = { claim: DeskClaim; effects: ClaimEffects; texts: FieldTexts; locale: string };

/** What the actor may do with the claim now: its next steps, what leads to a form, and what takes it back. */
export function ClaimActs(props: Props) {
  const { claim, locale } = props;
  const t = translator(locale);
  const links = linksFor(claim, locale);
  return (
    <section id="acts">
      <h2 className="text-2xl mb-2">{t("desk.claim.next")}</h2>
      {links.length > 0 ? (
        <ul className="flex flex-wrap gap-x-6 border-b border-rule pb-2">
          {links.map(({ href, label, key }) => (
            <li key={href}>
              <a className="inline-block py-2 font-semibold" href={href} data-key={key}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <Moves {...props} />
      <Withdrawals {...props} />
    </section>
  );
}

function linksFor({ may, publicId }: DeskClaim, locale: string) {
  const t = translator(locale);
  const page = `/${locale}/desk/claims/${publicId}`;
  const has = (step: ClaimStep) => may.includes(step);
  const links: [isOffered: boolean, path: string, word: Parameters<typeof word>[0]][] = [
    [has("assess"), "assess", "assess"],
    [has("edit"), "edit", "edit"],
    [has("amend"), "edit", "amend"],
    [has("propose") && !has("amend"), "edit", "propose"],
    [has("attach"), "attributions/new", "attach"],
    [has("propose") && !has("attach"), "attributions/new", "propose_report"],
    [has("redact"), "redact", "redact"],
  ];
  function word(step: "assess" | "edit" | "amend" | "propose" | "attach" | "propose_report" | "redact") {
    return t(`desk.claim.step.${step}`);
  }
  return links
    .filter(([isOffered]) => isOffered)
    .map(([, path, step]) => ({
      href: `${page}/${path}`,
      label: word(step),
      key: path === "edit" ? "e" : undefined,
    }));
}

const MOVES = [
  ["submit", "submitted"],
  ["review", "reviewed"],
  ["publish", "published"],
] as const;

const MOVES_BACK = [
  ["return", "returned"],
  ["reopen", "reopened"],
  ["archive", "archived"],
] as const;

function Moves({ claim, texts, locale }: Props) {
  const t = translator(locale);
  const { may, id, publicId, version, event, attributions } = claim;
  const place = { locale, publicId, id };
  const values = {
    event: event.recordStatus,
    count: attributions.filter(({ isPublished }) => !isPublished).length,
  };
  const reason: ActField = {
    kind: "text",
    name: "reason",
    label: t("desk.record.reasonOptional"),
    hint: t("desk.record.reasonHint"),
  };
  return (
    <>
      {MOVES.filter(([step]) => may.includes(step)).map(([step, move]) => (
        <DeskAct
          key={step}
          id={step}
          action={moveClaimAction.bind(null, place, move)}
          summary={t(`desk.claim.step.${step}`)}
          submit={t(`desk.claim.step.${step}`)}
          version={version}
          shortcut={step === "publish" ? "p" : undefined}
          fields={[reason]}
          texts={texts}
        >
          <p>{t(`desk.claim.step.${step}Lead`, values)}</p>
        </DeskAct>
      ))}
      {MOVES_BACK.filter(([step]) => may.includes(step)).map(([step, back]) => (
        <DeskAct
          key={step}
          id={step}
          action={moveClaimBackAction.bind(null, place, back)}
          summary={t(`desk.claim.step.${step}`)}
          submit={t(step === "reopen" ? "desk.claim.step.reopen" : `desk.claim.step.${step}Submit`)}
          version={version}
          shortcut={step === "return" ? "r" : undefined}
          fields={[{ ...reason, label: t("desk.record.reason"), required: true }]}
          texts={texts}
        >
          <p>{t(`desk.claim.step.${step}Lead`)}</p>
        </DeskAct>
      ))}
    </>
  );
}

const WITHDRAWALS = [
  ["retract", "retract", "retracted"],
  ["retract", "corrected", "corrected"],
  ["mark_entry_error", "entry_error", "entry_error"],
] as const;

function Withdrawals({ claim, effects, texts, locale }: Props) {
  const t = translator(locale);
  const { may, id, publicId, version } = claim;
  const place = { locale, publicId, id };
  const reason: ActField = {
    kind: "text",
    name: "reason",
    label: t("desk.claim.publicReason"),
    required: true,
  };
  return (
    <>
      {may.includes("supersede") || may.includes("replace") ? (
        <SupersedeAct claim={claim} effects={effects} texts={texts} locale={locale} />
      ) : null}
      {WITHDRAWALS.filter(([step]) => may.includes(step)).map(([, word, how]) => (
        <DeskAct
          key={how}
          id={how}
          action={withdrawClaimAction.bind(null, place, how)}
          summary={t(`desk.claim.step.${word}`)}
          submit={t(`desk.claim.step.${word}Submit`)}
          version={version}
          fields={[reason]}
          texts={texts}
        >
          <p>{t(`desk.claim.step.${word}Lead`)}</p>
          <ClaimTouches
            effects={effects}
            publicId={publicId}
            restores={how === "entry_error"}
            locale={locale}
          />
        </DeskAct>
      ))}
      {may.includes("disown") ? (
        <DeskAct
          id="disown"
          action={disownClaimAction.bind(null, place)}
          summary={t("desk.claim.step.disown")}
          submit={t("desk.claim.step.disownSubmit")}
          version={version}
          fields={[reason, ...passers(effects, locale)]}
          texts={texts}
        >
          <p>{t("desk.claim.step.disownLead")}</p>
          <ClaimTouches effects={effects} publicId={publicId} restores locale={locale} />
        </DeskAct>
      ) : null}
    </>
  );
}

/** Who may have passed the figure on as this claimant's. */
function passers({ others }: ClaimEffects, locale: string): ActField[] {
  const t = translator(locale);
  if (others.length === 0) return [];
  return [
    {
      kind: "any",
      name: "passedOnBy",
      label: t("desk.claim.step.passedOn"),
      options: others.map(({ id, version, raw, claimant, stated }) => ({
        value: `${id} ${version}`,
        label: t("claimPage.claimOption", {
          raw: raw ?? "",
          claimant: claimant.name,
          date: tellDate(stated, locale, "short"),
        }),
      })),
    },
  ];
}
