/** A text in its own language and, where there is one, a translation and who made it; both are shown. */
export type Wording = {
  text: string;
  /** BCP 47, for `lang` on the element. */
  language: string;
  translation: string | null;
  translatedBy: string | null;
};
