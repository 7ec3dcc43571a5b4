import { translator } from "@/lib/format/messages";
import type { ProblemWords } from "@/lib/imports/problems-csv";

/** What is wrong with a cell, and what to do about it; a rule's own sentence stands behind that of the code. */
export function problemWords(locale: string): ProblemWords {
  const t = translator(locale);
  return ({ code, value, detail }) => {
    const values = { value: value ?? "", detail: detail ?? "" };
    const message = t(`imports.problem.${code}.message`, values).trim();
    const isTold = detail === null || message.includes(detail);
    return {
      message: isTold ? message : `${message} ${detail}`,
      suggestion: t(`imports.problem.${code}.suggestion`, values),
    };
  };
}
