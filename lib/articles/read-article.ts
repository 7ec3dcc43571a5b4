import "server-only";
import { type FetchOptions, safeFetch } from "../http/safe-fetch";
import { decodePage } from "../reports/decode-page";
import { type PageFacts, pageFacts } from "../reports/page-facts";
import { type PageProblem, problemOf } from "../reports/read-page";
import { isStub } from "./reading/is-stub";
import { plainDocument } from "./reading/plain-document";
import { textOfPage } from "./reading/text-of-page";
import { ARTICLE_LENGTH_MAX } from "./schema";

/** What a page says of itself, and the text of its article: plain, its paragraphs parted by blank lines. */
export type ReadArticle = PageFacts & { text: string };

/** Why an article was not read: as for any page, or for what is there instead of an article that can be taken. */
export type ArticleProblem = PageProblem | "pdf" | "no_text" | "too_slow" | "too_long";

/**
 * Fetches an article by the rules of `safeFetch` and takes its text out of the page, in a worker with limits of time and
 * memory; a document of plain text is taken as it is. Never throws for what the network or a page does, and tells of it
 * by a code alone. No markup leaves it.
 */
export async function readArticle(
  url: string,
  options?: FetchOptions,
): Promise<ReadArticle | { problem: ArticleProblem }> {
  const fetched = await safeFetch(url, options);
  if (fetched.state !== "fetched") return { problem: fetched.problem };
  const { status, contentType, body, charset } = fetched;
  if (status >= 400) return { problem: problemOf(status) };
  if (contentType === "application/pdf") return { problem: "pdf" };

  const written = decodePage(body, charset);
  const isPage = /html/.test(contentType);
  const read = isPage ? await textOfPage(written) : { text: plainDocument(written) };
  if ("problem" in read) return read;
  const { text } = read;
  if (isPage ? isStub(text, written) : text === "") return { problem: "no_text" };
  if (text.length > ARTICLE_LENGTH_MAX) return { problem: "too_long" };
  return { ...pageFacts(isPage ? written : "", fetched.url), text };
}
