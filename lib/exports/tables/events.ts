import "server-only";
import { z } from "zod";
import { db } from "../../db/client";
import { publishedEvent } from "../../publishing/gate";
import { RECORD_STATUSES } from "../../vocabulary";
import { code, instant, number, required, text, whereAndWhen } from "../columns";
import { afterId, idOf } from "../keyset";
import { inBatches, ROWS_PER_BATCH, type Table } from "../table";

/** The published events; one of them where it is named. */
export const events: Table<{ slug?: string | undefined }> = {
  name: "events",
  key: ["slug"],
  refersTo: {},
  query: z.strictObject({ slug: z.string().optional() }),
  columns: [
    text("slug", required),
    text("title", required),
    text("summary", required),
    text("place", required),
    text("country"),
    number("latitude"),
    number("longitude"),
    text("occurred", required),
    text("occurred_zone", required),
    text("other_names"),
    code("record_status", RECORD_STATUSES, required),
    instant("published_at"),
    instant("changed_at", required),
    ...whereAndWhen,
  ],
  batches({ slug }, { site, retrievedAt }) {
    return inBatches(
      (after: string | null) =>
        db().event.findMany({
          where: { AND: [publishedEvent, afterId(after), slug ? { slug } : {}] },
          include: { aliases: { select: { name: true }, orderBy: { name: "asc" } } },
          orderBy: { id: "asc" },
          take: ROWS_PER_BATCH,
        }),
      idOf,
      (event) => [
        event.slug,
        event.title,
        event.summary,
        event.placeName,
        event.country,
        event.latitude,
        event.longitude,
        event.occurredEdtf,
        event.occurredZone,
        event.aliases.map(({ name }) => name).join("; ") || null,
        event.recordStatus,
        event.publishedAt?.toISOString() ?? null,
        event.changedAt.toISOString(),
        `${site}/events/${event.slug}`,
        retrievedAt,
      ],
    );
  },
};
