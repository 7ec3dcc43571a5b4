import { Unreachable } from "./errors";

// Of Prisma: not reachable, timed out, closed, no connection free. Of PostgreSQL: shutting down, crashed, starting, too
// many connections, no room left on its disk or in its memory. Of the connection itself.
const CODES = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "57P01",
  "57P02",
  "57P03",
  "53100",
  "53200",
  "53300",
  "08001",
  "08003",
  "08004",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);
const KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Unable to start a transaction/;
const DEPTH_MAX = 6;

/** Whether an error, or what caused it, says that the database cannot be reached just now. */
export function isUnreachable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEPTH_MAX) return false;
  const { code, originalCode, kind, message, cause, meta } = error as Record<string, unknown>;
  return (
    [code, originalCode].some((name) => CODES.has(name as string)) ||
    KINDS.has(kind as string) ||
    (typeof message === "string" && MESSAGES.test(message)) ||
    [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError].some((inner) =>
      isUnreachable(inner, depth + 1),
    )
  );
}

/** The expected failure that it is, where the database cannot be reached; else the error as it is. */
export function asExpected(error: unknown): unknown {
  return isUnreachable(error) ? new Unreachable({ cause: error }) : error;
}
