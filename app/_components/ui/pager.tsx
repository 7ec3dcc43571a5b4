import { translator } from "@/lib/format/messages";

/** Links to the neighbouring pages of a long list; null where there is none. */
export function Pager({
  previous,
  next,
  locale,
}: {
  previous: string | null;
  next: string | null;
  locale: string;
}) {
  const t = translator(locale);
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={t("pager.label")}
      className="no-print flex justify-between border-t border-rule mt-6 pt-3"
    >
      {previous ? (
        <a className="inline-block py-2" href={previous} rel="prev">
          {t("pager.previous")}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a className="inline-block py-2" href={next} rel="next">
          {t("pager.next")}
        </a>
      ) : null}
    </nav>
  );
}
