import type { Translate } from "@/lib/format/messages";
import type { LinkTab } from "@/lib/links/types";
import type { ActField } from "../desk-act";
import type { FieldTexts } from "../field-texts";

/** Where a list of links stands, which is where its decisions lead back to. */
export type LinkPlace = { locale: string; slug: string | null; tab: LinkTab };

/** What every item of a list of links is given. */
export type LinkItemProps<Row> = { row: Row; place: LinkPlace; texts: FieldTexts };

/** No, or nobody can tell; with a note, for colleagues unless its label says otherwise. */
export function declineFields(t: Translate, noteLabel = t("desk.links.note")): ActField[] {
  return [
    {
      kind: "one",
      name: "state",
      label: t("desk.links.answer"),
      options: [
        { value: "declined", label: t("desk.links.no") },
        { value: "unsure", label: t("desk.links.unsure") },
      ],
    },
    { ...noteField(t), label: noteLabel },
  ];
}

export function noteField(t: Translate, initial?: string | null): ActField {
  return { kind: "text", name: "note", label: t("desk.links.note"), initial: initial ?? undefined };
}

/** Why, for readers to see. */
export function reasonField(t: Translate): ActField {
  return {
    kind: "text",
    name: "reason",
    label: t("desk.links.reason"),
    hint: t("desk.links.reasonHint"),
    required: true,
  };
}
