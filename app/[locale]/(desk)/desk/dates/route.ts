import { z } from "zod";
import { currentActor } from "@/app/_desk/actor";
import { dateReadBack } from "@/app/_desk/date-read-back";
import { readDate } from "@/lib/dates/read-date";
import { findEventTime } from "@/lib/events/desk-event-time";

const headers = { "Cache-Control": "private, no-store" };

/** Tells how a date is read that is being typed into a form, in the zone of an event or in the one given. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/desk/dates">,
): Promise<Response> {
  const { locale } = await params;
  const actor = await currentActor();
  if (!actor) return Response.json({ error: "signed_out" }, { status: 401, headers });
  const asked = new URL(request.url).searchParams;
  const eventId = z.uuid().safeParse(asked.get("event"));
  const near = eventId.success ? await findEventTime(actor, eventId.data) : null;
  const zone = near?.zone ?? asked.get("zone") ?? "UTC";
  const read = readDate((asked.get("text") ?? "").slice(0, 500), { zone, near, now: Date.now() });
  return Response.json(dateReadBack(read, locale), { headers });
}
