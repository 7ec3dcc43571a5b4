import { translator } from "@/lib/format/messages";

/** How many choices a list shows at most: what the search answers unless it is asked for more. */
const CHOICES_SHOWN_MAX = 12;

/**
 * The words of the parts of a form, in one language. A page makes them once and hands them down: the parts also
 * run in the browser, where the catalogue is not.
 */
export type FieldTexts = ReturnType<typeof fieldTexts>;

/** See FieldTexts. Where a value is known only in the browser, its name stands in braces: see fillIn. */
export function fieldTexts(locale: string) {
  const t = translator(locale);
  return {
    required: t("desk.form.required"),
    error: t("desk.form.error"),
    problems: t("desk.form.problems"),
    pending: t("desk.form.pending"),
    close: t("desk.form.close"),
    combobox: {
      searching: t("desk.form.combobox.searching"),
      /** By number of results, from none on. */
      results: Array.from({ length: CHOICES_SHOWN_MAX + 1 }, (_, count) =>
        t("desk.form.combobox.results", { count }),
      ),
      nothing: t("desk.form.combobox.nothing", { typed: "{typed}" }),
      nothingYet: t("desk.form.combobox.nothingYet"),
      failed: t("desk.form.combobox.failed"),
      signedOut: t("desk.form.combobox.signedOut"),
      taken: t("desk.form.combobox.taken", { label: "{label}" }),
      create: t("desk.form.combobox.create", { typed: "{typed}" }),
      matched: t("desk.form.combobox.matched", { name: "{name}" }),
    },
    language: {
      other: t("desk.form.language.other"),
      choose: t("desk.form.language.choose"),
      tag: t("desk.form.language.tag"),
      tagHint: t("desk.form.language.tagHint"),
    },
    conflict: {
      title: t("desk.form.conflict.title"),
      intro: t("desk.form.conflict.intro"),
      field: t("desk.form.conflict.field"),
      mine: t("desk.form.conflict.mine"),
      theirs: t("desk.form.conflict.theirs"),
      decision: t("desk.form.conflict.decision"),
      take: t("desk.form.conflict.take"),
      taken: t("desk.form.conflict.taken"),
      isTaken: t("desk.form.conflict.isTaken", { label: "{label}" }),
      byHand: t("desk.form.conflict.byHand", { label: "{label}" }),
      blank: t("desk.form.conflict.blank"),
    },
  };
}
