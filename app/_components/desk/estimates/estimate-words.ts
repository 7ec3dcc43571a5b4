import { translator } from "@/lib/format/messages";

/** The words of the form of an estimate, in one language: made by its page, since the catalogue stays there. */
export type EstimateWords = ReturnType<typeof estimateWords>;

export function estimateWords(locale: string) {
  const t = translator(locale);
  return {
    label: {
      raw: t("desk.estimate.raw"),
      inputs: t("desk.estimate.inputs"),
      method: t("desk.estimate.method"),
    },
    hint: {
      raw: t("desk.estimate.rawHint"),
      inputs: t("desk.estimate.inputsHint"),
      method: t("desk.estimate.methodHint"),
    },
    readAs: t("desk.estimate.readAs", { reading: "{reading}" }),
    readAsWhy: t("desk.estimate.readAsWhy"),
    look: t("desk.estimate.look"),
    publish: t("desk.estimate.publish"),
  };
}
