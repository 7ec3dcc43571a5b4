import "server-only";
import { db } from "../../db/client";
import { Invalid, NotFound } from "../../errors";

/**
 * The ids by which commands know the records that the API names by their slugs and public ids. Of a record in the
 * address NotFound is thrown where there is none, of one in the body Invalid at its field.
 */
export type Named = "event" | "claimant" | "publication" | "report" | "claim";

async function findId(kind: Named, name: string): Promise<string | null> {
  const select = { id: true } as const;
  switch (kind) {
    case "event":
      return (await db().event.findUnique({ where: { slug: name }, select }))?.id ?? null;
    case "claimant":
      return (await db().claimant.findUnique({ where: { slug: name }, select }))?.id ?? null;
    case "publication":
      return (await db().publication.findUnique({ where: { slug: name }, select }))?.id ?? null;
    case "report":
      return (await db().report.findUnique({ where: { publicId: name }, select }))?.id ?? null;
    case "claim":
      return (await db().claim.findUnique({ where: { publicId: name }, select }))?.id ?? null;
  }
}

/** Of a record that stands in the address. */
export async function getId(kind: Named, name: string): Promise<string> {
  const id = await findId(kind, name);
  if (!id) throw new NotFound(kind);
  return id;
}

/** Of a record that a field of the body names; null where it names none. */
export async function idAt<N extends string | null | undefined>(
  field: string,
  kind: Named,
  name: N,
): Promise<N extends string ? string : string | null> {
  if (name === null || name === undefined) return null as never;
  const id = await findId(kind, name);
  if (!id) throw new Invalid({ [field]: `There is no such ${kind} on file.` });
  return id;
}

/** Of a measure, which is named within its event. */
export async function findMeasureId(eventId: string, slug: string): Promise<string | null> {
  const where = { eventId_slug: { eventId, slug } };
  return (await db().measure.findUnique({ where, select: { id: true } }))?.id ?? null;
}
