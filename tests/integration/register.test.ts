import { describe, expect, test } from "vitest";
import { registerActor } from "../../lib/auth/register-actor";
import { createClaimant } from "../../lib/claimants/create-claimant";
import type { CreateClaimant } from "../../lib/claimants/schema";
import { db } from "../../lib/db/client";
import { Conflict, Invalid } from "../../lib/errors";
import { REGISTER } from "../../lib/history/schema";
import { createPublication } from "../../lib/publications/create-publication";
import type { CreatePublication } from "../../lib/publications/schema";
import type { Role } from "../../lib/vocabulary";
import { aJournalist, anEditor } from "../factories/cast";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aPublication, claimantInput, publicationInput } from "../factories/records";

const NOBODY = "00000000-0000-4000-8000-000000000000";

describe("registerActor", () => {
  test("a person on file stands in the register as the one who registered themselves", async () => {
    const now = tick();
    const actor = await registerActor({ name: "Ivo Marek", role: "editor" }, now);
    expect(await db().actor.findUniqueOrThrow({ where: { id: actor.id } })).toEqual({
      ...actor,
      version: 1,
      suspendedAt: null,
      createdAt: now,
    });
    expect(await lastRevisionOf(actor.id)).toMatchObject({
      action: "actor.registered",
      chainId: REGISTER,
      actorId: actor.id,
      changes: { name: [null, "Ivo Marek"], role: [null, "editor"] },
    });
  });

  test("a blank name, or a role that is none, is refused and leaves nothing behind", async () => {
    for (const input of [
      { name: " ", role: "editor" },
      { name: "Ivo", role: "owner" },
    ]) {
      const work = () => registerActor(input as { name: string; role: Role }, tick());
      const { error, leftNothing } = await refusalOf(work);
      expect(error).toBeInstanceOf(Invalid);
      expect(leftNothing).toBe(true);
    }
  });

  test("people registered at once each have their place in the register", async () => {
    const before = await db().chain.findUniqueOrThrow({ where: { id: REGISTER } });
    const { won } = await race(
      ...["Ada", "Ben", "Cem", "Dua"].map((name) => registerActor({ name, role: "journalist" }, tick())),
    );
    expect(won).toBe(4);
    const after = await db().chain.findUniqueOrThrow({ where: { id: REGISTER } });
    expect(after.length).toBe(before.length + 4);
  });
});

describe("createClaimant", () => {
  test("a new claimant stands in the register with its names", async () => {
    const [journalist, parent, now] = [await aJournalist(), await aClaimant(), tick()];
    const input = claimantInput({ aliases: ["МЗС"], parentId: parent.id });
    const id = await createClaimant(journalist, input, now);

    const claimant = await db().claimant.findUniqueOrThrow({ where: { id }, include: { aliases: true } });
    expect(claimant).toMatchObject({ slug: input.slug, version: 1, parentId: parent.id, createdAt: now });
    expect(claimant.aliases).toMatchObject([{ claimantId: id, name: "МЗС" }]);
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claimant.created",
      subjectKind: "claimant",
      chainId: REGISTER,
      version: 1,
      actorId: journalist.id,
      changes: { name: [null, input.name], aliases: [null, ["МЗС"]] },
    });
  });

  test("R17: an unnamed claimant, and no other, is bound to the publication that carried it", async () => {
    const [journalist, publication] = [await aJournalist(), await aPublication()];
    const bound: Partial<CreateClaimant> = { kind: "unnamed", viaPublicationId: publication.id };
    await expect(createClaimant(journalist, claimantInput(bound), tick())).resolves.toEqual(
      expect.any(String),
    );

    const wrong: Partial<CreateClaimant>[] = [
      { kind: "unnamed" },
      { kind: "person", viaPublicationId: publication.id },
      { kind: "person", publicationId: publication.id },
      { slug: "Not A Slug" },
      { name: "" },
    ];
    for (const given of wrong) {
      const work = () => createClaimant(journalist, claimantInput(given), tick());
      const { error, leftNothing } = await refusalOf(work);
      expect(error).toBeInstanceOf(Invalid);
      expect(leftNothing).toBe(true);
    }
  });

  test("an address in use, or a parent that is not on file, is refused and leaves nothing behind", async () => {
    const [journalist, { slug }] = [await aJournalist(), await aClaimant()];
    for (const [given, expected] of [
      [{ slug }, Conflict],
      [{ parentId: NOBODY }, Invalid],
    ] as const) {
      const work = () => createClaimant(journalist, claimantInput(given), tick());
      const { error, leftNothing } = await refusalOf(work);
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("of two claimants created at once at one address, one is kept", async () => {
    const [slug, journalist, editor] = [unique("raced"), await aJournalist(), await anEditor()];
    const { won, errors } = await race(
      createClaimant(journalist, claimantInput({ slug }), tick()),
      createClaimant(editor, claimantInput({ slug }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});

describe("createPublication", () => {
  test("a new publication stands in the register and joins its family", async () => {
    const [journalist, family] = [await aJournalist(), unique("Family")];
    const first = publicationInput({ family, country: "IN", aliases: ["जनता"] });
    const ids = [
      await createPublication(journalist, first, tick()),
      await createPublication(journalist, publicationInput({ family }), tick()),
    ];
    const rows = await db().publication.findMany({ where: { id: { in: ids } }, include: { family: true } });
    expect(new Set(rows.map(({ familyId }) => familyId)).size).toBe(1);
    expect(rows.map((row) => row.family?.name)).toEqual([family, family]);
    expect(await lastRevisionOf(ids[0] ?? "")).toMatchObject({
      action: "publication.created",
      subjectKind: "publication",
      chainId: REGISTER,
      actorId: journalist.id,
      changes: { country: [null, "IN"], family: [null, family], aliases: [null, ["जनता"]] },
    });
  });

  test("a broken rule or an address in use is refused and leaves nothing behind", async () => {
    const [journalist, { slug }] = [await aJournalist(), await aPublication()];
    const wrong: [Partial<CreatePublication>, typeof Invalid | typeof Conflict][] = [
      [{ country: "india" }, Invalid],
      [{ name: "\u0000" }, Invalid],
      [{ slug }, Conflict],
    ];
    for (const [given, expected] of wrong) {
      const work = () => createPublication(journalist, publicationInput(given), tick());
      const { error, leftNothing } = await refusalOf(work);
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("of two publications created at once at one address, one is kept, and a shared family is one", async () => {
    const [slug, family] = [unique("raced"), unique("Raced family")];
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const { won, errors } = await race(
      createPublication(journalist, publicationInput({ slug, family }), tick()),
      createPublication(editor, publicationInput({ slug, family }), tick()),
      createPublication(editor, publicationInput({ family }), tick()),
    );
    expect(won).toBe(2);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().publisherFamily.count({ where: { name: family } })).toBe(1);
  });
});
