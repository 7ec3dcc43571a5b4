import type { ServerResponse } from "node:http";
import type { Answer } from "./answer";

/**
 * Gives an answer its true status when its headers are written: 404 where the page said that nothing is there, and
 * `failedPage` in place of what the framework sends after a failure, which is blank without scripts.
 */
export function decideStatus(response: ServerResponse, answer: Answer, failedPage: () => string): void {
  const { writeHead, write, end } = response;
  let isReplaced = false;

  response.writeHead = ((status: number, ...rest: never[]) => {
    if (status < 500)
      return writeHead.call(response, answer.isMissing && status === 200 ? 404 : status, ...rest);

    isReplaced = true;
    for (const name of ["Content-Length", "Content-Encoding", "ETag", "Link"]) response.removeHeader(name);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    writeHead.call(response, status);
    return end.call(response, failedPage(), "utf8");
  }) as typeof response.writeHead;
  response.write = ((...args: Parameters<typeof write>) =>
    isReplaced ? true : write.apply(response, args)) as typeof write;
  response.end = ((...args: Parameters<typeof end>) =>
    isReplaced ? response : end.apply(response, args)) as typeof end;
}
