import { type Citation, dayOf } from "./citation";

/** A citation as one RIS record: a tag of two letters, two spaces, a hyphen, a space, and a value on one line. */
export function risOf({ title, site, language, version, url, published, accessed }: Citation): string {
  const [on, seen] = [dayOf(published), dayOf(accessed)];
  const lines = [
    ["TY", "ELEC"],
    ["AU", site],
    ["TI", title],
    ["T2", site],
    ["PB", site],
    ["ET", version],
    ["PY", String(on.year)],
    ["DA", on.iso.replaceAll("-", "/")],
    ["LA", language],
    ["UR", url],
    ["Y2", seen.iso.replaceAll("-", "/")],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join("");
}
