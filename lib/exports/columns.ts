import type { Column } from "./table";

type More = Pick<Column, "codes" | "isRequired">;

/** Makes the description of a column of each type. */
export const text = (name: string, more: More = {}): Column => ({ name, type: "string", ...more });
export const number = (name: string, more: More = {}): Column => ({ name, type: "number", ...more });
export const whole = (name: string, more: More = {}): Column => ({ name, type: "integer", ...more });
export const yesNo = (name: string): Column => ({ name, type: "boolean", isRequired: true });
export const instant = (name: string, more: More = {}): Column => ({ name, type: "datetime", ...more });
/** One of a closed list of codes. */
export const code = (name: string, codes: readonly string[], more: More = {}): Column => ({
  name,
  type: "string",
  codes,
  ...more,
});
export const required = { isRequired: true } as const;

/** The end of every row that has an address of its own. */
export const whereAndWhen = [text("permalink", required), instant("retrieved_at", required)];
