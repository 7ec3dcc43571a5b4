import type { AttributionView, ClaimRef, FigureClaim, StatementClaim } from "../claims/types";
import type { UncertainDate } from "../dates/edtf";
import { RULES_VERSION } from "../events/rules";
import type { EventPage, MeasureView, RangeEndView, ReportedRangeView } from "../events/types";
import { canonicalJson, type Json, sha256 } from "../history/digest";
import type { Version } from "./find-version";

/** Raised when the form of the file changes, so that a digest from before is not looked for in it. */
const FORMAT = "counterclaim-event-version-1";

/**
 * A version of an event as a file that anyone can keep and check: JSON in one canonical text (sorted names, no blanks,
 * UTF-8), and its SHA-256 in hex. The same version has the same text for ever, but for what is redacted (R35) or found
 * to be a duplicate later (R34), or where the rules by which figures are compared are changed, whose number it names.
 * Who decided is not in it: people's names can be removed.
 */
export function snapshotOf(page: EventPage, version: Version): { text: string; sha256: string } {
  const text = canonicalJson(asJson(fileOf(page, version)));
  return { text, sha256: sha256(text) };
}

function fileOf(page: EventPage, { number, at, hash }: Version) {
  const { slug, title, summary, place, occurred, sides, counts, publishedAt } = page;
  return {
    format: FORMAT,
    rules: RULES_VERSION,
    version: number,
    at: instant(at),
    chainHash: hash,
    event: { slug, title, summary, place, occurred: date(occurred), publishedAt: instant(publishedAt) },
    sides,
    counts,
    measures: page.measures.map(measure),
    statements: page.statements.flatMap(({ topic, claims }) =>
      claims.map((claim) => ({ topic, ...shared(claim) })),
    ),
    takenBack: page.takenBack.claims.map(({ claim, kind, at: on, reason }) => ({
      claim: reference(claim),
      kind,
      at: instant(on),
      reason,
    })),
  };
}

function measure(view: MeasureView) {
  const { slug, label, kinds, unit, scope, lane, isHeadline, counts } = view;
  return {
    ...{ slug, label, kinds, unit, scope, lane, isHeadline, counts },
    range: range(view.range),
    rangeWithUnnamed: range(view.rangeWithAnonymous),
    documentedMinimum: view.documentedMinimum.map(({ n, basis, claim }) => ({
      n,
      basis,
      claim: reference(claim),
    })),
    leftOut: view.leftOut.map(({ claim, reason }) => ({ claim: claim.publicId, reason })),
    estimates: view.estimates.map(({ number, raw, method, at, staleSince, inputs }) => ({
      ...{ number, raw, method },
      at: instant(at),
      staleSince: staleSince === null ? null : instant(staleSince),
      inputs: inputs.map(({ publicId }) => publicId),
    })),
    figures: view.figures.map(figure),
  };
}

function figure(claim: FigureClaim) {
  const { quantity, asOf, basis, isAnonymous, relativeTo, contested, earlier } = claim;
  return {
    ...shared(claim),
    ...{ quantity, basis, isUnnamed: isAnonymous },
    asOf: asOf && date(asOf),
    relativeTo: relativeTo?.publicId ?? null,
    contestedBy: contested && { nearest: contested.nearest.publicId, count: contested.count },
    earlier: earlier.map(({ publicId, quantity: was, stated, verification, lifecycle, measureLabel }) => ({
      ...{ publicId, quantity: was, verification, lifecycle, measure: measureLabel },
      stated: date(stated),
    })),
  };
}

function shared(claim: FigureClaim | StatementClaim) {
  const { publicId, claimant, side, wording, stated, standing, verification, lifecycle } = claim;
  return {
    ...{ publicId, claimant, side, wording, standing, verification, lifecycle },
    stated: date(stated),
    carriedBy: claim.attributions.map(carrier),
  };
}

function carrier({ report, carries, via, locator, passage, drift, misreport }: AttributionView) {
  const { publicId, title, url, published, publication } = report;
  return {
    report: { publicId, title, url, publication, published: published && date(published) },
    ...{ carries, via, locator, passage, drift, misreport },
  };
}

function range(view: ReportedRangeView) {
  return view && { low: end(view.low), high: end(view.high) };
}

function end({ value, raw, isOpen, claims }: RangeEndView) {
  return { value, raw, isOpen, claims: claims.map(reference) };
}

function reference({ publicId, claimant, raw, qualifier, stated }: ClaimRef) {
  return { publicId, claimant: claimant.name, raw, qualifier, stated: date(stated) };
}

function date({ edtf, earliest, latest, zone }: UncertainDate) {
  return { edtf, zone, earliest: instant(earliest), latest: instant(latest) };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** What JSON holds of a value: nothing that is undefined. */
function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
