import { type Citation, dayOf } from "./citation";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A citation as one BibTeX entry, with the fields of both BibTeX and BibLaTeX. Letters of any script are kept; what has
 * a meaning in TeX is written as the command that prints it, so that braces always balance.
 */
export function bibtexOf({
  key,
  title,
  site,
  language,
  version,
  url,
  published,
  accessed,
}: Citation): string {
  const [on, seen] = [dayOf(published), dayOf(accessed)];
  const fields = [
    // Braced twice: names keep their capitals, and an organisation is not taken apart into given name and family.
    ["author", `{{${escaped(site)}}}`],
    ["title", `{{${escaped(title)}}}`],
    ["howpublished", `{${escaped(site)}}`],
    ["year", `{${on.year}}`],
    ["month", MONTHS[on.month - 1] ?? ""],
    ["date", `{${on.iso}}`],
    ["version", `{${escaped(version)}}`],
    ["note", `{${escaped(version)}}`],
    ["language", `{${escaped(language)}}`],
    ["url", `{${verbatim(url)}}`],
    ["urldate", `{${seen.iso}}`],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{${key},\n${lines.join(",\n")}\n}\n`;
}

const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

function escaped(text: string): string {
  return text
    .replace(/[\\{}~^&%$#_<>|]/g, (sign) => COMMANDS[sign] ?? "")
    .replace(LIGATURES, (sign) => `${sign}{}`);
}

// Where two of these follow each other, TeX would set another sign in their place.
const LIGATURES = /[-'`,?!](?=[-'`,])/g;

/** An address is read as it stands: only braces and backslashes would end it early. */
function verbatim(url: string): string {
  return url.replace(/[\\{}]/g, (sign) => encodeURIComponent(sign));
}
