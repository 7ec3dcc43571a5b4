import pino from "pino";

/**
 * What fails, as lines of JSON on the standard output, by the id that the reader was shown. Nothing personal: of an error
 * its kind and where it happened, since the words of a database's or a parser's tell values.
 */
export const log = pino(
  { level: "warn", serializers: { error: (error: unknown) => toldOf(error) } },
  process.stdout,
);

type Told = { type: string; code?: string; message?: string; at: string[]; cause?: Told };

const CAUSES_MAX = 3;
const QUOTED = /(["'`]).*?\1|“.*?”/gs;

function toldOf(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  const known = [code, digest].find((value) => typeof value === "string" && /^[\w-]{1,40}$/.test(value));
  return {
    type: error.name,
    ...(typeof known === "string" ? { code: known } : {}),
    // The engine's own, of what a program got wrong.
    ...(error.name === "TypeError" ? { message: error.message.replace(QUOTED, "…") } : {}),
    at: (error.stack ?? "").split("\n").flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []),
    ...(error.cause !== undefined && depth < CAUSES_MAX ? { cause: toldOf(error.cause, depth + 1) } : {}),
  };
}
