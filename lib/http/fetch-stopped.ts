/** Why an address was not fetched, or its answer not taken: our own rules. */
export type FetchRefusal =
  | "not_an_address"
  | "not_web"
  | "has_credentials"
  | "port"
  | "own_site"
  | "not_public"
  | "too_many_redirects"
  | "wrong_type"
  | "too_large"
  | "unknown_encoding";

/** Why nothing came of it: the network, or the other end. */
export type FetchFailure = "no_such_host" | "unreachable" | "timed_out" | "busy" | "broken_answer";

/** Ends one fetch; never leaves `safeFetch`, which answers with the problem's code alone. */
export class FetchStopped extends Error {
  constructor(
    readonly state: "refused" | "failed",
    readonly problem: FetchRefusal | FetchFailure,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

export function refused(problem: FetchRefusal): FetchStopped {
  return new FetchStopped("refused", problem);
}

export function failed(problem: FetchFailure, cause?: unknown): FetchStopped {
  return new FetchStopped("failed", problem, { cause });
}
