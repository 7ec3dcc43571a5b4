import { siteUrl } from "@/lib/format/site-url";

/** For the head of a page, as `alternates.types`: where a system that knows oEmbed finds the frame of it. */
export function oembedAlternates(path: string, title: string) {
  const url = (format: string) => `/oembed?url=${encodeURIComponent(siteUrl(path))}&format=${format}`;
  return {
    "application/json+oembed": [{ url: url("json"), title }],
    "text/xml+oembed": [{ url: url("xml"), title }],
  };
}
