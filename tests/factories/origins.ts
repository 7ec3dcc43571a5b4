import { findOrigins } from "../../lib/attributions/origins-page";
import type {
  ClaimBranch,
  OriginsOf,
  OriginsOfMeasure,
  OriginsPage,
  ReportBranch,
} from "../../lib/attributions/types";
import { aPublishedClaim, attributionInput, type GivenFigure, makePublic } from "./claims";
import { aMeasure, anEvent, aPublication, aReport } from "./records";

/** A public event of one measure, told claim by claim; what it comes to is read back as an outline. */
export async function aStory() {
  const event = await anEvent();
  const measureId = await aMeasure(event.id);
  const claim = (given: GivenFigure) => aPublishedClaim({ eventId: event.id, measureId, ...given });
  const tell = async () => {
    await makePublic(event);
    return (await findOrigins(event.slug)) as OriginsPage;
  };
  return { event, measureId, claim, tell };
}

/** A report of a publication of that name. */
export async function reportOf(name: string, isRead = true): Promise<string> {
  return aReport({ publicationId: (await aPublication({ name })).id, title: null, isRead });
}

export const had = (reportId: string, viaReportId: string) =>
  attributionInput(reportId, { carries: "via", viaReportId });
export const hadFrom = (reportId: string, viaClaimantId: string) =>
  attributionInput(reportId, { carries: "via", viaClaimantId });
export const namesNobody = (reportId: string) => attributionInput(reportId, { carries: "unattributed" });

/** What rests on what, one line each, indented under what it rests on. */
export function outline({ origins, notFound }: OriginsOf): string[] {
  return [
    ...origins.flatMap(({ named, isDisowned, claims }) => [
      [named.kind === "unnamed_via" ? "unnamed via" : "", named.by.name, isDisowned ? "(denied)" : ""]
        .filter(Boolean)
        .join(" "),
      ...claims.flatMap((branch) => claimLines(branch, "  ")),
    ]),
    ...notFound.flatMap(({ why, isOfKnownClaim, claims }) => [
      `not found: ${why}${isOfKnownClaim ? ", of reports" : ""}`,
      ...claims.flatMap((branch) => claimLines(branch, "  ")),
    ]),
  ];
}

function claimLines(branch: ClaimBranch, indent: string): string[] {
  const { claim, wording, hadFrom, isToldElsewhere, reports, loops, passedOnAs } = branch;
  const from = hadFrom.map((other) => ` from ${other.claimant.name}`).join(" and");
  const deeper = `${indent}  `;
  return [
    `${indent}${wording.text}, ${claim.claimant.name}${from}${isToldElsewhere ? " (above)" : ""}`,
    ...reports.flatMap((report) => reportLines(report, deeper)),
    ...loops.flatMap((loop) => [`${deeper}cycle:`, ...loop.flatMap((report) => reportLines(report, deeper))]),
    ...passedOnAs.flatMap((other) => claimLines(other, deeper)),
  ];
}

function reportLines(
  { report, via, isOnlyNamed, namesNobody, passedOnBy }: ReportBranch,
  indent: string,
): string[] {
  const marks = [
    via ? ` via ${via.name}` : "",
    report.isRead ? "" : " (not read)",
    isOnlyNamed ? " (only named)" : "",
    namesNobody ? " (names nobody)" : "",
  ];
  return [
    `${indent}${report.publication.name}${marks.join("")}`,
    ...passedOnBy.flatMap((other) => reportLines(other, `${indent}  `)),
  ];
}

/** The group at the head of the page. */
export function first({ measures: [measure] }: OriginsPage): OriginsOfMeasure {
  if (!measure) throw new Error("The page tells of no measure.");
  return measure;
}
