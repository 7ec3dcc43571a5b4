import { translator } from "@/lib/format/messages";
import type { FormState, Typed } from "@/lib/forms/form-state";
import { fieldTexts } from "../field-texts";
import { ZoneList } from "../zone-field";
import { type MakeKind, makeWords } from "./make-words";
import { RecordForm } from "./record-form";

type Props = {
  kind: MakeKind;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  initial: Typed;
  version: number;
  /** Readers see the record. */
  isPublic: boolean;
  /** Whether whoever looks at it may change what readers see. */
  mayEditPublic: boolean;
  eventId?: string;
  locale: string;
};

/** The form that changes a record on file; where readers see it and who looks is no editor, why there is none. */
export function EditRecord({ isPublic, mayEditPublic, ...form }: Props) {
  const { locale, version } = form;
  if (isPublic && !mayEditPublic)
    return (
      <p className="border-s-3 border-rule-strong ps-3 measure-text">
        {translator(locale)("desk.record.editorsOnly")}
      </p>
    );
  return (
    <>
      <ZoneList />
      <RecordForm
        key={version}
        {...form}
        isPublic={isPublic}
        words={makeWords(locale)}
        texts={fieldTexts(locale)}
      />
    </>
  );
}
