import { escapedXml } from "../format/escape-xml";
import type { Embedded } from "./types";

/** The least and the usual width of a frame, and the greatest that is of use, in px. */
export const EMBED_WIDTH = { least: 280, usual: 700, greatest: 1120 } as const;

export type EmbedChoice = { theme: "light" | "dark" | null; locale: string | null; since: string | null };

/** The path of what is shown in a frame. */
export function embedPath({ event, measure }: Embedded): string {
  return measure === null ? `/embed/events/${event}` : `/embed/measures/${event}/${measure}`;
}

/** The query with which an embed is asked for; what is null is left to the embed. `since`: RFC 3339. */
export function embedQuery({ theme, locale, since }: EmbedChoice): string {
  const query = new URLSearchParams();
  if (locale) query.set("lang", locale);
  if (theme) query.set("theme", theme);
  if (since) query.set("since", since);
  const search = query.toString();
  return search ? `?${search}` : "";
}

/** The code that a newsroom pastes: a frame with a name, of which nothing but its address is asked. */
export function embedCode(frame: { src: string; title: string; width: number; height: number }): string {
  const { src, title, width, height } = frame;
  return (
    `<iframe src="${escapedXml(src)}" title="${escapedXml(title)}" width="${width}" height="${height}" ` +
    `loading="lazy" style="border:0;max-width:100%"></iframe>`
  );
}
