type Told = {
  status: number;
  /** What went wrong, the same each time. */
  title: string;
  /** What went wrong this time, and what to do about it. */
  detail: string;
  /** The id of the request, by which it is found in the log. */
  requestId: string | null;
  headers?: Record<string, string>;
  /** Where in the request, as JSON pointers or names of the query. */
  errors?: readonly { pointer: string; message: string }[];
  /** R28: what a person must answer first. */
  questions?: readonly { kind: string; claim: string }[];
};

/** An answer of the API that tells of a failure, as RFC 9457 has it. */
export function problemAnswer({ status, title, detail, requestId, headers = {}, ...more }: Told): Response {
  const instance = requestId ? `urn:uuid:${requestId}` : undefined;
  return new Response(JSON.stringify({ type: "about:blank", title, status, detail, instance, ...more }), {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json", "Cache-Control": "private, no-store" },
  });
}

/** What a program is told that asked too often. */
export function tooManyRequests(seconds: number): string {
  return `Too many requests: try again in ${seconds} seconds.`;
}
