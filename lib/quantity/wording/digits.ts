/** The marks that group thousands in one language and stand before a fraction in another. */
export type DigitMark = "." | ",";

/** What a number written in digits says; `either` where only its language can tell. */
export type DigitsRead =
  | { kind: "plain"; value: number }
  | { kind: "either"; mark: DigitMark; asDecimal: number; asGroups: number }
  | { kind: "flawed"; problem: "digits" | "too_large" };

// One more than the greatest whole number of which every smaller one is exact: "fewer than" it can be kept.
const VALUE_MAX = Number.MAX_SAFE_INTEGER + 1;

const FLAWED: DigitsRead = { kind: "flawed", problem: "digits" };

/**
 * Reads digits with their marks: groups of three, Indian groups ("1,20,000"), and a fraction after the
 * last mark. "1.234" comes back both ways; "1,23,4" is flawed.
 */
export function readDigits(literal: string): DigitsRead {
  const groups = literal.split(/[^0-9]/);
  const marks = literal.replace(/[0-9]/g, "");
  const last = marks.at(-1);
  if (last === undefined) return plain(literal, "");

  const first = marks[0] ?? "";
  const isUniform = marks.split("").every((mark) => mark === first);
  if (isUniform && marks.length === 1) return readOneMark(first, groups[0] ?? "", groups[1] ?? "");
  if (isUniform) return first !== "٫" && isGrouped(groups, first) ? plain(groups.join(""), "") : FLAWED;

  const before = marks.slice(0, -1);
  const isSecondUniform = before.split("").every((mark) => mark === first);
  const whole = groups.slice(0, -1);
  if (!isSecondUniform || !".,٫".includes(last) || first === "٫" || !isGrouped(whole, first)) return FLAWED;
  return plain(whole.join(""), groups.at(-1) ?? "");
}

function readOneMark(mark: string, whole: string, rest: string): DigitsRead {
  if (mark === "٫") return plain(whole, rest);
  if (mark !== "." && mark !== ",") return isGrouped([whole, rest], mark) ? plain(whole + rest, "") : FLAWED;
  if (!isGrouped([whole, rest], mark)) return plain(whole, rest);

  const asDecimal = plain(whole, rest);
  const asGroups = plain(whole + rest, "");
  if (asDecimal.kind !== "plain" || asGroups.kind !== "plain") return FLAWED;
  return { kind: "either", mark, asDecimal: asDecimal.value, asGroups: asGroups.value };
}

function isGrouped(groups: readonly string[], mark: string): boolean {
  const [first = "", ...rest] = groups;
  if (first === "" || first.startsWith("0") || rest.at(-1)?.length !== 3) return false;
  if (first.length <= 3 && rest.every((group) => group.length === 3)) return true;
  const isIndian = first.length <= 2 && rest.slice(0, -1).every((group) => group.length === 2);
  return isIndian && (mark === "," || mark === "٬");
}

function plain(whole: string, fraction: string): DigitsRead {
  const value = Number(fraction === "" ? whole : `${whole}.${fraction}`);
  if (value > VALUE_MAX || (value === VALUE_MAX && BigInt(whole) !== BigInt(VALUE_MAX))) {
    return { kind: "flawed", problem: "too_large" };
  }
  return { kind: "plain", value };
}
