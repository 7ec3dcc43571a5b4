import type { ServerResponse } from "node:http";
import type { Answer } from "./answer";
import { withoutFrameworkScripts, withPrinted } from "./reading-page";

type Options = {
  /** What to send in place of what the framework sends after a failure: that is blank without scripts. */
  failed: () => { status: 500 | 503; page: string };
  /** Whether pages for reading keep the framework's scripts: while developing, the reload needs them. */
  keepsScripts: boolean;
};

const RETRY_AFTER_SECONDS = 5;

/**
 * Finishes what the framework writes to a response by what its page said of it: 404 where nothing is there, 403 where it
 * is not for this person, 429 where it was asked for too often, a page of our own where it failed, and pages for reading
 * without the framework's scripts.
 */
export function finishAnswer(response: ServerResponse, answer: Answer, options: Options): void {
  const { writeHead, write, end, flushHeaders } = response;
  const held: Buffer[] = [];
  let course: "undecided" | "pass" | "hold" | "replaced" = "undecided";

  const decide = (status: number): void => {
    if (course !== "undecided") return;
    response.statusCode = answer.status !== null && status === 200 ? answer.status : status;
    if (response.statusCode === 429 && answer.retryAfterSeconds) {
      response.setHeader("Retry-After", answer.retryAfterSeconds);
      for (const [name, value] of Object.entries(answer.limitHeaders ?? {})) response.setHeader(name, value);
    }
    if (response.statusCode === 200 && answer.length !== undefined)
      response.setHeader("Content-Length", answer.length);
    // The framework's failures are all 500; what else a route says of itself, such as 501, it says whole.
    if (status === 500 && !isProblem(response)) sendFailedPage();
    else course = answer.isForReading && !options.keepsScripts && isHtml(response) ? "hold" : "pass";
  };
  const sendFailedPage = (): void => {
    for (const name of ["Content-Length", "Content-Encoding", "ETag", "Link"]) response.removeHeader(name);
    const { status, page } = options.failed();
    response.statusCode = status;
    if (status === 503) response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    course = "pass";
    end.call(response, page, "utf8");
    course = "replaced";
  };

  response.writeHead = ((status: number, ...rest: never[]) => {
    decide(status);
    return course === "pass" ? writeHead.call(response, response.statusCode, ...rest) : response;
  }) as typeof writeHead;
  response.flushHeaders = () => {
    decide(response.statusCode);
    if (course === "pass") flushHeaders.call(response);
  };
  response.write = ((...args: Parameters<typeof write>) => {
    decide(response.statusCode);
    if (course === "hold") held.push(bytesOf(args[0]));
    return course === "pass" ? write.apply(response, args) : true;
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    decide(response.statusCode);
    if (course === "replaced") return response;
    if (course === "pass") return end.apply(response, args);
    if (typeof args[0] !== "function") held.push(bytesOf(args[0]));
    course = "pass";
    const page = withoutFrameworkScripts(Buffer.concat(held).toString("utf8"));
    return end.call(
      response,
      ...([withPrinted(page, answer.printed ?? [])] as unknown as Parameters<typeof end>),
    );
  }) as typeof end;
}

/** What the API says of a failure is whole, and for programs. */
function isProblem(response: ServerResponse): boolean {
  return String(response.getHeader("Content-Type") ?? "").startsWith("application/problem+json");
}

function isHtml(response: ServerResponse): boolean {
  return String(response.getHeader("Content-Type") ?? "").startsWith("text/html");
}

function bytesOf(chunk: unknown): Buffer {
  return chunk === undefined || chunk === null ? Buffer.alloc(0) : Buffer.from(chunk as string | Uint8Array);
}
