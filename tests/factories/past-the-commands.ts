import pg from "pg";
import { db } from "../../lib/db/client";
import { anEditor } from "./cast";
import { aClaim, anAssessment, aPublishedClaim, aStatement } from "./claims";
import { tick } from "./clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "./records";

/** One record of each kind, by the word that stands for its id in a statement. */
export async function oneOfEach(): Promise<Record<string, string>> {
  const [claim, statement, other] = [await aClaim(), await aStatement(), await aClaim()];
  const published = await aPublishedClaim();
  return {
    $claim: claim.id,
    $statement: statement.id,
    $other: other.id,
    $event: claim.eventId,
    $measure: claim.measureId ?? "",
    $elsewhere: await aMeasure((await anEvent()).id),
    $claimant: (await aClaimant()).id,
    $publication: (await aPublication()).id,
    $report: await aReport({ url: "https://example.org/story" }),
    $attribution: (await db().attribution.findFirstOrThrow({ where: { claimId: claim.id } })).id,
    $actor: claim.loggedById,
    $published: published.id,
    $assessment: await anAssessment(published.id),
  };
}

/**
 * The name of the constraint by which the database itself refuses a statement, in which words such as $claim stand
 * for `ids`. Nothing of it stays.
 */
export async function refusedBy(statement: string, ids: Record<string, string>): Promise<string | undefined> {
  const connection = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await connection.connect();
  try {
    await connection.query("begin");
    await connection.query(statement.replace(/\$\w+/g, (word) => `'${ids[word]}'`));
    await connection.query("rollback");
    return "none: it was accepted";
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.constraint : String(error);
  } finally {
    await connection.end();
  }
}

/** A best estimate of a measure, made with these claims. Returns its id. */
export async function anEstimateFrom(measureId: string, ...claimIds: string[]): Promise<string> {
  const { id } = await db().bestEstimate.create({
    data: {
      measureId,
      number: (await db().bestEstimate.count({ where: { measureId } })) + 1,
      raw: "about 80",
      qualifier: "about",
      central: 80,
      method: "The middle of the two counts that name their method.",
      estimatedById: (await anEditor()).id,
      estimatedAt: tick(),
      inputs: { create: claimIds.map((claimId) => ({ claimId })) },
    },
    select: { id: true },
  });
  return id;
}
