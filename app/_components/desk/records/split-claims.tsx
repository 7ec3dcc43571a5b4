import { ChoiceSet } from "../choice-set";
import type { FieldTexts } from "../field-texts";

type Props = {
  claims: { value: string; label: string; hint: string }[];
  ticked: string[];
  legend: string;
  submit: string;
  texts: FieldTexts;
};

/** Which claims go to the new event of a split: asked by address, so that its preview can be looked at again. */
export function SplitClaims({ claims, ticked, legend, submit, texts }: Props) {
  return (
    <form className="grid gap-4 measure-text">
      <ChoiceSet
        name="claim"
        label={legend}
        type="checkbox"
        options={claims}
        defaultValues={ticked}
        texts={texts}
      />
      <div>
        <button type="submit">{submit}</button>
      </div>
    </form>
  );
}
