/** The address under which readers reach this site, for canonical links, citations and print: SITE_URL, or this machine. */
export function siteUrl(path = "/"): string {
  const { SITE_URL, PORT } = process.env;
  return new URL(path, SITE_URL || `http://localhost:${PORT || 3000}`).href;
}
