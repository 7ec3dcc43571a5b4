import "server-only";
import { db } from "../../db/client";
import { publicClaimant, publicPublication } from "../../publishing/gate";
import { publicClaimantIds, readPublic } from "../../publishing/public-ids";
import { CLAIMANT_KINDS } from "../../vocabulary";
import { code, required, text, whereAndWhen } from "../columns";
import { idOf } from "../keyset";
import { Unfiltered } from "../schema";
import { inBatches, ROWS_PER_BATCH, type Table } from "../table";

/** Who makes published claims, or passed them on. */
export const claimants: Table<Unfiltered> = {
  name: "claimants",
  key: ["slug"],
  refersTo: { parent: "claimants", publication: "publications", via_publication: "publications" },
  query: Unfiltered,
  columns: [
    text("slug", required),
    text("name", required),
    text("other_names"),
    code("kind", CLAIMANT_KINDS, required),
    text("parent"),
    text("publication"),
    text("via_publication"),
    ...whereAndWhen,
  ],
  batches(_, { site, retrievedAt }) {
    return inBatches(
      readClaimants,
      idOf,
      ({ slug, name, aliases, kind, parent, publication, viaPublication }) => [
        slug,
        name,
        aliases.map((alias) => alias.name).join("; ") || null,
        kind,
        parent,
        publication,
        viaPublication,
        `${site}/claimants/${slug}`,
        retrievedAt,
      ],
    );
  },
};

async function readClaimants(after: string | null) {
  const found = await readPublic(publicClaimantIds, after, ROWS_PER_BATCH, (ids) =>
    db().claimant.findMany({
      where: { AND: [publicClaimant, { id: { in: ids } }] },
      include: { aliases: { select: { name: true }, orderBy: { name: "asc" } } },
      orderBy: { id: "asc" },
    }),
  );
  const [parents, publications] = await Promise.all([
    listSlugs(
      "claimant",
      found.map(({ parentId }) => parentId),
    ),
    listSlugs(
      "publication",
      found.flatMap(({ publicationId, viaPublicationId }) => [publicationId, viaPublicationId]),
    ),
  ]);
  return found.map((claimant) => ({
    ...claimant,
    parent: parents.get(claimant.parentId) ?? null,
    publication: publications.get(claimant.publicationId) ?? null,
    viaPublication: publications.get(claimant.viaPublicationId) ?? null,
  }));
}

/** The slugs of those records that are public themselves, by id. */
async function listSlugs(
  kind: "claimant" | "publication",
  ids: readonly (string | null)[],
): Promise<Map<string | null, string>> {
  const known = { id: { in: [...new Set(ids.filter((id) => id !== null))] } };
  const select = { id: true, slug: true } as const;
  if (known.id.in.length === 0) return new Map();
  const rows =
    kind === "claimant"
      ? await db().claimant.findMany({ where: { AND: [publicClaimant, known] }, select })
      : await db().publication.findMany({ where: { AND: [publicPublication, known] }, select });
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}
