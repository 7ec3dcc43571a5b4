import { DEFAULT_LOCALE, isLocale } from "./messages";

/** The language that a feed is asked for in, by `?lang=`; the site's own where there is none, or not that one. */
export function feedLocale(request: Request): string {
  const asked = new URL(request.url).searchParams.get("lang") ?? "";
  return isLocale(asked) ? asked : DEFAULT_LOCALE;
}
