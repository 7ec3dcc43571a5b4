import { DEFAULT_LOCALE, isLocale } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";

/** The page that is asked for: an event, one measure of it, or a claim. */
type Address = { locale: string; event: string | null; measure: string | null; claim: string | null };

type OEmbedQuery = {
  address: Address;
  format: "json" | "xml";
  /** In px; null where nothing bounds it. */
  maxwidth: number | null;
  maxheight: number | null;
};

/** Reads what a consumer of oEmbed asks; or why it is refused, with the status that the specification has for it. */
export function readOEmbedQuery(query: URLSearchParams): OEmbedQuery | { status: number; problem: string } {
  const url = query.get("url");
  if (!url || !URL.canParse(url))
    return { status: 400, problem: "Give the address of a page of this site as url." };
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml")
    return { status: 501, problem: "There are json and xml, and no other format." };
  const [maxwidth, maxheight] = [query.get("maxwidth"), query.get("maxheight")].map(readPixels);
  if (maxwidth === undefined || maxheight === undefined)
    return { status: 400, problem: "Give maxwidth and maxheight as whole numbers of pixels." };
  const address = readAddress(new URL(url));
  if (!address) return { status: 404, problem: "There is nothing to embed at this address." };
  return { address, format, maxwidth, maxheight };
}

/** Null where nothing is said, undefined where it is no number of pixels. */
function readPixels(text: string | null): number | null | undefined {
  if (text === null || text === "") return null;
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}

function readAddress({ host, pathname, hash }: URL): Address | null {
  if (host !== new URL(siteUrl()).host) return null;
  const [, first = "", kind, name = "", ...rest] = pathname.replace(/\/$/, "").split("/");
  if (first === "embed") return readEmbed(kind, name, rest);
  if (rest.length > 0 || !isLocale(first)) return null;
  if (kind === "claims") return { locale: first, event: null, measure: null, claim: name };
  if (kind === "events") return { locale: first, event: name, measure: measureIn(hash), claim: null };
  return null;
}

function readEmbed(kind: string | undefined, name: string, rest: string[]): Address | null {
  const [measure = null] = rest;
  const isWhole = kind === "events" ? rest.length === 0 : kind === "measures" && rest.length === 1;
  return isWhole ? { locale: DEFAULT_LOCALE, event: name, measure, claim: null } : null;
}

/** An anchor of an event's page that names a measure; those of claims and of parts of the page do not. */
function measureIn(hash: string): string | null {
  const anchor = hash.slice(1);
  return /^[a-z0-9-]+$/.test(anchor) && !anchor.startsWith("claim-") ? anchor : null;
}
