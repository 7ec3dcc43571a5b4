import "server-only";
import { primary } from "../db/client";
import { sha256 } from "../history/digest";
import { Failure } from "./failure";

const KEPT_MS = 24 * 3_600_000;
/** A request that has no answer after so long was broken off: its process is gone. */
const UNDER_WAY_MS = 60_000;

type Kept = { status: number; headers: Record<string, string>; body: string };

/**
 * Runs a request with an Idempotency-Key once: sent again with the same key it is answered as the first time, for a day.
 * Throws 422 where the key was used for another request, 409 while the first is under way. What failed on our side is
 * not kept, and can be tried again.
 */
export async function once(
  actorId: string,
  key: string,
  request: string,
  now: Date,
  run: () => Promise<Response>,
): Promise<Response> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Failure(400, "An Idempotency-Key has 1 to 200 signs, without spaces.");
  const digest = sha256(request);
  const known = await begin(actorId, key, digest, now);
  if (known) {
    const headers = { ...known.headers, "Idempotent-Replayed": "true" };
    return new Response(known.body, { status: known.status, headers });
  }
  const where = { actorId_key: { actorId, key } };
  try {
    const response = await run();
    const body = await response.clone().text();
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    if (response.status >= 500) await primary().idempotentRequest.delete({ where });
    else
      await primary().idempotentRequest.update({ where, data: { status: response.status, headers, body } });
    return response;
  } catch (error) {
    await primary().idempotentRequest.delete({ where });
    throw error;
  }
}

const KEPT_HEADERS = ["Content-Type", "ETag", "Location", "Cache-Control"];

/** Puts a request on file, or gives the answer that one like it had. */
async function begin(actorId: string, key: string, digest: string, now: Date): Promise<Kept | null> {
  const broken = new Date(now.getTime() - UNDER_WAY_MS);
  const old = new Date(now.getTime() - KEPT_MS);
  await primary().idempotentRequest.deleteMany({
    where: { OR: [{ begunAt: { lt: old } }, { actorId, key, status: null, begunAt: { lt: broken } }] },
  });
  const request = { actorId, key, digest, begunAt: now };
  const { count } = await primary().idempotentRequest.createMany({ data: [request], skipDuplicates: true });
  if (count === 1) return null;
  const known = await primary().idempotentRequest.findUnique({ where: { actorId_key: { actorId, key } } });
  if (!known || known.status === null) {
    if (known && known.digest !== digest) throw otherRequest();
    throw new Failure(409, "The request with this Idempotency-Key is under way: ask again in a moment.");
  }
  if (known.digest !== digest) throw otherRequest();
  return {
    status: known.status,
    headers: known.headers as Record<string, string>,
    body: known.body ?? "",
  };
}

function otherRequest(): Failure {
  return new Failure(422, "This Idempotency-Key was used for another request: take a new one.");
}
