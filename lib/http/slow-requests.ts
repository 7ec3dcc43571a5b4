import type { IncomingMessage } from "node:http";

/** A file of 200 MB takes so long over a line of 1 Mbit/s. */
export const UPLOAD_SECONDS_MAX = 30 * 60;
const REQUEST_SECONDS_MAX = 60;

const UPLOADS = /^\/[a-zA-Z-]{2,10}\/desk\/imports\/upload$/;

/** Ends the connection of a request that is not here as a whole within a minute; the upload of a file may take longer. */
export function endIfSlow(
  request: IncomingMessage,
  pathname: string,
  secondsMax = REQUEST_SECONDS_MAX,
): void {
  if (UPLOADS.test(pathname)) return;
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (length === undefined && encoding === undefined) return;
  const late = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, secondsMax * 1_000);
  request.once("close", () => clearTimeout(late));
}
