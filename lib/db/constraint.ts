import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import { Prisma } from "../../prisma/generated/client";

/**
 * The name of the database constraint that refused a write, or null when the error is another. Only this file
 * looks into a database error; a test pins what the driver adapter gives.
 */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  return findConstraint(error.meta);
}

function findConstraint(meta: unknown): string | null {
  const text = JSON.stringify(meta ?? "");
  return (
    /"(?:constraint|index)":"([^"]+)"/.exec(text)?.[1] ??
    /constraint \\+"([^"\\]+)\\+"/.exec(text)?.[1] ??
    null
  );
}

/** Whether the database ended a statement that took longer than it was given. */
export function isStatementTimeout(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // Of SQLSTATE: query_canceled.
  return JSON.stringify(error.meta ?? "").includes('"57014"') || /\b57014\b/.test(error.message);
}

/** Whether a statement was ended because it took too long, of an error as the driver's adapter gives it. */
export function wasTakenTooLong(error: unknown): boolean {
  return isDriverAdapterError(error) && error.cause.originalCode === "57014";
}
