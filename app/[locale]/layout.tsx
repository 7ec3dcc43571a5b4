import "../globals.css";
import sansUrl from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2";
import serifUrl from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { preload } from "react-dom";
import { SiteFooter } from "@/app/_components/ui/site-footer";
import { SiteHeader } from "@/app/_components/ui/site-header";
import { readTheme, THEME_COOKIE } from "@/app/_components/ui/theme";
import { DEFAULT_LOCALE, directionOf, formatLocaleOf, isLocale, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { version } from "@/package.json";

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const t = translator(await shownLocale(params));
  return {
    metadataBase: new URL(siteUrl()),
    title: { default: `${t("site.name")}: ${t("site.tagline")}`, template: `%s · ${t("site.name")}` },
    description: t("site.description"),
    manifest: "/manifest.webmanifest",
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function LocaleLayout({ children, params }: LayoutProps<"/[locale]">) {
  // An unknown locale is refused one level down, so that its 404 stands in this layout.
  const locale = await shownLocale(params);
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  for (const font of [sansUrl, serifUrl]) {
    preload(font, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
  return (
    <html
      lang={formatLocaleOf(locale)}
      dir={directionOf(locale)}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body>
        <a className="skip-link" href="#content">
          {translator(locale)("site.skip")}
        </a>
        <SiteHeader locale={locale} />
        <main id="content" className="page" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter locale={locale} theme={theme} version={version} />
      </body>
    </html>
  );
}

async function shownLocale(params: Promise<{ locale: string }>): Promise<string> {
  const { locale } = await params;
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}
