import "../globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { TermList } from "@/app/_components/figures/terms";
import { HEIGHT_SCRIPT } from "@/lib/embeds/height-script";
import { DEFAULT_LOCALE, directionOf, formatLocaleOf, isLocale, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { markForReading } from "@/lib/http/answer";

export const metadata: Metadata = { metadataBase: new URL(siteUrl()), robots: { index: false } };

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** A frame in a page of somebody else: no header, no session, no cookie; what is asked of it stands in its address. */
export default async function EmbedLayout({ children }: LayoutProps<"/embed">) {
  markForReading();
  const { locale, theme } = readFrame((await headers()).get("x-address"));
  return (
    <html lang={formatLocaleOf(locale)} dir={directionOf(locale)} data-theme={theme}>
      <head>
        {/* In the frame itself our pages would not open: they may not be framed. */}
        <base target="_blank" />
      </head>
      <body className="embed">
        <main aria-label={translator(locale)("site.name")}>{children}</main>
        <TermList locale={locale} />
        <script type="module" {...HEIGHT_SCRIPT} />
      </body>
    </html>
  );
}

/** A layout is told no query; the server hands on the address as it came. */
function readFrame(address: string | null) {
  const query = new URL(address ?? "/", siteUrl()).searchParams;
  const asked = query.get("lang") ?? "";
  const theme = query.get("theme");
  return {
    locale: isLocale(asked) ? asked : DEFAULT_LOCALE,
    theme: theme === "light" || theme === "dark" ? theme : undefined,
  };
}
