import "server-only";
import { primary } from "../db/client";
import { doingOnce } from "../db/transaction";
import { sha256 } from "../history/digest";
import { Failure } from "./failure";

type Kept = { status: number; headers: Record<string, string>; body: string };

/**
 * Runs a request with an Idempotency-Key once: sent again with the same key it is answered as the first time, for a day.
 * That it was done is written in the transaction that does it, so that neither a crash nor a lost connection can part the
 * two; of two sent at once, the second waits for the first. An answer that was lost is given anew, of the record as it is
 * by then. Throws 422 where the key was used for another request. What failed on our side can be tried again.
 */
export async function once(
  actorId: string,
  key: string,
  request: string,
  run: () => Promise<Response>,
): Promise<Response> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Failure(400, "An Idempotency-Key has 1 to 200 signs, without spaces.");
  const asked = { actorId, key, digest: sha256(request) };
  await forgetOld();
  const known = await replay(asked, run);
  if (known) return known;
  try {
    return await runFirst(asked, run);
  } catch (error) {
    // The same request was under way, and is done by now.
    const done = error instanceof DoneBefore && (await replay(asked, run));
    if (!done) throw error;
    return done;
  }
}

type Asked = { actorId: string; key: string; digest: string };

class DoneBefore extends Error {}

// By the clock of the database: those of several instances may differ.
async function forgetOld(): Promise<void> {
  const [day] = await primary().$queryRaw<{ ago: Date }[]>`select now() - interval '1 day' as ago`;
  if (day) await primary().idempotentRequest.deleteMany({ where: { begunAt: { lt: day.ago } } });
}

async function runFirst(asked: Asked, run: () => Promise<Response>): Promise<Response> {
  const where = whereOf(asked);
  let isDone = false;
  const response = await doingOnce(
    {
      // Waits for a transaction under way that has written the same.
      async begin(tx) {
        const { count } = await tx.idempotentRequest.createMany({ data: [asked], skipDuplicates: true });
        if (count === 0) throw new DoneBefore();
      },
      async end(tx, returned) {
        await tx.idempotentRequest.update({
          where,
          data: { outcome: { returned: returned ?? null } as object },
        });
        isDone = true;
      },
    },
    run,
  );
  const kept = await keptOf(response);
  if (isDone) await primary().idempotentRequest.update({ where, data: kept });
  // Nothing was done: that it was refused, and how.
  else if (response.status < 500)
    await primary().idempotentRequest.createMany({ data: [{ ...asked, ...kept }], skipDuplicates: true });
  return response;
}

/** The answer that this very request had before; null where there was none. */
async function replay(asked: Asked, run: () => Promise<Response>): Promise<Response | null> {
  const where = whereOf(asked);
  const known = await primary().idempotentRequest.findUnique({ where });
  if (!known || (known.status === null && known.outcome === null)) return null;
  if (known.digest !== asked.digest)
    throw new Failure(422, "This Idempotency-Key was used for another request: take a new one.");
  const { status, headers, body } =
    known.status === null
      ? await keptOf(await doingOnce(known.outcome as { returned: unknown }, run))
      : (known as Kept);
  if (known.status === null && status < 300)
    await primary().idempotentRequest.update({ where, data: { status, headers, body } });
  return new Response(body, { status, headers: { ...headers, "Idempotent-Replayed": "true" } });
}

const whereOf = ({ actorId, key }: Asked) => ({ actorId_key: { actorId, key } });

const KEPT_HEADERS = ["Content-Type", "ETag", "Location", "Cache-Control"];

async function keptOf(response: Response): Promise<Kept> {
  const headers = Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return { status: response.status, headers, body: await response.clone().text() };
}
