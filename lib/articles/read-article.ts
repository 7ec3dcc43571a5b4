import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type FetchOptions, type FetchProblem, safeFetch } from "../http/safe-fetch";
import { decodePage } from "../reports/decode-page";
import { type PageFacts, pageFacts } from "../reports/page-facts";
import { ARTICLE_LENGTH_MAX } from "./schema";

/** What a page says of itself, and the text of its article: paragraphs parted by blank lines. */
export type ReadArticle = PageFacts & { text: string };

/** Why an article was not read: beside what the net says, a page without one, or one that takes too long or too much. */
export type ArticleProblem =
  | FetchProblem
  | "missing"
  | "denied"
  | "site_failed"
  | "no_text"
  | "not_a_page"
  | "too_slow"
  | "too_long";

const TIME_LIMIT_MS = 3_000;
const HEAP_MB = 192;
const TEXT_LENGTH_MIN = 200;
const WORKERS_MAX = 2;
// Run from its file by Node itself: what bundles the pages does not see it.
const WORKER = join(process.cwd(), "lib", "articles", "reading", "article-worker.mjs");

/**
 * Fetches an article by the rules of `safeFetch` and takes its text out of the page, in a worker with limits of time and
 * memory. Never throws for what a page holds, and tells of it by a code alone.
 */
export async function readArticle(
  url: string,
  options?: FetchOptions,
): Promise<ReadArticle | { problem: ArticleProblem }> {
  const fetched = await safeFetch(url, options);
  if (fetched.state !== "fetched") return { problem: fetched.problem };
  const { status, contentType, body, charset } = fetched;
  if (status === 404 || status === 410) return { problem: "missing" };
  if (status >= 400) return { problem: status < 500 ? "denied" : "site_failed" };
  const isPage = /html/.test(contentType);
  if (!isPage && !/^text\//.test(contentType)) return { problem: "not_a_page" };
  const html = decodePage(body, charset);
  const text = isPage ? await inTurn(() => textOfPage(html)) : html.trim();
  if (typeof text !== "string") return text;
  if (text.length < TEXT_LENGTH_MIN) return { problem: "no_text" };
  if (text.length > ARTICLE_LENGTH_MAX) return { problem: "too_long" };
  return { ...pageFacts(isPage ? html : "", fetched.url), text };
}

/** The text of a page's article. A page on which the parser runs out of time, memory or stack has a code instead. */
export function textOfPage(html: string): Promise<string | { problem: "too_slow" | "no_text" }> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: { html },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, stackSizeMb: 4 },
      execArgv: [],
    });
    const end = (answer: string | { problem: "too_slow" | "no_text" }) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ problem: "too_slow" }), TIME_LIMIT_MS);
    worker.on("message", (text: string) => end(text));
    worker.on("error", () => end({ problem: "no_text" }));
    worker.on("exit", () => end({ problem: "no_text" }));
  });
}

let running = 0;
const waiting: (() => void)[] = [];

/** At most a few workers at once; the others wait. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= WORKERS_MAX) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
