import type { ListClaims } from "@/lib/claims/schema";
import { translator } from "@/lib/format/messages";
import {
  activeFilters,
  type Choices,
  chipWords,
  isQueryName,
  listHref,
  printable,
  type ReadFilters,
} from "./claim-filters";

type Props = { path: string; query: ListClaims; choices: Choices; locale: string };

/** The filters in use, each a link to the list without it. */
export function FilterChips({ path, query, choices, locale }: Props) {
  const t = translator(locale);
  const active = activeFilters(query);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("claimsList.active")} className="flex flex-wrap gap-2 my-4">
      {active.map((name) => (
        <li key={name} className="max-w-full">
          <a
            className="plain-link border border-rule-strong rounded-[2px] bg-panel px-3 py-2 flex gap-2 small hover:bg-band"
            href={listHref(path, query, { [name]: null, after: null, before: null })}
            title={t("claimsList.drop")}
          >
            <bdi className="min-w-0">{chipWords(name, query, choices, locale)}</bdi>
            <span aria-hidden="true" className="no-print">
              ×
            </span>
            <span className="sr-only">{t("claimsList.drop")}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What of the address was not understood, by name, so that no list is quietly another than was asked for. */
export function UnreadNote({ unread, locale }: { unread: ReadFilters["unread"]; locale: string }) {
  const t = translator(locale);
  if (unread.length === 0) return null;
  return (
    <aside className="my-5 bg-panel border-s-3 border-flag px-4 py-3 measure-text" aria-labelledby="unread">
      <p id="unread" className="font-semibold">
        {t("claimsList.unread.title")}
      </p>
      <ul>
        {unread.map(({ name, value }) => (
          <li key={name}>
            <bdi>
              {isQueryName(name)
                ? t("claimsList.unread.value", { name: t(`claimsList.filters.${name}`), value })
                : t("claimsList.unread.name", { name: printable(name) })}
            </bdi>
          </li>
        ))}
      </ul>
    </aside>
  );
}
