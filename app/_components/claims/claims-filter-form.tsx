import type { Choice } from "@/lib/claims/list-choices";
import type { ListClaims } from "@/lib/claims/schema";
import { translator } from "@/lib/format/messages";
import { CLAIM_TYPES, LIFECYCLES, MEASURE_KINDS, TOPICS, VERIFICATIONS } from "@/lib/vocabulary";
import { FilterDay, FilterOrder, FilterTick } from "../ui/filter-extra";
import { FilterForm, FilterSelect, FilterText } from "../ui/filter-form";
import { activeFilters, type Choices, type FilterName, ORDERS } from "./claim-filters";

type Props = { path: string; query: ListClaims; choices: Choices; locale: string };

/** The filters that most readers need stand open; the others open when one of them is in use. */
const FURTHER: readonly FilterName[] = [
  "publication",
  "type",
  "topic",
  "lifecycle",
  "contested",
  "from",
  "to",
];

/** The filters of the list of claims: a plain form whose answer is an address. */
export function ClaimsFilterForm({ path, query, choices, locale }: Props) {
  const t = translator(locale);
  const active = activeFilters(query);
  const field = (name: FilterName) => ({
    name,
    label: t(`claimsList.filters.${name}`),
    value: query[name] ?? undefined,
    locale,
  });
  return (
    <FilterForm action={path} isFiltered={active.length > 0} locale={locale}>
      <div className="basis-full grid gap-x-2 sm:gap-x-4 gap-y-3 grid-cols-[repeat(auto-fit,minmax(min(100%,10rem),1fr))]">
        <div className="grid col-span-full sm:col-span-1">
          <FilterText {...field("q")} />
        </div>
        <FilterSelect {...field("event")} options={named(choices.events, query.event)} />
        <FilterSelect {...field("claimant")} options={named(choices.claimants, query.claimant)} />
        <FilterSelect
          {...field("kind")}
          options={MEASURE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}.label`) }))}
        />
        <FilterSelect
          {...field("verification")}
          options={VERIFICATIONS.map((code) => ({ value: code, label: t(`verification.${code}.label`) }))}
        />
      </div>
      <details
        className="basis-full"
        open={query.sort !== null || FURTHER.some((name) => active.includes(name))}
      >
        <summary className="py-1">{t("claimsList.more")}</summary>
        <div className="mt-2 grid gap-x-2 sm:gap-x-4 gap-y-3 grid-cols-[repeat(auto-fit,minmax(min(100%,10rem),1fr))] lg:grid-cols-4">
          <FilterSelect {...field("publication")} options={named(choices.publications, query.publication)} />
          <FilterSelect
            {...field("type")}
            options={CLAIM_TYPES.map((type) => ({ value: type, label: t(`claimsList.types.${type}`) }))}
          />
          <FilterSelect
            {...field("topic")}
            options={TOPICS.map((topic) => ({ value: topic, label: t(`topic.${topic}.label`) }))}
          />
          <FilterSelect
            {...field("lifecycle")}
            options={LIFECYCLES.map((code) => ({ value: code, label: t(`lifecycle.${code}.label`) }))}
          />
          <FilterDay name="from" label={t("claimsList.filters.from")} value={query.from} />
          <FilterDay name="to" label={t("claimsList.filters.to")} value={query.to} />
          <FilterOrder
            name="sort"
            label={t("claimsList.filters.sort")}
            value={query.sort}
            options={ORDERS.map(({ sort, words }, i) => ({
              value: i === 0 ? "" : sort,
              label: t(`claimsList.order.${words}`),
            }))}
          />
          <FilterTick
            name="contested"
            label={t("claimsList.contestedOnly")}
            isTicked={query.contested !== null}
          />
        </div>
      </details>
    </FilterForm>
  );
}

/** The choices, and the one in use even where it is not among them, so that sending the form keeps it. */
function named(choices: Choice[], inUse: string | null): { value: string; label: string }[] {
  const options = choices.map(({ slug, name }) => ({ value: slug, label: name }));
  if (inUse === null || options.some(({ value }) => value === inUse)) return options;
  return [{ value: inUse, label: inUse }, ...options];
}
