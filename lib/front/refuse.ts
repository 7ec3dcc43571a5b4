import type { IncomingMessage, ServerResponse } from "node:http";
import { translator } from "../format/messages";
import { CORS } from "../http/cors";
import { failedPage } from "../http/failed-page";
import { problemAnswer, tooManyRequests } from "../http/problem";
import type { Refused } from "./guard";

/** Answers who asked too often, without rendering anything: a program of the API by a problem, a reader by a page. */
export async function refuse(
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  { pathname, locale }: { pathname: string; locale: string },
  { retryAfterSeconds: seconds }: Refused,
): Promise<void> {
  const requestId = String(headers["x-request-id"]);
  response.statusCode = 429;
  response.setHeader("Retry-After", seconds);
  response.setHeader("Cache-Control", "no-store");
  if (pathname.startsWith("/api/")) {
    const detail = tooManyRequests(seconds);
    const told = problemAnswer({ status: 429, title: "Too Many Requests", detail, requestId });
    const isRead = method === "GET" || method === "HEAD";
    for (const [name, value] of [...told.headers, ...Object.entries(isRead ? CORS : {})])
      response.setHeader(name, value);
    response.end(await told.text());
  } else if (headers.accept?.includes("text/html")) {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(failedPage(locale, requestId, "tooMany", seconds));
  } else {
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end(`${translator(locale)("errors.tooMany.plain", { seconds })}\n`);
  }
}
