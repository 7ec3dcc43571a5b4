import { currentActor, requireActor } from "@/app/_desk/actor";
import { describeChoice } from "@/app/_desk/choice-in-words";
import { attempt } from "@/app/_desk/submit";
import { takeUse } from "@/lib/auth/throttle";
import { findPublicationByUrl, findReportByUrl } from "@/lib/reports/desk-report-by-url";
import { type PageProblem, readPage } from "@/lib/reports/read-page";
import { canonicalUrl, isArchiveUrl } from "@/lib/reports/rules";
import { webAddressIn } from "@/lib/reports/typed-address";
import type { Choice } from "@/lib/search/types";

/** What is known of the report at an address: on file (R29), by its host, and from what its page says of itself. */
export type ReportPageAnswer = {
  canonicalUrl: string;
  isArchive: boolean;
  known: Choice | null;
  publication: Choice | null;
  /** "known": not read, since the report is on file. */
  state: "read" | "known" | "busy" | "missing" | "denied" | "site_failed" | "refused" | "failed";
  title: string | null;
  siteName: string | null;
  published: string | null;
  language: string | null;
  byline: string | null;
  credit: string | null;
};

const headers = { "Cache-Control": "private, no-store" };
const NOTHING = { title: null, siteName: null, published: null, language: null, byline: null, credit: null };
const STATUS = { signed_out: 401, refused: 403 } as Record<string, number>;

/** Reads the page of a report that is about to be filed. Nothing is written, and nothing waits for it. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/desk/reports/read">,
): Promise<Response> {
  const { locale } = await params;
  if (!(await currentActor())) return Response.json({ error: "signed_out" }, { status: 401, headers });
  const body: unknown = await request.json().catch(() => null);
  const typed = body && typeof body === "object" && "url" in body ? String(body.url).slice(0, 2000) : "";
  const url = webAddressIn(typed);
  if (!url) return Response.json({ error: "no_address" }, { status: 400, headers });
  const done = await attempt(() => answerFor(url, locale), {});
  if ("outcome" in done)
    return Response.json({ error: done.message }, { status: STATUS[done.outcome] ?? 409, headers });
  return Response.json(done, { headers });
}

async function answerFor(url: string, locale: string): Promise<ReportPageAnswer> {
  const actor = await requireActor();
  const reportAt = async (address: string) => {
    const id = await findReportByUrl(actor, address);
    return id && describeChoice("report", id, locale);
  };
  const [known, publicationId] = await Promise.all([reportAt(url), findPublicationByUrl(actor, url)]);
  const publication = publicationId && (await describeChoice("publication", publicationId, locale));
  const found = {
    canonicalUrl: canonicalUrl(url),
    isArchive: isArchiveUrl(url),
    known: known || null,
    publication: publication || null,
    ...NOTHING,
  };
  if (known) return { ...found, state: "known" };
  if (!(await takeUse("fetch", actor.id))) return { ...found, state: "busy" };
  const page = await readPage(url);
  if (page.problem !== null) return { ...found, state: stateOf(page.problem) };
  // The page may name another address as its own, at which the report is on file.
  const isMoved = page.canonicalUrl !== found.canonicalUrl;
  return {
    ...found,
    state: "read",
    canonicalUrl: page.canonicalUrl,
    known: (isMoved && (await reportAt(page.url))) || null,
    title: page.title,
    siteName: page.siteName,
    published: page.publishedEdtf,
    language: page.language,
    byline: page.byline,
    credit: page.credit,
  };
}

const REFUSALS: readonly PageProblem[] = [
  "not_an_address",
  "not_web",
  "has_credentials",
  "port",
  "own_site",
  "not_public",
];

function stateOf(problem: PageProblem): ReportPageAnswer["state"] {
  if (problem === "missing" || problem === "denied" || problem === "site_failed") return problem;
  return REFUSALS.includes(problem) ? "refused" : "failed";
}
