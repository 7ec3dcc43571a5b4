import type { FormState } from "@/lib/forms/form-state";
import { ChoiceSet } from "../choice-set";
import type { FieldTexts } from "../field-texts";
import type { ImportWords } from "./import-words";

type Props = { id: string; state: FormState; isSubmitting: boolean; words: ImportWords; texts: FieldTexts };

/** Whether the claims stay drafts or are handed in; nothing is published by an import. */
export function BecomesField({ id, state, isSubmitting, words, texts }: Props) {
  const chosen = state.typed.becomes?.[0] ?? (isSubmitting ? "submitted" : "drafts");
  return (
    <ChoiceSet
      name="becomes"
      id={id}
      type="radio"
      label={words.becomes.label}
      options={(["drafts", "submitted"] as const).map((value) => ({ value, label: words.becomes[value] }))}
      defaultValues={[chosen]}
      error={state.fieldErrors.isSubmitting}
      texts={texts}
    />
  );
}
