import { problemAnswer } from "../http/problem";

type More = {
  errors?: { pointer: string; message: string }[];
  questions?: { kind: string; claim: string }[];
  headers?: Record<string, string>;
};

/** What ends a request before, or in place of, an endpoint's own answer: a status, what it is about, and what to do. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly more: More = {},
  ) {
    super(detail);
  }

  toResponse(requestId: string | null): Response {
    const { status, detail } = this;
    return problemAnswer({ status, title: TITLES[status] ?? "Failed", detail, requestId, ...this.more });
  }
}

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};
