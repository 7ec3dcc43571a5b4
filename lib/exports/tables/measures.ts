import "server-only";
import { db } from "../../db/client";
import { publicMeasure, published, publishedEvent } from "../../publishing/gate";
import { CAUSE_DEFINITIONS, PERSON_CLASSES, TOTALS } from "../../vocabulary";
import { code, required, text, whereAndWhen } from "../columns";
import { afterId, idOf } from "../keyset";
import { OfEvent } from "../schema";
import { inBatches, ROWS_PER_BATCH, type Table } from "../table";

/** What published claims count, event by event; of one event where it is named. */
export const measures: Table<OfEvent> = {
  name: "measures",
  key: ["event", "slug"],
  refersTo: { event: "events" },
  query: OfEvent,
  columns: [
    text("event", required),
    text("slug", required),
    text("label", required),
    text("kinds", required),
    text("unit", required),
    code("person_class", PERSON_CLASSES, required),
    text("demographic"),
    text("nationality"),
    text("area"),
    text("period"),
    code("cause", CAUSE_DEFINITIONS, required),
    code("total", TOTALS, required),
    text("part_of"),
    ...whereAndWhen,
  ],
  batches({ event }, { site, retrievedAt }) {
    const ofEvent = { event: { ...publishedEvent, ...(event && { slug: event }) } };
    return inBatches(
      (after: string | null) =>
        db().measure.findMany({
          where: { AND: [publicMeasure, afterId(after), ofEvent] },
          include: {
            event: { select: { slug: true } },
            partOf: { select: { slug: true, claims: { where: published, select: { id: true }, take: 1 } } },
          },
          orderBy: { id: "asc" },
          take: ROWS_PER_BATCH,
        }),
      idOf,
      (measure) => [
        measure.event.slug,
        measure.slug,
        measure.label,
        measure.kinds.join(" "),
        measure.unit,
        measure.personClass,
        measure.demographic,
        measure.nationality,
        measure.area,
        measure.periodEdtf,
        measure.cause,
        measure.total,
        measure.partOf && measure.partOf.claims.length > 0 ? measure.partOf.slug : null,
        `${site}/events/${measure.event.slug}#${measure.slug}`,
        retrievedAt,
      ],
    );
  },
};
