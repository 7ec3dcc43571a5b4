import "server-only";
import { z } from "zod";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";

/** When and in which zone an event of any state happened, against which dates of its records are read; or null. */
export async function findEventTime(actor: Actor, id: string): Promise<UncertainDate | null> {
  authorise(actor, "measure:define");
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().event.findUnique({
    where: { id },
    select: { occurredEdtf: true, occurredEarliest: true, occurredLatest: true, occurredZone: true },
  });
  return row && dateFrom(row.occurredEdtf, row.occurredEarliest, row.occurredLatest, row.occurredZone);
}
