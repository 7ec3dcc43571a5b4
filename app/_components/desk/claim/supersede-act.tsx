import { supersedeAction } from "@/app/[locale]/(desk)/desk/claims/[publicId]/link-actions";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import type { ClaimEffects } from "@/lib/claims/desk-effects";
import { translator } from "@/lib/format/messages";
import { DOWNWARD_REASONS } from "@/lib/vocabulary";
import { tellDate } from "../../ui/date-text";
import { DeskAct } from "../desk-act";
import type { FieldTexts } from "../field-texts";

type Props = { claim: DeskClaim; effects: ClaimEffects; texts: FieldTexts; locale: string };

/** An editor says that this figure takes the place of an older one of the same claimant (R18, R20, R22). */
export function SupersedeAct({ claim, effects, texts, locale }: Props) {
  const t = translator(locale);
  if (effects.older.length === 0) return null;
  return (
    <DeskAct
      id="supersede"
      action={supersedeAction.bind(null, locale, claim.publicId, { id: claim.id, version: claim.version })}
      summary={t("desk.claim.step.supersede")}
      submit={t("desk.claim.step.supersedeSubmit")}
      fields={[
        {
          kind: "one",
          name: "older",
          label: t("desk.claim.step.older"),
          required: true,
          blank: t("desk.log.chooseOne"),
          options: effects.older.map(({ id, version, raw, claimant, stated, measureLabel }) => ({
            value: `${id} ${version}`,
            label: `${t("claimPage.claimOption", {
              raw: raw ?? "",
              claimant: claimant.name,
              date: tellDate(stated, locale, "short"),
            })} (${measureLabel})`,
          })),
        },
        {
          kind: "one",
          name: "how",
          label: t("desk.claim.step.how"),
          options: [
            { value: "supersedes", label: t("desk.claim.step.howSupersedes") },
            { value: "replaces", label: t("desk.claim.step.howReplaces") },
          ],
        },
        {
          kind: "one",
          name: "downwardReason",
          label: t("desk.claim.links.downward"),
          blank: t("desk.claim.links.noDownward"),
          options: DOWNWARD_REASONS.map((value) => ({ value, label: t(`downwardReason.${value}.label`) })),
        },
        { kind: "yes", name: "isCorrection", label: t("desk.claim.links.isCorrection") },
        { kind: "yes", name: "speaksForBoth", label: t("desk.claim.links.speaksForBoth") },
        { kind: "text", name: "note", label: t("desk.claim.links.note") },
      ]}
      texts={texts}
    >
      <p>{t("desk.claim.step.supersedeLead")}</p>
    </DeskAct>
  );
}
