import type { Choice } from "@/lib/claims/list-choices";
import { ListClaims } from "@/lib/claims/schema";
import { translator } from "@/lib/format/messages";
import { tellDay } from "../ui/date-text";

/** What narrows the list of claims, in the order in which it is told. */
export const FILTER_NAMES = [
  "q",
  "event",
  "claimant",
  "publication",
  "type",
  "kind",
  "topic",
  "verification",
  "lifecycle",
  "contested",
  "from",
  "to",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
type QueryName = keyof ListClaims;

export type Address = Record<string, string | string[] | undefined>;

/** What an address asks of the list, and those parts of it that nobody could understand. */
export type ReadFilters = { query: ListClaims; unread: { name: string; value: string }[] };

// What other sites append to addresses to count their readers; it asks for nothing here.
export const isTracking = (name: string) => /^utm_|clid$/.test(name);
const TOLD_LENGTH_MAX = 80;
// What PostgreSQL knows as a date or an instant; the schema lets a little more pass.
const YEAR_ONE = Date.parse("0001-01-01T00:00:00.000Z");
const YEAR_9999 = Date.parse("9999-12-31T23:59:59.999Z");

/** Reads each part of an address by itself, so that one that is not understood spoils no other. */
export function readFilters(address: Address): ReadFilters {
  const understood: Record<string, unknown> = {};
  const unread: ReadFilters["unread"] = [];
  for (const [name, value] of Object.entries(address)) {
    if (value === undefined || value === "" || isTracking(name)) continue;
    const read = isQueryName(name) ? ListClaims.shape[name].safeParse(value) : null;
    if (read?.success && isInTime(name, read.data)) understood[name] = read.data;
    else unread.push({ name, value: printable([value].flat().join(", ")) });
  }
  // Both at once would be two places in the list.
  if (understood.before && understood.after) {
    unread.push({ name: "after", value: String(understood.after) });
    delete understood.after;
  }
  // The usual order needs no saying, so that one list has one address.
  if (understood.sort === ORDERS[0].sort) delete understood.sort;
  return { query: ListClaims.parse(understood), unread };
}

/** Enough of what somebody sent to be recognised, without what no page may contain. */
export function printable(text: string): string {
  return text.slice(0, TOLD_LENGTH_MAX).replace(/\p{Cc}|\p{Cs}/gu, "\ufffd");
}

export function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(ListClaims.shape, name);
}

function isInTime(name: string, value: unknown): boolean {
  if (typeof value !== "string") return true;
  if (name === "from" || name === "to") return value >= "0001-01-01";
  if (name !== "after" && name !== "before") return true;
  const at = Number(value.split("_")[0]);
  return at >= YEAR_ONE && at <= YEAR_9999;
}

/** The filters that are in use. */
export function activeFilters(query: ListClaims): FilterName[] {
  return FILTER_NAMES.filter((name) => query[name] !== null);
}

/** The address of a list: its path, and those parts of the query that say something. */
export function listHref(path: string, query: ListClaims, change: Partial<ListClaims> = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) {
    if (value !== null) parts.set(name, value);
  }
  const search = parts.toString();
  return search ? `${path}?${search}` : path;
}

export type Choices = { events: Choice[]; claimants: Choice[]; publications: Choice[] };

/** The value of a filter in the reader's words: names for records, labels for codes, days as days. */
function filterWords(name: FilterName, query: ListClaims, choices: Choices, locale: string): string {
  const t = translator(locale);
  const { type, kind, topic, verification, lifecycle } = query;
  const value = query[name] ?? "";
  if (name === "event") return nameIn(choices.events, value);
  if (name === "claimant") return nameIn(choices.claimants, value);
  if (name === "publication") return nameIn(choices.publications, value);
  if (name === "type" && type) return t(`claimsList.types.${type}`);
  if (name === "kind" && kind) return t(`kind.${kind}.label`);
  if (name === "topic" && topic) return t(`topic.${topic}.label`);
  if (name === "verification" && verification) return t(`verification.${verification}.label`);
  if (name === "lifecycle" && lifecycle) return t(`lifecycle.${lifecycle}.label`);
  if (name === "contested") return t("claimsList.contestedOnly");
  if (name === "from" || name === "to") return tellDay(Date.parse(value), locale);
  return value;
}

function nameIn(choices: Choice[], slug: string): string {
  return choices.find((choice) => choice.slug === slug)?.name ?? slug;
}

/** "killed, documented, carried by Meduza": what the title and the description say is shown. */
export function filtersInWords(query: ListClaims, choices: Choices, locale: string): string {
  const t = translator(locale);
  return activeFilters(query)
    .map((name) => t(`claimsList.phrase.${name}`, { value: filterWords(name, query, choices, locale) }))
    .join(", ");
}

/** "Verification: documented"; what says enough by itself stands alone. */
export function chipWords(name: FilterName, query: ListClaims, choices: Choices, locale: string): string {
  const value = filterWords(name, query, choices, locale);
  const t = translator(locale);
  return name === "contested"
    ? value
    : t("claimsList.chip", { name: t(`claimsList.filters.${name}`), value });
}

export const ORDERS = [
  { sort: "-stated", words: "latest" },
  { sort: "stated", words: "earliest" },
  { sort: "-published", words: "published" },
] as const;

/** The order of the list in words; without a choice the latest stated come first. */
export function orderWords(query: ListClaims, locale: string): string {
  const order = ORDERS.find(({ sort }) => sort === query.sort) ?? ORDERS[0];
  return translator(locale)(`claimsList.order.${order.words}`);
}
