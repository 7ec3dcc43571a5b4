import { DEFAULT_LOCALE } from "../../format/messages";
import { siteUrl } from "../../format/site-url";

/** The address of a record in the API: what is below /api/v1, made whole. */
export function apiUrl(path: string): string {
  return siteUrl(`/api/v1${path}`);
}

/** The permalink of a record: its page, as it is cited. */
export function pageUrl(path: string): string {
  return siteUrl(`/${DEFAULT_LOCALE}${path}`);
}
