import { writeNoteAction } from "@/app/[locale]/(desk)/desk/notes/actions";
import { translator } from "@/lib/format/messages";
import type { NoteView } from "@/lib/notes/desk-notes";
import type { NotedKind } from "@/lib/notes/schema";
import { MomentText } from "../ui/moment-text";
import { DeskAct } from "./desk-act";
import { fieldTexts } from "./field-texts";

type Props = { notes: NoteView[]; subject: { kind: NotedKind; id: string }; locale: string };

/** What colleagues wrote to each other about a record, which readers never see, and one more. */
export function Notes({ notes, subject, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="notes">
      <h2 className="text-2xl">{t("desk.notes.title")}</h2>
      <p className="small text-muted mt-1">{t("desk.notes.lead")}</p>
      {notes.length > 0 ? (
        <ul className="mt-3 border-t border-rule">
          {notes.map(({ id, text, by, at }) => (
            <li key={id} className="border-b border-rule py-3 measure-text">
              <p className="whitespace-pre-line" dir="auto">
                {text}
              </p>
              <p className="small text-muted">
                <bdi>{by}</bdi>, <MomentText instant={at} locale={locale} />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-4">
        <DeskAct
          id="note"
          action={writeNoteAction.bind(null, locale, subject)}
          fields={[{ kind: "text", name: "text", label: t("desk.notes.text"), required: true }]}
          submit={t("desk.notes.write")}
          isQuiet
          texts={fieldTexts(locale)}
        />
      </div>
    </section>
  );
}
