/**
 * How wide a text will be, from the advance widths of the two typefaces, in hundredths of an em for
 * the characters 32 to 126. Other letters take a width of their script: close enough to place a label.
 */
export type Face = "sans" | "serif";

const SANS =
  "20 29 43 50 50 82 61 25 30 30 42 50 25 31 25 35 50 50 50 50 50 50 50 50 50 50 25 25 50 50 50 42 85 54 59 57 61 53 49 62 65 26 48 58 49 73 65 66 57 66 57 53 54 64 51 79 51 48 54 30 35 30 50 50 54 50 55 46 55 50 29 50 54 25 25 49 25 83 55 54 55 55 35 42 34 54 47 72 45 47 42 30 24 30 50"
    .split(" ")
    .map(Number);

const SERIF =
  "23 31 42 54 54 95 74 21 38 38 46 55 31 33 31 36 55 55 55 55 55 55 55 55 55 55 31 31 55 55 55 43 87 71 67 66 74 63 61 72 81 39 39 73 62 93 76 74 64 74 71 56 65 76 71 102 68 67 59 36 36 36 55 53 40 55 63 53 62 54 37 57 65 34 31 62 34 96 65 59 63 61 47 47 37 64 58 85 58 59 50 36 30 36 55"
    .split(" ")
    .map(Number);

const WIDE_SCRIPT = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/u;
const NO_WIDTH = /[\p{Mn}\p{Cf}]/u;
const OTHER_HUNDREDTHS = 62;
const WIDE_HUNDREDTHS = 100;

/** The width of a text in pixels at a size, a little generous. */
export function textWidth(text: string, face: Face, sizePx: number): number {
  const widths = face === "sans" ? SANS : SERIF;
  let hundredths = 0;
  for (const char of text) {
    hundredths += widths[char.charCodeAt(0) - 32] ?? widthOfOther(char);
  }
  return (hundredths * sizePx) / 100;
}

function widthOfOther(char: string): number {
  if (NO_WIDTH.test(char)) return 0;
  return WIDE_SCRIPT.test(char) ? WIDE_HUNDREDTHS : OTHER_HUNDREDTHS;
}

/** Breaks a text at its spaces into lines no wider than `maxPx`; what is left after the last line is cut short. */
export function wrapText(
  text: string,
  face: Face,
  sizePx: number,
  maxPx: number,
  linesMax: number,
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, face, sizePx) > maxPx) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  const shown = lines.slice(0, linesMax);
  const last = shown.length - 1;
  const isCut = lines.length > linesMax;
  return shown.map((text, i) => fitted(i === last && isCut ? `${text} …` : text, face, sizePx, maxPx));
}

function fitted(line: string, face: Face, sizePx: number, maxPx: number): string {
  if (textWidth(line, face, sizePx) <= maxPx) return line;
  const chars = [...line.replace(/ ?…$/, "")];
  while (chars.length > 1 && textWidth(`${chars.join("")}…`, face, sizePx) > maxPx) chars.pop();
  return `${chars.join("")}…`;
}
