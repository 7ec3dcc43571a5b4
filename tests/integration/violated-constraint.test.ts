import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { violatedConstraint } from "../../lib/db/constraint";
import { aClaim } from "../factories/claims";
import { aClaimant, anEvent } from "../factories/records";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** The error of a write that the database refuses. */
async function errorOf(write: PromiseLike<unknown>): Promise<unknown> {
  try {
    await write;
  } catch (error) {
    return error;
  }
  throw new Error("The database accepted it.");
}

// What the driver adapter says of a refusal differs by kind and by version; each shape is held here.
describe("violatedConstraint names what refused a write", () => {
  const claimant = { slug: "x", name: "X", kind: "ngo", createdAt: new Date(0) } as const;

  test("a value that another row has", async () => {
    const { slug } = await aClaimant();
    const error = await errorOf(db().claimant.create({ data: { ...claimant, slug } }));
    expect(violatedConstraint(error)).toBe("claimant_slug_key");
  });

  test("a value that another row has, by an index over several columns", async () => {
    const { eventId, number } = await aClaim();
    const other = await aClaim();
    const error = await errorOf(db().claim.update({ where: { id: other.id }, data: { eventId, number } }));
    expect(["claim_event_id_number_key", "claim_measure_id_event_id_fkey"]).toContain(
      violatedConstraint(error),
    );
  });

  test("a record that is not there", async () => {
    const error = await errorOf(db().claimant.create({ data: { ...claimant, parentId: NOBODY } }));
    expect(violatedConstraint(error)).toBe("claimant_parent_id_fkey");
  });

  test("a record that others still need", async () => {
    const { claimantId } = await aClaim();
    const error = await errorOf(db().claimant.delete({ where: { id: claimantId } }));
    expect(violatedConstraint(error)).toBe("claim_claimant_id_fkey");
  });

  test("a broken CHECK", async () => {
    const { id } = await aClaim();
    const error = await errorOf(db().claim.update({ where: { id }, data: { low: -1, high: -1 } }));
    expect(violatedConstraint(error)).toBe("claim_not_negative");
  });

  test("a broken CHECK whose row quotes another constraint", async () => {
    const { id } = await aClaim();
    const wording = 'violates check constraint "claim_exact_in_double", "constraint":"x"';
    const error = await errorOf(db().claim.update({ where: { id }, data: { wording, low: -1, high: -1 } }));
    expect(violatedConstraint(error)).toBe("claim_not_negative");
  });

  test("the same through raw SQL", async () => {
    const { id } = await anEvent();
    const broken = db().$executeRaw`update event set country = 'UKR' where id = ${id}::uuid`;
    expect(violatedConstraint(await errorOf(broken))).toBe("event_country_form");
    const lost = db().$executeRaw`insert into event_alias (event_id, name) values (${NOBODY}::uuid, 'x')`;
    expect(violatedConstraint(await errorOf(lost))).toBe("event_alias_event_id_fkey");
  });

  test("and is silent about every other error", async () => {
    expect(violatedConstraint(new Error('constraint "x"'))).toBeNull();
    expect(violatedConstraint(null)).toBeNull();
    expect(
      violatedConstraint(await errorOf(db().event.findUniqueOrThrow({ where: { id: NOBODY } }))),
    ).toBeNull();
    expect(violatedConstraint(await errorOf(db().$executeRaw`select nothing`))).toBeNull();
  });
});
