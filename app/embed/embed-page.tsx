import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { EmbedFrame } from "@/app/_components/embed/embed-frame";
import { readChartChoice } from "@/app/_components/figures/chart-model";
import { listChangesSince } from "@/lib/embeds/changes-since";
import { embedPath } from "@/lib/embeds/embed-address";
import { type Frame, findFrame } from "@/lib/embeds/find-frame";
import type { EmbedChange, Embedded } from "@/lib/embeds/types";
import { DEFAULT_LOCALE, isLocale, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { markMissing } from "@/lib/http/answer";

type Query = Record<string, string | string[] | undefined>;

// The title and the frame ask for the same.
const loadFrame = cache((event: string, measure: string | null) => findFrame({ event, measure }));

export async function embedMetadata({ event, measure }: Embedded): Promise<Metadata> {
  const found = await loadFrame(event, measure);
  if (!found) return { title: translator(DEFAULT_LOCALE)("errors.nothingHere") };
  const anchor = found.embedded.measure ? `#${found.embedded.measure}` : "";
  return {
    title: found.event.title,
    alternates: { canonical: siteUrl(`/${DEFAULT_LOCALE}/events/${found.event.slug}${anchor}`) },
  };
}

/** What a frame shows of a public event; where there is none, that it is not there, for a frame (R34). */
export async function EmbedPage({ embedded, query }: { embedded: Embedded; query: Query }) {
  const asked = typeof query.lang === "string" ? query.lang : "";
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const found = await loadFrame(embedded.event, embedded.measure);
  if (!found) return <NothingFramed locale={locale} />;
  const path = embedPath(found.embedded);
  if (path !== embedPath(embedded)) permanentRedirect(`${path}${searchOf(query)}`);
  const since = readSince(query.since);
  return (
    <EmbedFrame
      event={found.event}
      measure={found.measure}
      choice={{ ...readChartChoice(query), relations: null }}
      changed={since && (await changedSince(found, since))}
      locale={locale}
    />
  );
}

/** Null where nothing changed of what is shown; of an event, also what is no change of a claim counts. */
async function changedSince(
  { embedded, event, measure }: Frame,
  since: Date,
): Promise<{ since: Date; changes: EmbedChange[] } | null> {
  // Nothing is asked where nothing of the event changed.
  if (event.changedAt <= since.getTime()) return null;
  const changes = await listChangesSince(
    event.slug,
    since,
    embedded.measure === null ? null : (measure ?? null),
  );
  return changes.length > 0 || embedded.measure === null ? { since, changes } : null;
}

/** An instant in RFC 3339, when the code of the frame was copied; what is not understood is left out. */
function readSince(value: string | string[] | undefined): Date | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(value))
    return null;
  const since = new Date(value);
  return Number.isNaN(since.getTime()) ? null : since;
}

/** A former address leads to the present one with what was asked of it (R30). */
function searchOf(query: Query): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
}

/** In a frame, where nothing public is at its address. */
export function NothingFramed({ locale }: { locale: string }) {
  markMissing();
  const t = translator(locale);
  return (
    <>
      <h1 className="text-lg">{t("errors.nothingHere")}</h1>
      <p className="small text-muted mt-2">
        <a href={`/${locale}`}>{t("site.name")}</a>
      </p>
    </>
  );
}
