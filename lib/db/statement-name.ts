import { sha256 } from "../history/digest";

/** Before a statement: it is asked often, and its text is always the same. */
export const PREPARED = "/* prepared */";

const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps the plan of a statement on each connection; none for one that is planned each
 * time. Only those that say so have one: a list of values in a text would make a new statement of each length.
 */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || !sql.trimStart().startsWith(PREPARED)) return known;
  const name = sha256(sql).slice(0, 32);
  names.set(sql, name);
  return name;
}
