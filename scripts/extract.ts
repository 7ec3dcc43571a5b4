import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { extractCandidates } from "../lib/extraction/extract-candidates";

/**
 * npm run --silent extract -- FILE...: prints the claims that each text makes, one JSON line a file, in order. Places are
 * UTF-16 offsets into the text. 0: all were read; 2: a file cannot be read.
 */
export async function main(files: string[]): Promise<number> {
  for (const file of files) {
    const text = readText(file);
    if (text === null) {
      console.error(`${file} cannot be read.`);
      return 2;
    }
    const candidates = extractCandidates({ text }).flatMap((one) => (one.type === "figure" ? [one] : []));
    const lines = candidates.map(({ start, end, quantity, kinds, claimant, via, denied }) => ({
      start,
      end,
      low: quantity.low,
      high: quantity.high,
      qualifier: quantity.qualifier,
      kinds,
      claimant: claimant?.text ?? null,
      via: via?.text ?? null,
      denied: denied !== null,
    }));
    console.log(JSON.stringify({ file, candidates: lines }));
  }
  return 0;
}

/** From the folder in which the command was given, which npm leaves behind. */
function readText(file: string): string | null {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), "utf8");
  } catch {
    return null;
  }
}
