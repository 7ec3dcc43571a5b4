import { translator } from "@/lib/format/messages";
import { describeChoices } from "@/lib/search/describe-choices";
import type { ChoiceKind } from "@/lib/search/schema";
import type { Choice } from "@/lib/search/types";
import type { ClaimantKind } from "@/lib/vocabulary";

/** One record as a field of the desk offers it; null where it is not on file. */
export async function describeChoice(kind: ChoiceKind, id: string, locale: string): Promise<Choice | null> {
  const [choice] = await describeChoices(kind, [{ id, matched: null }]);
  return choice ? choiceInWords(choice, locale) : null;
}

/** Codes stay in `extra` for the form; a person reads what kind of claimant it is. */
export function choiceInWords(choice: Choice, locale: string): Choice {
  const kind = choice.extra?.claimantKind as ClaimantKind | undefined;
  if (!kind) return choice;
  const words = translator(locale)(`claimantKind.${kind}.label`);
  return { ...choice, detail: choice.detail ? `${words} · ${choice.detail}` : words };
}
