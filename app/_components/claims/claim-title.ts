import { translator } from "@/lib/format/messages";

const TITLE_LENGTH_MAX = 90;

/** As much of a claim as it takes to say it: `figure` is null for a statement. */
type Worded = { figure: { measure: { label: string } } | null; wording: { text: string } };

/** "“89”, Russian servicemen killed", or the statement: what is claimed, in one line. */
export function claimWords({ figure, wording }: Worded, locale: string): string {
  // What follows brings its own full stop.
  if (!figure) return wording.text.replace(/[.。۔।]$/, "");
  const t = translator(locale);
  return t("claimPage.figureTitle", {
    raw: t("figures.quoted", { raw: wording.text }),
    measure: figure.measure.label,
  });
}

/** A long statement, cut between words. */
export function shortened(text: string): string {
  if (text.length <= TITLE_LENGTH_MAX) return text;
  const cut = text.slice(0, TITLE_LENGTH_MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), TITLE_LENGTH_MAX / 2))}…`;
}
