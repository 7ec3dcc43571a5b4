import "server-only";
import { z } from "zod";
import { findClaimantByFormerSlug } from "../../claimants/queries";
import { db } from "../../db/client";
import { NotFound } from "../../errors";
import { Slug } from "../../forms/fields";
import { findPublicationByFormerSlug } from "../../publications/queries";
import { publicClaimant, publicPublication, publishedEvent } from "../../publishing/gate";
import { CLAIMANT_KINDS, PARTY_ROLES } from "../../vocabulary";
import { ClaimantResource, claimantResourceSelect, claimantResources } from "../resources/claimant";
import { claimantRef, eventRef, Ref } from "../resources/parts";
import {
  PublicationResource,
  publicationResource,
  publicationResourceSelect,
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
    const found = await db().claimant.findMany({
      where: {
        AND: [
          publicClaimant,
          kind ? { kind } : {},
          partOf ? { parent: { slug: partOf, ...publicClaimant } } : {},
          beyond(after, sort),
        ],
      },
      select: { ...claimantResourceSelect, ...claimantIncluding(include) },
      orderBy: { slug: directionOf(sort) },
      take: limit + 1,
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
    const found = await db().publication.findMany({
      where: { AND: [publicPublication, country ? { country } : {}, beyond(after, sort)] },
      select: { ...publicationResourceSelect, claimants: speakers(include) },
      orderBy: { slug: directionOf(sort) },
      take: limit + 1,
    });
    const { rows, next } = pageFrom(found, limit, ({ slug }) => slug);
    return { rows: rows.map((row) => publicationTold(row, include)), next };
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
    return { row: publicationTold(row, include), version: row.version };
  },
});

function beyond(after: string | undefined, sort: string) {
  if (after === undefined) return {};
  return { slug: directionOf(sort) === "asc" ? { gt: after } : { lt: after } };
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

type PublicationRow = Parameters<typeof publicationResource>[0] & {
  claimants: { slug: string; name: string }[];
};

function publicationTold(row: PublicationRow, include: ReadonlySet<string>) {
  const publication = publicationResource(row);
  if (!include.has("claimants")) return publication;
  return { ...publication, included: { claimants: row.claimants.map(claimantRef) } };
}
