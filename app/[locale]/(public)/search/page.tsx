import type { Metadata } from "next";
import { headers } from "next/headers";
import { SearchResultList } from "@/app/_components/search/search-results";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { SearchForm } from "@/app/_components/ui/site-header";
import { takeReading } from "@/lib/auth/throttle";
import { isLocale, translator } from "@/lib/format/messages";
import { markTooOften } from "@/lib/http/answer";
import { searchPublic } from "@/lib/search/public-search";
import { wordsIn } from "@/lib/search/words";

type Props = PageProps<"/[locale]/search">;

/** As the field of the form has it. */
const TYPED_LENGTH_MAX = 200;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const typed = readTyped((await searchParams).q);
  return {
    title: typed === "" ? t("search.title") : t("search.titleOf", { typed }),
    robots: { index: false },
    alternates: { canonical: `/${locale}/search` },
  };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const typed = readTyped((await searchParams).q);
  const words = wordsIn(typed);
  const wait = words.length > 0 ? await secondsBeforeSearch() : 0;
  const results = words.length > 0 && wait === 0 ? await searchPublic(typed) : null;
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("search.title")} />
      <SearchForm locale={locale} id="search-page" typed={typed} />
      <p className="small text-muted mt-2">{t("search.hint")}</p>
      {typed !== "" && words.length === 0 ? <p className="mt-8">{t("search.noWords")}</p> : null}
      {wait > 0 ? <p className="mt-8">{t("search.tooOften", { seconds: wait })}</p> : null}
      {words.length > 0 && wait === 0 && results === null ? (
        <p className="mt-8">{t("search.tooMuch")}</p>
      ) : null}
      {results ? <SearchResultList results={results} typed={typed} words={words} locale={locale} /> : null}
    </>
  );
}

/** Counts the search, and says how long to wait where there were too many, in seconds; or 0. */
async function secondsBeforeSearch(): Promise<number> {
  const left = await takeReading("search", (await headers()).get("x-client-address") ?? "");
  if (left === null || left.isAllowed) return 0;
  markTooOften(left.resetSeconds, left.headers);
  return left.resetSeconds;
}

function readTyped(q: string | string[] | undefined): string {
  return typeof q === "string" ? q.trim().slice(0, TYPED_LENGTH_MAX) : "";
}
