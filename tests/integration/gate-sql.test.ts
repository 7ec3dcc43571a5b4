import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { mergeClaimants } from "../../lib/merges/merge-claimants";
import { publicClaimant, publicPublication, publicReport, published } from "../../lib/publishing/gate";
import {
  isPublicClaimantSql,
  isPublicPublicationSql,
  isPublicReportSql,
  publishedClaimSql,
} from "../../lib/publishing/gate-sql";
import { Prisma } from "../../prisma/generated/client";
import { anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aPublishedEvent,
  attributionInput,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { mergeInput } from "../factories/merges";
import { aClaimant, anEvent, aPublication, aReport } from "../factories/records";

type Ids = { id: string }[];
const idsOf = (query: Prisma.Sql) => db().$queryRaw<Ids>(query);
const inOrder = (rows: Ids) => rows.map(({ id }) => id).sort();

/** Records that are public for every reason that there is, and those like them that are not. */
async function everyReason(): Promise<void> {
  for (const event of [await aPublishedEvent(), await anEvent()]) {
    for (const make of [aPublishedClaim, aClaim]) {
      const [body, hand, speaker] = [await aClaimant(), await aClaimant(), await aPublication()];
      const member = await aClaimant({ parentId: body.id });
      await aClaimant({ parentId: member.id });
      const [own, via] = [await aReport(), await aReport()];
      const had = attributionInput(own, { carries: "via", viaReportId: via });
      const passed = attributionInput(await aReport(), { carries: "via", viaClaimantId: hand.id });
      const claim = await make({ eventId: event.id, claimantId: member.id, attributions: [had, passed] });
      const outlet = await aClaimant({ kind: "media", publicationId: speaker.id });
      await make({ eventId: event.id, claimantId: outlet.id });
      const unnamed = await aClaimant({ kind: "unnamed", viaPublicationId: (await aPublication()).id });
      await make({ eventId: event.id, claimantId: unnamed.id });
      if (make === aPublishedClaim) {
        const reportId = await aReport();
        const evidence = {
          kind: "registry",
          stance: "supports",
          reportId,
          url: null,
          note: "It is there.",
        } as const;
        await anAssessment(claim.id, { evidence: [evidence] });
      }
    }
  }
  const [from, into] = [await aClaimant(), await aClaimant()];
  await aPublishedClaim({ eventId: (await aPublishedEvent()).id, claimantId: from.id });
  await mergeClaimants(await anEditor(), await mergeInput("claimant", from.id, into.id), tick());
  await Promise.all([aReport(), aPublication(), aClaimant()]);
}

describe("R34: the gate written by hand", () => {
  test("lets the same claims, reports, claimants and publications out as the gate, and not all", async () => {
    await everyReason();
    const select = { select: { id: true } } as const;
    const pairs = [
      [
        await db().claim.findMany({ where: published, ...select }),
        await idsOf(
          Prisma.sql`select c.id from claim c join event e on e.id = c.event_id where ${publishedClaimSql}`,
        ),
        await db().claim.count(),
      ],
      [
        await db().report.findMany({ where: publicReport, ...select }),
        await idsOf(Prisma.sql`select r.id from report r where ${isPublicReportSql(Prisma.sql`r.id`)}`),
        await db().report.count(),
      ],
      [
        await db().claimant.findMany({ where: publicClaimant, ...select }),
        await idsOf(Prisma.sql`select k.id from claimant k where ${isPublicClaimantSql}`),
        await db().claimant.count(),
      ],
      [
        await db().publication.findMany({ where: publicPublication, ...select }),
        await idsOf(Prisma.sql`select p.id from publication p where ${isPublicPublicationSql}`),
        await db().publication.count(),
      ],
    ] as const;
    for (const [gate, byHand, all] of pairs) {
      expect(inOrder(byHand)).toEqual(inOrder(gate));
      expect(gate.length).toBeGreaterThan(0);
      expect(gate.length).toBeLessThan(all);
    }
  });
});
