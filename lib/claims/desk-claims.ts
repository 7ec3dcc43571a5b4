import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type {
  DownwardReason,
  Lifecycle,
  LinkKind,
  LinkState,
  RecordStatus,
  Verification,
} from "../vocabulary";
import { attributionFields, attributionOf } from "./attribution-row";
import { toInput, valuesOf } from "./claim-row";
import { type ClaimStep, stepsFor } from "./claim-steps";
import type { ClaimInput } from "./claim-versions";
import { claimRefSelect, toClaimRef } from "./refs";
import type { AttributionInput } from "./schema";
import type { ClaimRef } from "./types";

/** An attribution as the desk edits it, with the names of what it points at. */
export type DeskAttribution = {
  id: string;
  version: number;
  isPublished: boolean;
  values: AttributionInput;
  report: DeskReport;
  viaReport: DeskReport | null;
  viaClaimant: { slug: string; name: string } | null;
};
export type DeskReport = { id: string; publicId: string; title: string | null; publicationName: string };

/** How the claim stands, or may stand, to another. "from": this claim is the newer one, or the duplicate. */
export type DeskLink = {
  id: string;
  version: number;
  kind: LinkKind;
  state: LinkState;
  side: "from" | "to";
  other: ClaimRef & { id: string; version: number; recordStatus: RecordStatus };
  speaksForBoth: boolean;
  downwardReason: DownwardReason | null;
  note: string | null;
};

/** A claim of any record status with all that its pages on the desk need. */
export type DeskClaim = {
  id: string;
  publicId: string;
  version: number;
  event: {
    id: string;
    slug: string;
    title: string;
    zone: string;
    recordStatus: RecordStatus;
    fourEyes: boolean;
  };
  recordStatus: RecordStatus;
  returnReason: string | null;
  lifecycle: Lifecycle;
  verification: Verification;
  logger: { id: string; name: string };
  loggedAt: number;
  publishedAt: number | null;
  /** As an edit sends it again. */
  values: ClaimInput;
  claimant: { slug: string; name: string };
  measure: { slug: string; label: string } | null;
  relativeTo: ClaimRef | null;
  /** The public id of the claim that it was found to be a duplicate of. */
  mergedInto: string | null;
  attributions: DeskAttribution[];
  links: DeskLink[];
  openProposalCount: number;
  noteCount: number;
  /** What the actor may do with it now. */
  may: ClaimStep[];
};

const named = { select: { slug: true, name: true } } as const;
const reportSelect = {
  select: { id: true, publicId: true, title: true, publication: { select: { name: true } } },
} as const;
const other = { select: { ...claimRefSelect, version: true, recordStatus: true } } as const;

const claimInclude = {
  event: {
    select: { id: true, slug: true, title: true, occurredZone: true, recordStatus: true, fourEyes: true },
  },
  claimant: named,
  measure: { select: { slug: true, label: true } },
  relativeTo: { select: claimRefSelect },
  loggedBy: { select: { id: true, name: true } },
  attributions: {
    include: { report: reportSelect, viaReport: reportSelect, viaClaimant: named },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  linksFrom: { include: { toClaim: other }, orderBy: { id: "asc" } },
  linksTo: { include: { fromClaim: other }, orderBy: { id: "asc" } },
  _count: { select: { proposals: { where: { state: "open" } } } },
} as const satisfies Prisma.ClaimInclude;

type Row = Prisma.ClaimGetPayload<{ include: typeof claimInclude }>;

/** A claim whatever its record status, or null. Colleagues see each other's drafts. A bounded number of queries. */
export async function findDeskClaim(actor: Actor, publicId: string): Promise<DeskClaim | null> {
  authorise(actor, "claim:log");
  const row = await db().claim.findUnique({ where: { publicId }, include: claimInclude });
  if (!row) return null;
  const noteCount = await db().note.count({ where: { subjectKind: "claim", subjectId: row.id } });
  const { occurredZone: zone, ...event } = row.event;
  return {
    id: row.id,
    publicId: row.publicId,
    version: row.version,
    event: { ...event, zone },
    recordStatus: row.recordStatus,
    returnReason: row.returnReason,
    lifecycle: row.lifecycle,
    verification: row.verification,
    logger: row.loggedBy,
    loggedAt: row.loggedAt.getTime(),
    publishedAt: row.publishedAt?.getTime() ?? null,
    values: toInput(valuesOf(row)),
    claimant: row.claimant,
    measure: row.measure,
    relativeTo: row.relativeTo && toClaimRef(row.relativeTo),
    // Its link tells it, without one more query.
    mergedInto:
      row.linksFrom.find(({ toClaimId }) => toClaimId === row.mergedIntoId)?.toClaim.publicId ?? null,
    attributions: row.attributions.map(toDeskAttribution),
    links: [
      ...row.linksFrom.map((link) => toDeskLink(link, "from", link.toClaim)),
      ...row.linksTo.map((link) => toDeskLink(link, "to", link.fromClaim)),
    ],
    openProposalCount: row._count.proposals,
    noteCount,
    may: stepsFor(actor, row, row.event),
  };
}

function toDeskAttribution(row: Row["attributions"][number]): DeskAttribution {
  return {
    id: row.id,
    version: row.version,
    isPublished: row.publishedAt !== null,
    values: attributionFields(attributionOf(row)),
    report: toDeskReport(row.report),
    viaReport: row.viaReport && toDeskReport(row.viaReport),
    viaClaimant: row.viaClaimant,
  };
}

function toDeskReport({ publication, ...report }: Row["attributions"][number]["report"]): DeskReport {
  return { ...report, publicationName: publication.name };
}

function toDeskLink(
  link: Omit<Row["linksFrom"][number], "toClaim">,
  side: "from" | "to",
  claim: Row["linksFrom"][number]["toClaim"],
): DeskLink {
  const { id, version, recordStatus } = claim;
  return {
    id: link.id,
    version: link.version,
    kind: link.kind,
    state: link.state,
    side,
    other: { ...toClaimRef(claim), id, version, recordStatus },
    speaksForBoth: link.speaksForBoth,
    downwardReason: link.downwardReason,
    note: link.note,
  };
}
