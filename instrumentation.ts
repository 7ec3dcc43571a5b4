import type { Instrumentation } from "next";
import { markAway } from "./lib/http/answer";
import { log } from "./lib/log";
import { isUnreachable } from "./lib/unreachable";

/**
 * Logs what failed while a page was rendered, with the id that the reader was shown. Of its address only which page it
 * is: the query may hold what somebody searched for, and a path the secret of an invitation.
 */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath }) => {
  if (isUnreachable(error)) markAway();
  log.error(
    {
      requestId: request.headers["x-request-id"],
      method: request.method,
      route: routePath,
      error,
    },
    "A page failed to render",
  );
};
