import "server-only";
import { type FetchOptions, type FetchProblem, safeFetch } from "../http/safe-fetch";
import { decodePage } from "./decode-page";
import { type PageFacts, pageFacts } from "./page-facts";

/** Why a page was not read: not fetched, not there (404, 410), not for programs, or its server failed. */
export type PageProblem = FetchProblem | "missing" | "denied" | "site_failed";

/**
 * Fetches a report's page, by the rules of `safeFetch`, and reads what it says of itself, to fill in a form that
 * a person then checks. A PDF or a plain text says nothing but its address.
 */
export async function readPage(
  url: string,
  options?: FetchOptions,
): Promise<PageFacts | { problem: PageProblem }> {
  const fetched = await safeFetch(url, options);
  if (fetched.state !== "fetched") return { problem: fetched.problem };
  if (fetched.status >= 400) return { problem: problemOf(fetched.status) };
  const isPage = /html/.test(fetched.contentType);
  return pageFacts(isPage ? decodePage(fetched.body, fetched.charset) : "", fetched.url);
}

/** What a status from 400 on says of a page. */
export function problemOf(status: number): PageProblem {
  if (status === 404 || status === 410) return "missing";
  return status < 500 ? "denied" : "site_failed";
}
