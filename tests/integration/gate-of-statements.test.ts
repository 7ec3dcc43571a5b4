import { expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { published, publishedAttribution, publishedEvent } from "../../lib/publishing/gate";
import { publishedClaimSql, publishedEventSql } from "../../lib/publishing/gate-sql";
import { Prisma } from "../../prisma/generated/client";
import { aClaim, aPublishedClaim, aPublishedEvent, attributionInput } from "../factories/claims";
import { tick } from "../factories/clock";
import { anEvent, aReport } from "../factories/records";

type Ids = { id: string }[];
const sorted = (rows: Ids) => rows.map(({ id }) => id).sort();

test("statements written by hand let through what the client's conditions do, and nothing else (R34)", async () => {
  const [event, into, hidden, merged] = [
    await aPublishedEvent(),
    await aPublishedEvent(),
    await anEvent(),
    await aPublishedEvent(),
  ];
  const claims = [];
  for (const { id } of [event, event, hidden, merged]) {
    const attributions = [attributionInput(await aReport())];
    claims.push(await aPublishedClaim({ eventId: id, attributions }));
  }
  const [kept, duplicate] = claims.map(({ id }) => id) as [string, string];
  const { id: draft } = await aClaim({ eventId: event.id });
  const late = { claimId: kept, reportId: await aReport(), carries: "quote", createdAt: tick() } as const;
  await db().attribution.create({ data: late });
  await db().claim.update({ where: { id: duplicate }, data: { mergedIntoId: kept } });
  await db().event.update({ where: { id: merged.id }, data: { mergedIntoId: into.id } });

  const ofClaims = Prisma.sql`claim c join event e on e.id = c.event_id`;
  const pairs: [Ids, Ids][] = [
    [
      await db().event.findMany({ where: publishedEvent, select: { id: true } }),
      await db().$queryRaw<Ids>`select e.id from event e where ${publishedEventSql("e")}`,
    ],
    [
      await db().claim.findMany({ where: published, select: { id: true } }),
      await db().$queryRaw<Ids>`select c.id from ${ofClaims} where ${publishedClaimSql}`,
    ],
    [
      await db().attribution.findMany({ where: publishedAttribution, select: { id: true } }),
      await db().$queryRaw<Ids>`select a.id from ${ofClaims} join attribution a on a.claim_id = c.id
        where ${publishedClaimSql} and a.published_at is not null`,
    ],
  ];
  for (const [byClient, byHand] of pairs) {
    expect(sorted(byHand)).toEqual(sorted(byClient));
    expect(byHand.length).toBeGreaterThan(0);
  }
  const seen = pairs.flatMap(([byClient]) => sorted(byClient));
  expect(seen).toContain(kept);
  for (const id of [hidden.id, merged.id, draft, duplicate]) expect(seen).not.toContain(id);
});
