import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";

/** The slugs of records of any state by their ids, as a mapping names them; an id that is none has no slug. */
export async function findSlugsOf(actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  authorise(actor, "import:make");
  const asked = {
    where: { id: { in: ids.filter((id) => UUID.test(id)) } },
    select: { id: true, slug: true },
  };
  const found = await Promise.all([
    db().event.findMany(asked),
    db().claimant.findMany(asked),
    db().publication.findMany(asked),
    db().measure.findMany(asked),
  ]);
  return new Map(found.flat().map(({ id, slug }) => [id, slug]));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
