"use client";

import { Combobox } from "../combobox";
import type { FieldTexts } from "../field-texts";

type Props = {
  kind: "event" | "claimant" | "publication" | "measure";
  label: string;
  submit: string;
  initial: { id: string; label: string } | null;
  eventId: string | null;
  locale: string;
  texts: FieldTexts;
};

/** Which record stays: asked by address, so that the preview of a merge can be shared and looked at again. */
export function IntoForm({ kind, label, submit, initial, eventId, locale, texts }: Props) {
  return (
    <form className="grid gap-4 measure-text">
      <Combobox
        name="into"
        kind={kind}
        label={label}
        initial={initial}
        eventId={eventId}
        locale={locale}
        required
        texts={texts}
      />
      <div>
        <button type="submit">{submit}</button>
      </div>
    </form>
  );
}
