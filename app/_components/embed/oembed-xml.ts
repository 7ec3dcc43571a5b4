import { escapedXml } from "@/lib/format/escape-xml";

/** An answer by oEmbed 1.0, of the type rich. Sizes in px, `cache_age` in seconds. */
export type OEmbed = {
  type: "rich";
  version: "1.0";
  title: string;
  author_name: string;
  author_url: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  /** All three or none: where it is larger than was asked for, there is none. */
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
  html: string;
  width: number;
  height: number;
};

/** The same in XML. */
export function oembedXml(made: OEmbed): string {
  const elements = Object.entries(made).map(
    ([name, value]) => `<${name}>${escapedXml(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join("\n")}\n</oembed>\n`;
}
