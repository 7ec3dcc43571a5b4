import clsx from "clsx";
import { translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { LINK_TABS, type LinkTab } from "@/lib/links/types";

type Props = { counts: Record<LinkTab, number>; shown: LinkTab; event: string | null; locale: string };

/** The kinds of what is asked, each with how much of it is open. */
export function LinkTabs({ counts, shown, event, locale }: Props) {
  const t = translator(locale);
  const rest = event ? `&event=${encodeURIComponent(event)}` : "";
  return (
    <nav aria-label={t("desk.links.tabs")} className="border-b border-rule">
      <ul className="flex flex-wrap gap-x-6">
        {LINK_TABS.map((tab) => (
          <li key={tab}>
            <a
              className={clsx(
                "plain-link inline-block py-2 border-b-3",
                tab === shown ? "font-semibold border-ink" : "border-transparent",
              )}
              href={`/${locale}/desk/links?tab=${tab}${rest}`}
              aria-current={tab === shown ? "page" : undefined}
            >
              {t(`desk.links.tab.${tab}.label`)}{" "}
              <span className="text-muted font-normal tabular-nums">{formatFigure(counts[tab], locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
