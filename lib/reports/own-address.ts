import { canonicalUrl } from "./rules";

const IDENTIFYING = /^(?:id|[a-z]+_?id|p|v|a|n|t|q|s|article|story|story_?fbid|post|page|doc|item|no)$/i;

/** What a page gives as its address, unless that is of another site or a section, or does not say which page. */
export function ownAddress(links: readonly string[], url: string): string | null {
  const [link, ...others] = new Set(links.map((href) => href.trim()));
  if (!link || others.length > 0 || !URL.canParse(link, url) || link.length > 2000) return null;
  const own = new URL(link, url);
  if (!/^https?:$/.test(own.protocol) || own.username !== "" || own.port !== "" || own.hash !== "")
    return null;

  const [asOwn, asFound] = [new URL(canonicalUrl(own.href)), new URL(canonicalUrl(url))];
  if (!isSameSite(asOwn.hostname, asFound.hostname)) return null;
  if (url.startsWith("https:")) own.protocol = "https:";
  if (asOwn.pathname !== asFound.pathname) return isAbove(asOwn.pathname, asFound.pathname) ? null : own.href;
  const dropped = [...asFound.searchParams.keys()].filter((name) => !asOwn.searchParams.has(name));
  return dropped.some((name) => IDENTIFYING.test(name)) ? null : own.href;
}

function isSameSite(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function isAbove(path: string, other: string): boolean {
  return path === "/" || other.startsWith(`${path}/`);
}
