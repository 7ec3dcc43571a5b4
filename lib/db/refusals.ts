import { Conflict, Invalid } from "../errors";
import { violatedConstraint } from "./constraint";

/**
 * What a write that the database refused means to a person, by the name of the constraint: a sentence where
 * somebody else was first, or a field and its sentence where the input is at fault.
 */
export type Refusals = Record<string, string | { [field: string]: string }>;

/** Runs a write and translates a refusal by its constraint; every other error goes on as it is. */
export async function explainRefusals<T>(refusals: Refusals, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const meaning = refusals[violatedConstraint(error) ?? ""];
    if (meaning === undefined) throw error;
    if (typeof meaning === "string") throw new Conflict(meaning, { cause: error });
    throw new Invalid(meaning, { cause: error });
  }
}
