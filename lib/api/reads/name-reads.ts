import "server-only";
import { z } from "zod";
import { Prisma } from "../../../prisma/generated/client";
import { findClaimantByFormerSlug } from "../../claimants/queries";
import { db } from "../../db/client";
import { NotFound } from "../../errors";
import { Slug } from "../../forms/fields";
import { findPublicationByFormerSlug } from "../../publications/queries";
import { publicClaimant, publicPublication, publishedEvent } from "../../publishing/gate";
import { isPublicClaimantSql, isPublicPublicationSql } from "../../publishing/gate-sql";
import { CLAIMANT_KINDS, PARTY_ROLES } from "../../vocabulary";
import { ClaimantResource, claimantResourceSelect, claimantResources } from "../resources/claimant";
import { claimantRef, eventRef, Ref } from "../resources/parts";
import {
  PublicationResource,
  publicationResourceSelect,
  publicationResources,
} from "../resources/publication";
import { defineRead, pageFrom, paging } from "./define-read";
import { directionOf } from "./instant-keyset";

/** Of a claimant or a publication, so many members and events are sent along. */
const INCLUDED_MAX = 200;

const NAMED = { slug: true, name: true } as const;
const SORTS = ["slug", "-slug"] as const;

const CLAIMANT_INCLUDES = {
  members: z.array(Ref).meta({ description: `Those that belong to it, at most ${INCLUDED_MAX}.` }),
  events: z
    .array(z.strictObject({ event: Ref, side: z.string().nullable(), role: z.enum(PARTY_ROLES).nullable() }))
    .meta({ description: `Its part in events, at most ${INCLUDED_MAX}.` }),
};

export const listClaimants = defineRead({
  path: "/claimants",
  id: "listClaimants",
  tag: "Claimants",
  summary: "List claimants, in the order of their slugs.",
  params: z.strictObject({}),
  query: {
    ...paging(Slug, SORTS),
    kind: z.enum(CLAIMANT_KINDS).optional(),
    partOf: Slug.optional().meta({ description: "Only those that belong to this one." }),
  },
  data: ClaimantResource,
  includes: CLAIMANT_INCLUDES,
  isList: true,
  async run({ query: { limit, after, sort, kind, partOf }, include }) {
    const parent = partOf
      ? await db().claimant.findFirst({ where: { slug: partOf, ...publicClaimant }, select: { id: true } })
      : null;
    if (partOf && !parent) return { rows: [], next: null };
    const ids = await selectIds(Prisma.sql`
      select k.id from claimant k
      where ${isPublicClaimantSql} and ${isBeyond(Prisma.sql`k.slug`, after, sort)}
        ${kind ? Prisma.sql`and k.kind = ${kind}::claimant_kind` : Prisma.empty}
        ${parent ? Prisma.sql`and k.parent_id = ${parent.id}::uuid` : Prisma.empty}
      order by k.slug ${Prisma.raw(directionOf(sort))} limit ${limit + 1}`);
    const found = await db().claimant.findMany({
      where: { AND: [publicClaimant, { id: { in: ids } }] },
      select: { ...claimantResourceSelect, ...claimantIncluding(include) },
      orderBy: { slug: directionOf(sort) },
    });
    const { rows, next } = pageFrom(found, limit, ({ slug }) => slug);
    return { rows: await claimantsTold(rows, include), next };
  },
});

export const getClaimant = defineRead({
  path: "/claimants/{slug}",
  id: "getClaimant",
  tag: "Claimants",
  summary: "Read one claimant.",
  params: z.strictObject({ slug: Slug }),
  query: {},
  data: ClaimantResource,
  includes: CLAIMANT_INCLUDES,
  isList: false,
  async run({ params: { slug }, include }) {
    const row = await db().claimant.findFirst({
      where: { slug, ...publicClaimant },
      select: { ...claimantResourceSelect, ...claimantIncluding(include) },
    });
    if (!row) {
      const present = await findClaimantByFormerSlug(slug);
      if (present === null) throw new NotFound("claimant");
      return { movedTo: `/claimants/${present}` };
    }
    const [claimant] = await claimantsTold([row], include);
    return { row: claimant, version: row.version };
  },
});

const PUBLICATION_INCLUDES = {
  claimants: z.array(Ref).meta({ description: `Claimants that speak through it, at most ${INCLUDED_MAX}.` }),
};

export const listPublications = defineRead({
  path: "/publications",
  id: "listPublications",
  tag: "Publications",
  summary: "List publications, in the order of their slugs.",
  params: z.strictObject({}),
  query: {
    ...paging(Slug, SORTS),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "Give the two letters of the country.")
      .optional()
      .meta({ description: "ISO 3166-1, two letters." }),
  },
  data: PublicationResource,
  includes: PUBLICATION_INCLUDES,
  isList: true,
  async run({ query: { limit, after, sort, country }, include }) {
    const ids = await selectIds(Prisma.sql`
      select p.id from publication p
      where ${isPublicPublicationSql} and ${isBeyond(Prisma.sql`p.slug`, after, sort)}
        ${country ? Prisma.sql`and p.country = ${country}` : Prisma.empty}
      order by p.slug ${Prisma.raw(directionOf(sort))} limit ${limit + 1}`);
    const found = await db().publication.findMany({
      where: { AND: [publicPublication, { id: { in: ids } }] },
      select: { ...publicationResourceSelect, claimants: speakers(include) },
      orderBy: { slug: directionOf(sort) },
    });
    const { rows, next } = pageFrom(found, limit, ({ slug }) => slug);
    return { rows: await publicationsTold(rows, include), next };
  },
});

export const getPublication = defineRead({
  path: "/publications/{slug}",
  id: "getPublication",
  tag: "Publications",
  summary: "Read one publication.",
  params: z.strictObject({ slug: Slug }),
  query: {},
  data: PublicationResource,
  includes: PUBLICATION_INCLUDES,
  isList: false,
  async run({ params: { slug }, include }) {
    const row = await db().publication.findFirst({
      where: { slug, ...publicPublication },
      select: { ...publicationResourceSelect, claimants: speakers(include) },
    });
    if (!row) {
      const present = await findPublicationByFormerSlug(slug);
      if (present === null) throw new NotFound("publication");
      return { movedTo: `/publications/${present}` };
    }
    const [publication] = await publicationsTold([row], include);
    return { row: publication, version: row.version };
  },
});

function isBeyond(slug: Prisma.Sql, after: string | undefined, sort: string): Prisma.Sql {
  if (after === undefined) return Prisma.sql`true`;
  return directionOf(sort) === "asc" ? Prisma.sql`${slug} > ${after}` : Prisma.sql`${slug} < ${after}`;
}

async function selectIds(query: Prisma.Sql): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>(query);
  return rows.map(({ id }) => id);
}

// What was not asked for is not read: no row is taken.
function claimantIncluding(include: ReadonlySet<string>) {
  return {
    members: {
      select: NAMED,
      where: publicClaimant,
      orderBy: { slug: "asc" },
      take: include.has("members") ? INCLUDED_MAX : 0,
    },
    parties: {
      select: { side: true, role: true, event: { select: { slug: true, title: true } } },
      where: { event: publishedEvent },
      orderBy: { eventId: "desc" },
      take: include.has("events") ? INCLUDED_MAX : 0,
    },
  } as const;
}

function speakers(include: ReadonlySet<string>) {
  return {
    select: NAMED,
    where: publicClaimant,
    orderBy: { slug: "asc" },
    take: include.has("claimants") ? INCLUDED_MAX : 0,
  } as const;
}

type Part = {
  side: string | null;
  role: (typeof PARTY_ROLES)[number] | null;
  event: { slug: string; title: string };
};
type ClaimantRow = Parameters<typeof claimantResources>[0][number] & {
  members: { slug: string; name: string }[];
  parties: Part[];
};

async function claimantsTold(rows: readonly ClaimantRow[], include: ReadonlySet<string>) {
  const claimants = await claimantResources(rows);
  if (include.size === 0) return claimants;
  return claimants.map((claimant, at) => {
    const { members = [], parties = [] } = rows[at] ?? {};
    return {
      ...claimant,
      included: {
        ...(include.has("members") && { members: members.map(claimantRef) }),
        ...(include.has("events") && {
          events: parties.map(({ event, side, role }) => ({ event: eventRef(event), side, role })),
        }),
      },
    };
  });
}

type PublicationRow = Parameters<typeof publicationResources>[0][number] & {
  claimants: { slug: string; name: string }[];
};

async function publicationsTold(rows: readonly PublicationRow[], include: ReadonlySet<string>) {
  const publications = await publicationResources(rows);
  if (!include.has("claimants")) return publications;
  return publications.map((publication, at) => ({
    ...publication,
    included: { claimants: (rows[at]?.claimants ?? []).map(claimantRef) },
  }));
}
