import { translator } from "@/lib/format/messages";
import { COMPARE_FORM } from "./compare-tick";

/** Stands for the number of ticked claims until public/compare-tray.js writes it. */
const COUNT_PLACE = "#";

/**
 * The form of all boxes of a page. Without scripts nothing of it is seen, and the buttons below the tables send it;
 * public/compare-tray.js keeps what is ticked from page to page, and shows how many there are.
 */
export function CompareTray({ locale }: { locale: string }) {
  const t = translator(locale);
  const count = t("compare.tray.count", { count: COUNT_PLACE });
  return (
    <form
      id={COMPARE_FORM}
      action={`/${locale}/compare`}
      className="compare-tray no-print"
      aria-label={t("compare.tray.label")}
      hidden
      suppressHydrationWarning
    >
      {/* Filled in by the script, at times before a development server has made the page live. */}
      <p
        role="status"
        data-told={count}
        className="compare-count"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing, which keeps what the script wrote
        dangerouslySetInnerHTML={{ __html: "" }}
        suppressHydrationWarning
      />
      <button type="submit">{t("compare.tray.open")}</button>
      <button type="button" className="link-button small">
        {t("compare.tray.clear")}
      </button>
      <script type="module" src="/compare-tray.js" />
    </form>
  );
}
