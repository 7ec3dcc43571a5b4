/** One record that a field of the desk offers. */
export type Choice = {
  id: string;
  /** What the field shows once it is taken. */
  label: string;
  /** What tells it from others of the same name. */
  detail: string | null;
  /** The other name by which it was found, where that is not its label. */
  matched: string | null;
  /** Codes and dates of the record that a form may use. */
  extra?: Record<string, string>;
};

/** A record that was found, and the other name by which it was, if any. */
export type Match = { id: string; matched: string | null };
