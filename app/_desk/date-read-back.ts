import type { ReadDate } from "@/lib/dates/read-date";
import { formatDateProblem, formatDateQuestion, formatReadDate } from "@/lib/format/read-date";
import type { ReadBack } from "./claim-preview-words";

/** What a date that was typed means, in words: as it was read, or what to choose from, or why it is none. */
export function dateReadBack(read: ReadDate, locale: string): ReadBack {
  if (read.state === "read") return { state: "read", text: formatReadDate(read, locale), readings: [] };
  if (read.state === "refused")
    return { state: "refused", text: formatDateProblem(read, locale), readings: [] };
  const { question, answers } = formatDateQuestion(read, locale);
  const readings = answers.map(({ reading, told }) => ({ key: reading.edtf, text: told }));
  return { state: "ask", text: question, readings };
}
