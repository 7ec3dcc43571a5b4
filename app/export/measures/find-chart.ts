import { chartPicture, type PictureChoice } from "@/app/_components/chart-image/chart-picture";
import { IMAGE_WIDTH } from "@/app/_components/chart-image/image-frame";
import { readChartChoice } from "@/app/_components/figures/chart-model";
import { findEvent, findEventByFormerSlug } from "@/lib/events/queries";
import { feedLocale } from "@/lib/format/feed-locale";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";
import type { ImageFile } from "@/lib/images/answer-image";

/** The chart of a measure as a file, as the address asks for it; or the answer where there is none (R34, R30). */
export async function findChart(
  request: Request,
  at: { event: string; measure: string },
  ending: "svg" | "png",
): Promise<ImageFile | Response> {
  const locale = feedLocale(request);
  const event = await findEvent(at.event);
  if (!event) {
    const present = await findEventByFormerSlug(at.event);
    return present
      ? leadTo(`/export/measures/${present}/${at.measure}/chart.${ending}`, request)
      : nothingHere(locale);
  }
  const measure = event.measures.find(({ slug }) => slug === at.measure);
  if (!measure) return nothingHere(locale);
  const query = new URL(request.url).searchParams;
  const day = new Date(event.changedAt).toISOString().slice(0, 10);
  return {
    svg: chartPicture(event, measure, readPictureChoice(query), locale),
    name: {
      plain: `${event.slug}-${measure.slug}-${day}`,
      full: `${measure.label}, ${event.title}, ${day}`.replaceAll("/", "-"),
    },
    isDownload: query.get("download") === "1",
  };
}

function readPictureChoice(query: URLSearchParams): PictureChoice {
  const { scale, withAnonymous } = readChartChoice(Object.fromEntries(query));
  const asked = /^\d{1,5}$/.test(query.get("width") ?? "") ? Number(query.get("width")) : IMAGE_WIDTH.usual;
  return {
    scale,
    withAnonymous,
    theme: query.get("theme") === "dark" ? "dark" : "light",
    width: Math.min(IMAGE_WIDTH.greatest, Math.max(IMAGE_WIDTH.least, asked)),
  };
}
