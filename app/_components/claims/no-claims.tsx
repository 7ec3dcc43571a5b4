import type { ReactNode } from "react";
import type { ListClaims } from "@/lib/claims/schema";
import { translator } from "@/lib/format/messages";
import { EmptyState } from "../ui/empty-state";
import { listHref } from "./claim-filters";

type Props = { path: string; query: ListClaims; isFiltered: boolean; locale: string };

/** Why the list is empty: the place in it is past its end, no claim fits the filters, or there is nothing yet. */
export function NoClaims({ path, query, isFiltered, locale }: Props) {
  const t = translator(locale);
  const link = (href: string) => (words: ReactNode) => <a href={href}>{words}</a>;
  if (query.after !== null || query.before !== null) {
    const start = link(listHref(path, query, { after: null, before: null }));
    return (
      <EmptyState title={t("claimsList.past.title")}>{t.rich("claimsList.past.body", { start })}</EmptyState>
    );
  }
  if (isFiltered) {
    return (
      <EmptyState title={t("claimsList.noMatch.title")}>
        {t.rich("claimsList.noMatch.body", { clear: link(path) })}
      </EmptyState>
    );
  }
  const method = link(`/${locale}/method`);
  return (
    <EmptyState title={t("claimsList.empty.title")}>{t.rich("claimsList.empty.body", { method })}</EmptyState>
  );
}
