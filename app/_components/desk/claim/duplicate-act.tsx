import { markDuplicateAction } from "@/app/[locale]/(desk)/desk/links/actions";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import { translator } from "@/lib/format/messages";
import type { DeskTwin } from "@/lib/links/desk-twins";
import { tellDate } from "../../ui/date-text";
import { DeskAct } from "../desk-act";
import type { FieldTexts } from "../field-texts";
import { noteField, reasonField } from "../links/link-words";

type Props = { claim: DeskClaim; twins: DeskTwin[]; texts: FieldTexts; locale: string };

/** An editor says that this claim is the same as another, logged before (R27, R28). */
export function DuplicateAct({ claim, twins, texts, locale }: Props) {
  const t = translator(locale);
  if (twins.length === 0) return null;
  const place = { locale, slug: claim.event.slug, tab: "duplicate_of" };
  return (
    <DeskAct
      id="duplicate"
      action={markDuplicateAction.bind(null, place, { id: claim.id, version: claim.version })}
      summary={t("desk.links.markDuplicate")}
      submit={t("desk.links.acceptDuplicateSubmit")}
      fields={[
        {
          kind: "one",
          name: "kept",
          label: t("desk.links.sameAs"),
          required: true,
          blank: t("desk.log.chooseOne"),
          options: twins.map(({ id, version, publicId, raw, statement, claimant, stated }) => ({
            value: `${id} ${version}`,
            label: `${t("claimPage.claimOption", {
              raw: raw ?? statement ?? "",
              claimant: claimant.name,
              date: tellDate(stated, locale, "short"),
            })} (${publicId})`,
          })),
        },
        reasonField(t),
        noteField(t),
      ]}
      texts={texts}
    >
      <p>{t("desk.links.markLead", { duplicate: claim.publicId })}</p>
    </DeskAct>
  );
}
