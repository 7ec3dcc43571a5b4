"use server";

import { refresh } from "next/cache";
import { submit } from "@/app/_desk/submit";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import type { NotedKind } from "@/lib/notes/schema";
import { writeNote } from "@/lib/notes/write-note";

/** Writes a note about a record for colleagues, on the page on which it stands. */
export async function writeNoteAction(
  locale: string,
  subject: { kind: NotedKind; id: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const note = { subjectKind: subject.kind, subjectId: subject.id, text: fields.required("text") };
    await writeNote(actor, note, now);
    refresh();
    return { message: translator(locale)("desk.notes.written") };
  });
}
