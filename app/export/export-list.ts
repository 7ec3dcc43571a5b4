import type { z } from "zod";
import { isTracking, printable } from "@/app/_components/claims/claim-filters";
import { tableOf } from "@/lib/exports/all-tables";
import { answerExport } from "@/lib/exports/answer-export";
import { EXPORT_FORMATS, type ExportFormat } from "@/lib/exports/formats";
import { peek } from "@/lib/exports/peek";
import { type Setting, TABLE_NAMES, type TableName } from "@/lib/exports/table";
import { writeList } from "@/lib/exports/write-list";
import { feedLocale } from "@/lib/format/feed-locale";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";

type Asked = { table: TableName; format: ExportFormat };

/** "claims.csv": which list, in which format; or null. */
export function readDownload(file: string): Asked | null {
  const [name, ending, ...rest] = file.split(".");
  const table = TABLE_NAMES.find((known) => known === name);
  const format = EXPORT_FORMATS.find((known) => known === ending);
  return table && format && rest.length === 0 ? { table, format } : null;
}

/** What every download tells of where and when it was made. */
export function settingOf(request: Request): Setting {
  return { site: siteUrl(`/${feedLocale(request)}`), retrievedAt: new Date().toISOString() };
}

/** Answers with a list as a file, with the filters of the address and those that its path sets; 400 in words where one is none. */
export async function answerList(
  request: Request,
  { table, format }: Asked,
  fixed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const locale = feedLocale(request);
  const { name, columns, query: schema, batches } = tableOf(table);
  const read = schema.safeParse({ ...filtersOf(new URL(request.url).searchParams), ...fixed });
  if (!read.success) return badQuery(read.error, locale);

  const setting = settingOf(request);
  const filters = inUse(read.data as Record<string, unknown>);
  const subject = [table, ...NAMING.flatMap((filter) => filters[filter] ?? [])];
  const found = request.method === "HEAD" ? NOTHING : await peek(batches(read.data, setting));
  const chunks = writeList({ name, columns }, format, found.batches, setting, filters);
  const { isLong } = found;
  return answerExport(request, locale, { subject, format, retrievedAt: setting.retrievedAt, isLong, chunks });
}

const NAMING = ["event", "claimant", "publication"] as const;
const NOTHING = { isLong: false, batches: (async function* () {})() };

/** A download is the whole list, so its place on a screen says nothing here, and neither does the language of the links. */
const NOT_FILTERS = new Set(["after", "before", "lang"]);

function filtersOf(search: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(search.keys())].filter((name) => !NOT_FILTERS.has(name) && !isTracking(name));
  return Object.fromEntries(
    names.map((name) => {
      const [value = "", ...others] = search.getAll(name);
      return [name, others.length > 0 ? [value, ...others] : value];
    }),
  );
}

function inUse(query: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** Said of an address that asks for what the list cannot give: never the whole list in its place. */
function badQuery({ issues }: z.ZodError, locale: string): Response {
  const t = translator(locale);
  const problems = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((name) => t("exports.noSuchFilter", { name: printable(name) }))
      : t("exports.badFilter", { name: issue.path.join("."), problem: issue.message }),
  );
  return new Response(`${[t("exports.badQuery"), ...problems].join("\n")}\n`, {
    status: 400,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
