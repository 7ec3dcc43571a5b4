import { translator } from "@/lib/format/messages";
import type { Version } from "@/lib/past/find-version";
import { historyHref } from "../history/history-href";
import { actionWords } from "../history/revision-words";
import { Banner } from "../ui/banner";
import { MomentText } from "../ui/moment-text";
import { versionHref } from "./as-of-href";

type Props = { version: Version; slug: string; locale: string };

/** That a page is not the present one: which version, since when, by what, what is not as it was; and the ways on. */
export function VersionBanner({ version, slug, locale }: Props) {
  const t = translator(locale);
  const { number, at, last, action, by, previous, next, withheld } = version;
  const links = [
    previous === null
      ? null
      : [versionHref(locale, slug, previous), t("eventVersion.previous", { version: previous })],
    next === null ? null : [versionHref(locale, slug, next), t("eventVersion.next", { version: next })],
    [`/${locale}/events/${slug}`, t("eventVersion.present")],
    [historyHref(locale, slug, { after: number + 1 }), t("eventVersion.history")],
  ].filter((link) => link !== null);
  return (
    <Banner title={t("eventVersion.banner", { version: number, last })}>
      <p>
        {t.rich("eventVersion.kept", {
          at: () => <MomentText instant={at} locale={locale} />,
          version: number,
          action: actionWords(action, t),
          by,
        })}{" "}
        {next === null ? t("eventVersion.keptLast") : null}
      </p>
      <p className="small text-muted mt-1">
        {t("eventVersion.names")} {t("eventVersion.rules")}{" "}
        {withheld > 0 ? t("eventVersion.withheld", { count: withheld }) : null}
      </p>
      <ul className="no-print flex flex-wrap gap-x-6 mt-1">
        {links.map(([href, words]) => (
          <li key={href}>
            <a className="inline-block py-2" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
