import type { ReactNode } from "react";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { FilterForm, FilterSelect, FilterText } from "@/app/_components/ui/filter-form";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { translator } from "@/lib/format/messages";
import { RECORD_STATUSES } from "@/lib/vocabulary";

export type ListRow = { key: string; href: string; name: string; aside?: string; facts: ReactNode[] };

type Props = {
  kind: "event" | "claimant" | "publication";
  /** What was asked for, by the names of the filters. */
  asked: { q: string | null; status?: string | null };
  rows: ListRow[];
  next: string | null;
  locale: string;
};

/** Records of one kind on the desk, with a search, a page of them, and the way to a new one. */
export function RecordList({ kind, asked, rows, next, locale }: Props) {
  const t = translator(locale);
  const address = `/${locale}/desk/${kind}s`;
  const isFiltered = Boolean(asked.q || asked.status);
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return (
    <>
      <PageTitle title={t(`desk.${kind}.list`)}>
        <p>{t(`desk.${kind}.lead`)}</p>
      </PageTitle>
      <p>
        <a href={`${address}/new`} className="font-semibold inline-block py-2">
          {t(`desk.${kind}.new`)}
        </a>
      </p>
      <FilterForm action={address} isFiltered={isFiltered} locale={locale}>
        <FilterText name="q" label={t("desk.record.search")} value={asked.q ?? ""} />
        {asked.status === undefined ? null : (
          <FilterSelect
            name="status"
            label={t("desk.record.status")}
            value={asked.status ?? ""}
            options={RECORD_STATUSES.map((value) => ({ value, label: t(`recordStatus.${value}.label`) }))}
            locale={locale}
          />
        )}
      </FilterForm>
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? "desk.record.noMatch" : "desk.record.nothingYet")}>
          {isFiltered ? (
            <p>{t("desk.record.noMatchHint")}</p>
          ) : (
            <a href={`${address}/new`}>{t(`desk.${kind}.new`)}</a>
          )}
        </EmptyState>
      ) : (
        <ul className="border-t border-rule">
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </ul>
      )}
      <Pager
        previous={null}
        next={next && `${address}?${new URLSearchParams([...query, ["after", next]])}`}
        locale={locale}
      />
    </>
  );
}

function Row({ row: { href, name, aside, facts } }: { row: ListRow }) {
  return (
    <li data-row className="border-b border-rule py-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <a className="plain-link font-serif text-lg py-1" href={href}>
          <bdi>{name}</bdi>
        </a>
        {aside ? <span className="small ms-auto">{aside}</span> : null}
      </div>
      <ul className="small text-muted flex flex-wrap">
        {facts.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts of one row in their order
          <li key={at} className="[&+&]:before:content-['_·_'] whitespace-pre-wrap">
            {fact}
          </li>
        ))}
      </ul>
    </li>
  );
}
