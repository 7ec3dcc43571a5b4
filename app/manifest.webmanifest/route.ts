import { DEFAULT_LOCALE, translator } from "@/lib/format/messages";

// Asked for each time: a build has neither the address of the site nor a database.
export const dynamic = "force-dynamic";

/** What a device shows of the site where somebody keeps it among their apps. */
export function GET(): Response {
  const t = translator(DEFAULT_LOCALE);
  const manifest = {
    name: t("site.name"),
    short_name: t("site.name"),
    description: t("site.description"),
    lang: DEFAULT_LOCALE,
    start_url: `/${DEFAULT_LOCALE}`,
    scope: "/",
    display: "browser",
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    icons: [{ src: "/icon.svg", type: "image/svg+xml", sizes: "any" }],
  };
  return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json" } });
}
