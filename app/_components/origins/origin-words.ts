import type {
  ClaimBranch,
  NotFoundTree,
  OriginsOf,
  OriginTree,
  ReportBranch,
  ReportRef,
} from "@/lib/attributions/types";
import { type Translate, translator } from "@/lib/format/messages";
import { isCrossed, MARK_OF, sideClass } from "../figures/grammar";
import { tellDate } from "../ui/date-text";

/** "World Health Organization"; of unnamed claimants, the publication that they are known through (R17). */
export function originName({ named: { kind, by } }: OriginTree, t: Translate): string {
  return kind === "claimant" ? by.name : t("originsPage.unnamedVia", { publication: by.name });
}

export function originHref({ named: { kind, by } }: OriginTree, locale: string): string {
  return kind === "claimant" ? `/${locale}/claimants/${by.slug}` : `/${locale}/publications/${by.slug}`;
}

/** On which side an origin is, that it denies what is ascribed to it (R23), and how many reports rest on it. */
export function originNote({ sides, isDisowned, named, counts }: OriginTree, t: Translate): string {
  const denies = isDisowned && named.kind === "claimant" ? t("originsPage.deniedOrigin") : null;
  return joined([...sides, denies, t("originsPage.reports", { count: counts.reports })], t);
}

/** Whose first statement it is, as far as the name of its origin beside it does not say so; null where it does. */
export function claimantBeside({ named: { kind, by } }: OriginTree, { claim }: ClaimBranch): string | null {
  const { name } = claim.claimant;
  if (kind === "claimant") return name === by.name ? null : name;
  // By R17 the name ends so.
  const via = `, via ${by.name}`;
  return name.endsWith(via) ? name.slice(0, -via.length) : name;
}

/** A figure in its own words, quotation marks around a word that stands for a number; or a statement. */
export function claimText({ claim, wording }: ClaimBranch, t: Translate): string {
  const isWord = claim.qualifier !== null && MARK_OF[claim.qualifier] === "hatched";
  return isWord ? t("figures.quoted", { raw: wording.text }) : wording.text;
}

/** The colour of an origin: that of its side; of several sides, none of them. */
export function originClass({ sides, isDisowned }: OriginTree, ordered: readonly string[]): string {
  if (isDisowned) return "mark-grey";
  const [side = null] = sides;
  return sides.length > 1 ? "origin-mixed" : sideClass(ordered, side);
}

/** When it was stated, whether it still stands, and where else it is told. */
export function claimNote(branch: ClaimBranch, locale: string): string {
  const t = translator(locale);
  const parts = [
    tellDate(branch.claim.stated, locale, "short"),
    standingWords(branch, t),
    branch.isToldElsewhere ? t("originsPage.toldElsewhere") : null,
    isToldBelow(branch) ? t("originsPage.sameReports") : null,
  ];
  return joined(parts, t);
}

/** "denied by X" (R23), "superseded"; null for a claim that stands. */
export function standingWords({ claim, standing, lifecycle }: ClaimBranch, t: Translate): string | null {
  const denied = standing === "disowned" ? t("originsPage.denied", { claimant: claim.claimant.name }) : null;
  const ended = lifecycle === "current" ? null : t(`lifecycle.${lifecycle}.label`);
  return denied || ended ? joined([denied, ended], t) : null;
}

/** A figure whose place another one took is drawn small and grey; one that nobody stands by is crossed as well. */
export function claimState({ standing, lifecycle }: ClaimBranch) {
  return {
    isCrossed: isCrossed(standing, lifecycle),
    isEarlier: lifecycle === "superseded" || lifecycle === "replaced",
  };
}

/** When a report was published, and what else must be known of its place in the chain. */
export function reportNote(branch: ReportBranch, locale: string): string {
  return joined([reportDate(branch.report, locale), ...reportMarks(branch, locale)], translator(locale));
}

export function reportDate({ published }: ReportRef, locale: string): string {
  return published ? tellDate(published, locale, "short") : translator(locale)("originsPage.dateUnknown");
}

/** "not read here", "only named", "names nobody", "via Lt Gen Sevryukov": what of these is so. */
export function reportMarks(branch: ReportBranch, locale: string): string[] {
  const t = translator(locale);
  const { report, via, isOnlyNamed, namesNobody } = branch;
  return [
    isOnlyNamed ? t("originsPage.onlyNamed") : null,
    !isOnlyNamed && !report.isRead ? t("originsPage.notRead") : null,
    namesNobody ? t("originsPage.namesNobody") : null,
    via ? t("claims.via", { name: via.name }) : null,
  ].filter((mark) => mark !== null);
}

/** Why no origin is known of some claims, or of some reports of a claim whose other reports lead to one (R15). */
export function notFoundWords({ why, claims, isOfKnownClaim }: NotFoundTree, t: Translate): string {
  const reason =
    why === "cycle" && claims.length > 1
      ? t("originsPage.notFound.claimsInCycle")
      : t(`originNotFound.${why}.label`);
  return isOfKnownClaim ? t("originsPage.notFound.ofReports", { why: reason }) : reason;
}

/** Whether every report of a claim also stands under one claim that was had from it: then it is told there alone. */
export function isToldBelow(branch: ClaimBranch): boolean {
  const own = [...branch.reports, ...branch.loops.flat()].flatMap(reportIds);
  return (
    own.length > 0 &&
    branch.passedOnAs.some((other) => {
      const others = new Set([...other.reports, ...other.loops.flat()].flatMap(reportIds));
      return own.every((id) => others.has(id));
    })
  );
}

/** How many reports in a row the longest chain of a group has. */
export function hopsOf({ origins, notFound }: OriginsOf): number {
  const branches = [...origins, ...notFound].flatMap(({ claims }) => claims.flatMap(withDescendants));
  const longest = (reports: ReportBranch[]): number =>
    Math.max(0, ...reports.map(({ passedOnBy }) => 1 + longest(passedOnBy)));
  return Math.max(0, ...branches.map(({ reports, loops }) => longest([...reports, ...loops.flat()])));
}

function reportIds({ report, passedOnBy }: ReportBranch): string[] {
  return [report.publicId, ...passedOnBy.flatMap(reportIds)];
}

/** Whether some report stands under more than one claim of the group. */
export function hasRepeatedReports({ origins, notFound, counts }: OriginsOf): boolean {
  const branches = [...origins, ...notFound].flatMap(({ claims }) => claims.flatMap(withDescendants));
  const placed = branches.flatMap((branch) => [...branch.reports, ...branch.loops.flat()].flatMap(carriers));
  return placed.length > counts.reports;
}

function withDescendants(branch: ClaimBranch): ClaimBranch[] {
  return [branch, ...branch.passedOnAs.flatMap(withDescendants)];
}

function carriers({ report, isOnlyNamed, passedOnBy }: ReportBranch): string[] {
  return [...(isOnlyNamed ? [] : [report.publicId]), ...passedOnBy.flatMap(carriers)];
}

/** Words of one line, each kept in its own direction of writing. */
export function joined(parts: readonly (string | null)[], t: Translate): string {
  const told = parts.flatMap((part) => part || []);
  return told.length === 0 ? "" : told.reduce((first, second) => t("originsPage.joined", { first, second }));
}
