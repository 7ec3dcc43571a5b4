import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import type { MergeView } from "@/lib/merges/types";
import type { NoteView } from "@/lib/notes/desk-notes";
import type { NotedKind } from "@/lib/notes/schema";
import { Notes } from "../notes";
import { MergeList } from "./merge-list";

type Props = {
  subject: { kind: NotedKind; id: string };
  merges: MergeView[];
  undo: ((mergeId: string) => (state: FormState, form: FormData) => Promise<FormState>) | null;
  notes: NoteView[];
  /** Whether a field of it can be redacted by whoever looks (R35). */
  mayRedact?: boolean;
  locale: string;
};

/** What stands below every record on the desk: what it was merged with, and what colleagues noted. */
export function RecordFoot({ subject, merges, undo, notes, mayRedact = false, locale }: Props) {
  return (
    <>
      <MergeList merges={merges} undo={undo} locale={locale} />
      <div className="mt-12">
        <Notes notes={notes} subject={subject} locale={locale} />
      </div>
      {mayRedact ? (
        <p className="mt-8">
          <a className="inline-block py-2" href={`/${locale}/desk/redact/${subject.kind}/${subject.id}`}>
            {translator(locale)("desk.record.redact")}
          </a>
        </p>
      ) : null}
    </>
  );
}
