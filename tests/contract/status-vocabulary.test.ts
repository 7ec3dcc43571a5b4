import { describe, expect, test } from "vitest";
import { LIFECYCLES, RECORD_STATUSES, STANDINGS, VERIFICATIONS } from "../../lib/vocabulary";
import messages from "../../messages/en.json";
import { listSources } from "./source-files";

const STATES = {
  recordStatus: RECORD_STATUSES,
  standing: STANDINGS,
  verification: VERIFICATIONS,
  lifecycle: LIFECYCLES,
} as const;

const files = [...listSources("app"), ...listSources("lib"), ...listSources("scripts")].filter(
  ({ path }) => path !== "lib/vocabulary.ts",
);

describe("the four states of a claim have one definition", () => {
  test.each(Object.entries(STATES))("no other file lists the codes of %s", (_, codes) => {
    // Two codes beside each other in their own order, as a list that was written out again has them.
    const pairs = codes.slice(1).map((code, at) => new RegExp(`"${codes[at]}",\\s*"${code}"`));
    const lists = files.filter(({ text }) => {
      const found = pairs.filter((pair) => pair.test(text)).length;
      return found >= Math.max(2, pairs.length - 1);
    });
    expect(lists.map(({ path }) => path)).toEqual([]);
  });

  test.each(Object.entries(STATES))("no file words the codes of %s by itself", (state, codes) => {
    const words = messages[state as keyof typeof STATES] as Record<string, { label: string }>;
    expect(Object.keys(words)).toEqual([...codes]);
    const labels = codes.map((code) => words[code]?.label ?? "").filter((label) => /\s/.test(label));
    const worded = files.filter(({ text }) => labels.some((label) => text.includes(`"${label}"`)));
    expect(worded.map(({ path }) => path)).toEqual([]);
  });
});
