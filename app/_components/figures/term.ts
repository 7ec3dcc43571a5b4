import type { Lifecycle, Qualifier, Standing, Verification } from "@/lib/vocabulary";

/** The id of the explanation of a word, as app/_components/figures/terms.tsx sets it on every page for reading. */
export const termId = (
  list: "qualifier" | "verification" | "standing" | "lifecycle" | "contested",
  code: string,
) => `term-${list}-${code}`;

type States = {
  verification: Verification;
  standing: Standing;
  lifecycle: Lifecycle;
  isContested: boolean;
};

/** What explains the states of a claim, for aria-describedby: in the order in which they are told. */
export function termsOfStates({ verification, standing, lifecycle, isContested }: States): string {
  return [
    termId("verification", verification),
    ...(isContested ? [termId("contested", "contested")] : []),
    termId("standing", standing),
    termId("lifecycle", lifecycle),
  ].join(" ");
}

/** What explains a mark on a chart: how its words are drawn, and how far it was checked. */
export function termsOfMark(quantity: { qualifier: Qualifier }, verification: Verification): string {
  return `${termId("qualifier", quantity.qualifier)} ${termId("verification", verification)}`;
}
