import { CompareTray } from "@/app/_components/compare/compare-tray";
import { Terms } from "@/app/_components/figures/terms";
import { Printed } from "@/app/_components/print/printed";
import { isLocale } from "@/lib/format/messages";
import { markForReading } from "@/lib/http/answer";

/** Pages for reading: whole as they are sent, so they are sent without the framework's scripts. */
export default async function ReadingLayout({ children, params }: LayoutProps<"/[locale]">) {
  markForReading();
  const { locale } = await params;
  return (
    <>
      {children}
      {isLocale(locale) ? (
        <Printed>
          <CompareTray locale={locale} />
          <Terms locale={locale} />
          <script type="module" src="/search-key.js" />
        </Printed>
      ) : null}
    </>
  );
}
