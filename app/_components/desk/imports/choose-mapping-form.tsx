"use client";

import { useActionState } from "react";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { type Option, SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { BecomesField } from "./becomes-field";
import type { ImportWords } from "./import-words";
import { Way } from "./way";

type Props = {
  title: string;
  isOpen?: boolean;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Saved mappings, then those that come with the project: of the format of the file. */
  options: readonly Option[];
  chosen: string | null;
  isSubmitting: boolean;
  version: number;
  words: ImportWords;
  texts: FieldTexts;
};

/** A mapping that is there already. */
export function ChooseMappingForm({
  title,
  isOpen,
  action,
  options,
  chosen,
  isSubmitting,
  version,
  words,
  texts,
}: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <Way title={title} isOpen={isOpen} state={state}>
      <FormShell state={state} send={send} version={version} labels={{ chosen: words.choose }} texts={texts}>
        <SelectField
          name="chosen"
          label={words.choose}
          hint={words.chooseHint}
          error={state.fieldErrors.chosen}
          blank="–"
          options={options}
          defaultValue={shownValue(state, "chosen", chosen)}
          texts={texts}
        />
        <BecomesField
          id="becomes-chosen"
          state={state}
          isSubmitting={isSubmitting}
          words={words}
          texts={texts}
        />
        <div>
          <SubmitButton texts={texts}>{words.use}</SubmitButton>
        </div>
      </FormShell>
    </Way>
  );
}
