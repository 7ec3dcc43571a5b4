import { findEventName } from "@/lib/events/find-event-name";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { tableOf } from "@/lib/exports/all-tables";
import { answerExport } from "@/lib/exports/answer-export";
import { countClaims } from "@/lib/exports/count-claims";
import { ROWS_PER_BATCH } from "@/lib/exports/table";
import { writeEvent } from "@/lib/exports/write-event";
import { feedLocale } from "@/lib/format/feed-locale";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";
import { settingOf } from "../../export-list";

type Context = RouteContext<"/export/events/[slug]">;

/** One event whole, as `{slug}.json`. A former address leads to the present one (R30). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug: file } = await params;
  const locale = feedLocale(request);
  if (!file.endsWith(".json")) return nothingHere(locale);
  const slug = file.slice(0, -".json".length);
  const event = await findEventName(slug);
  if (!event) {
    const present = await findEventByFormerSlug(slug);
    return present ? leadTo(`/export/events/${present}.json`, request) : nothingHere(locale);
  }
  const setting = settingOf(request);
  return answerExport(request, locale, {
    subject: ["event", slug],
    format: "json",
    retrievedAt: setting.retrievedAt,
    isLong: (await countClaims(slug)) > ROWS_PER_BATCH,
    chunks: writeEvent(slug, tableOf, setting),
  });
}
