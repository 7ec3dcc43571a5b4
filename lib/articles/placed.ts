import { explainRefusals, type Refusals } from "../db/refusals";
import { AppError, Invalid, NeedsAnswer } from "../errors";

/**
 * Runs a part of the work on an article and says of its failure where in the article it is: "claims.3" before the field,
 * or before "form" where no one field is at fault. `refusals`: what the database may say of this part.
 */
export async function placed<T>(place: string, refusals: Refusals, work: () => Promise<T>): Promise<T> {
  try {
    return await explainRefusals(refusals, work);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new Invalid(under(place, fieldsOf(error)), { cause: error });
  }
}

/** The sentences of fields, as those of a part of the article. */
export function under(place: string, fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, sentence]) => [`${place}.${field}`, sentence]),
  );
}

function fieldsOf(error: AppError): Record<string, string> {
  if (error instanceof Invalid) return error.fields;
  return { [error instanceof NeedsAnswer ? "answers" : "form"]: error.message };
}
