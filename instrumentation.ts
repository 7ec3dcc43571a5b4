import type { Instrumentation } from "next";
import pino from "pino";
import { markAway } from "./lib/http/answer";
import { isUnreachable } from "./lib/unreachable";

const log = pino({ level: "warn" });

/**
 * Logs what failed while a page was rendered, with the id that the reader was shown. The query is left out: it may
 * hold what somebody searched for.
 */
export const onRequestError: Instrumentation.onRequestError = (error, request) => {
  if (isUnreachable(error)) markAway();
  log.error(
    {
      requestId: request.headers["x-request-id"],
      method: request.method,
      pathname: request.path.split("?", 1)[0],
      error,
    },
    "A page failed to render",
  );
};
