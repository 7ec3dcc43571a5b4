/** A part of a template: letters as they stand, or the name of a column. */
export type TemplatePart =
  | { kind: "letters"; letters: string }
  | { kind: "column"; column: string }
  | { kind: "row" }
  | { kind: "heading" };

/**
 * The parts of a template such as "{country}: {place}". "{#row}" is the number of the row, "{#column}" the heading of the
 * column that the figure stands in; "{{" is a brace. Null where a brace is never closed, or holds nothing.
 */
export function parseTemplate(template: string): TemplatePart[] | null {
  const parts: TemplatePart[] = [];
  let letters = "";
  let place = 0;
  while (place < template.length) {
    const sign = template.charAt(place);
    if (sign !== "{" || template.charAt(place + 1) === "{") {
      letters += sign;
      place += sign === "{" ? 2 : 1;
      continue;
    }
    const end = template.indexOf("}", place);
    const name = template.slice(place + 1, end);
    if (end === -1 || name.trim() === "") return null;
    if (letters !== "") parts.push({ kind: "letters", letters });
    letters = "";
    parts.push(partOf(name));
    place = end + 1;
  }
  if (letters !== "") parts.push({ kind: "letters", letters });
  return parts;
}

function partOf(name: string): TemplatePart {
  if (name === "#row") return { kind: "row" };
  if (name === "#column") return { kind: "heading" };
  return { kind: "column", column: name };
}

/** Without the separators that a blank column leaves at either end: ", Oblast" is "Oblast". */
export function tidied(text: string): string {
  return text.replace(/^[\s,;:–|/-]+|[\s,;:–|/]+$/g, "");
}
