import "server-only";
import { db } from "../../db/client";
import { publicPublication } from "../../publishing/gate";
import { publicPublicationIds, readPublic } from "../../publishing/public-ids";
import { required, text, whereAndWhen } from "../columns";
import { idOf } from "../keyset";
import { Unfiltered } from "../schema";
import { inBatches, ROWS_PER_BATCH, type Table } from "../table";

/** Who publishes the reports that carry published claims. */
export const publications: Table<Unfiltered> = {
  name: "publications",
  key: ["slug"],
  refersTo: {},
  query: Unfiltered,
  columns: [
    text("slug", required),
    text("name", required),
    text("other_names"),
    text("family"),
    text("country"),
    ...whereAndWhen,
  ],
  batches(_, { site, retrievedAt }) {
    return inBatches(
      (after: string | null) =>
        readPublic(publicPublicationIds, after, ROWS_PER_BATCH, (ids) =>
          db().publication.findMany({
            where: { AND: [publicPublication, { id: { in: ids } }] },
            include: {
              aliases: { select: { name: true }, orderBy: { name: "asc" } },
              family: { select: { name: true } },
            },
            orderBy: { id: "asc" },
          }),
        ),
      idOf,
      (publication) => [
        publication.slug,
        publication.name,
        publication.aliases.map(({ name }) => name).join("; ") || null,
        publication.family?.name ?? null,
        publication.country,
        `${site}/publications/${publication.slug}`,
        retrievedAt,
      ],
    );
  },
};
