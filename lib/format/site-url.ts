/** An absolute path that is written the same in an address: nothing to escape, no dots to resolve. */
const PLAIN_PATH = /^\/(?!\/)[\w~/#?&=-]*$/;

let known = { setting: "", origin: "" };

/** The address under which readers reach this site, for canonical links, citations and print: SITE_URL, or this machine. */
export function siteUrl(path = "/"): string {
  const { SITE_URL, PORT } = process.env;
  const setting = SITE_URL || `http://localhost:${PORT || 3000}`;
  // Lists name hundreds of addresses, and to parse one takes longer than all else that is said of a record.
  if (known.setting !== setting) known = { setting, origin: new URL(setting).origin };
  return PLAIN_PATH.test(path) ? known.origin + path : new URL(path, known.origin).href;
}
