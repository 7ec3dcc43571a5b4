import type { Json } from "../../../lib/history/digest";
import type { CorrectionKind, Lifecycle } from "../../../lib/vocabulary";
import type { Claimed } from "./claims";
import { DAY } from "./dates";
import { type Draw, idAt } from "./draw";
import type { Made } from "./history";
import type { Register } from "./register";
import type { Row } from "./tables";

/** What people decided about the claims of an event: rows of these tables. */
export type Decided = { table: string; row: Row }[];

type Deciding = { made: Made[]; draw: Draw; register: Register; decided: Decided };

/** Decides about the published claims of an event as editors do; what it changes of them stands in their rows. */
export function decideAll(made: Made[], draw: Draw, register: Register, claims: readonly Claimed[]): Decided {
  const deciding: Deciding = { made, draw, register, decided: [] };
  const latest = new Map<string, Claimed>();
  for (const claim of claims) {
    if (!claim.row.publishedAt) continue;
    const series = `${claim.row.measureId} ${claim.claimant.facts.id} ${claim.row.lane}`;
    const older = claim.row.measureId === null ? undefined : latest.get(series);
    if (older && older.row.statedEarliest <= claim.row.statedEarliest && draw.chance(0.7))
      supersede(deciding, older, claim);
    if (claim.row.measureId !== null) latest.set(series, claim);
    withdrawSome(deciding, claim);
    if (draw.chance(0.06)) assess(deciding, claim);
    if (draw.chance(0.01)) propose(deciding, claim, claims);
  }
  if (draw.chance(0.05)) estimate(deciding, claims);
  return deciding.decided;
}

function supersede(deciding: Deciding, older: Claimed, newer: Claimed): void {
  if (older.row.lifecycle !== "current") return;
  const { draw, decided, made } = deciding;
  const at = after(newer, draw);
  const actor = editor(deciding);
  const link = {
    kind: "supersedes",
    fromClaimId: newer.row.id,
    toClaimId: older.row.id,
    state: "accepted",
    speaksForBoth: false,
    downwardReason: (newer.row.low ?? 0) < (older.row.low ?? 0) ? ("not_given" as const) : null,
    note: null,
  } as const;
  const id = idAt(at.getTime(), draw);
  decided.push({ table: "claim_link", row: { id, ...link, decidedBy: actor.id, decidedAt: at } });
  made.push({
    actor,
    change: {
      at,
      action: "claim_link.accepted",
      subjectKind: "claim_link",
      subjectId: id,
      version: 1,
      after: link,
    },
  });
  endClaim(deciding, older, at, "claim.superseded", "superseded", { supersededBy: newer.row.publicId });
}

function withdrawSome(deciding: Deciding, claim: Claimed): void {
  const { draw } = deciding;
  if (!draw.chance(0.02)) return;
  const at = after(claim, draw);
  const way = draw.below(4);
  if (way === 0) {
    correct(deciding, claim, at, "retraction");
    endClaim(deciding, claim, at, "claim.retracted", "retracted");
  } else if (way === 1) {
    correct(deciding, claim, at, "entry_error");
    endClaim(deciding, claim, at, "claim.marked_entry_error", "entry_error");
  } else if (way === 2) {
    correct(deciding, claim, at, "disowned");
    change(deciding, claim, at, "claim.disowned", { standing: claim.row.standing }, { standing: "disowned" });
    claim.row.standing = "disowned";
  } else {
    const before = claim.row.isForecast as boolean;
    claim.row.isForecast = !before;
    change(deciding, claim, at, "claim.amended", { isForecast: before }, { isForecast: !before });
    correct(deciding, claim, at, "amendment", claim.row.version);
  }
}

function correct(
  { draw, decided, made, register }: Deciding,
  { row }: Claimed,
  at: Date,
  kind: CorrectionKind,
  claimVersion: number | null = null,
): void {
  const actor = draw.one(register.editors);
  const reason = "The claimant took it back in a statement of the next day.";
  const told = { kind, eventId: row.eventId as string, claimId: row.id, reason };
  const id = idAt(at.getTime(), draw);
  decided.push({
    table: "correction",
    row: { id, ...told, claimVersion, correctedById: actor.id, correctedAt: at, publishedAt: at },
  });
  made.push({
    actor,
    change: {
      at,
      action: "correction.made",
      subjectKind: "correction",
      subjectId: id,
      version: 1,
      after: claimVersion === null ? told : { ...told, claimVersion },
    },
  });
}

function endClaim(
  deciding: Deciding,
  claim: Claimed,
  at: Date,
  action: Made["change"]["action"],
  lifecycle: Lifecycle,
  successor: Record<string, string> = {},
): void {
  const { lifecycle: was, standing } = claim.row;
  change(deciding, claim, at, action, { lifecycle: was, standing }, { lifecycle, ...successor });
  claim.row.lifecycle = lifecycle;
}

function assess(deciding: Deciding, claim: Claimed): void {
  const { draw, decided, made } = deciding;
  const at = after(claim, draw);
  const actor = editor(deciding);
  const status = draw.one(["documented", "documented", "refuted", "unverifiable", "unverified"] as const);
  const told = {
    status,
    reason: "The named list of the hospital has as many names.",
    whatWouldChange: null,
    overrideReason: null,
    corroboratingId: null,
  };
  const id = idAt(at.getTime(), draw);
  const staleSince = draw.chance(0.05) ? at : null;
  const row = { id, ...told, claimId: claim.row.id, number: 1, assessedById: actor.id, assessedAt: at };
  decided.push({ table: "assessment", row: { ...row, publishedAt: at, staleSince } });
  const reportId = claim.attributions[0]?.row.reportId ?? null;
  const item = { kind: "document", stance: "supports", reportId, url: null, archiveUrl: null, fileId: null };
  const note = "It names the same number.";
  decided.push({
    table: "evidence",
    row: { id: idAt(at.getTime(), draw), assessmentId: id, position: 0, ...item, note },
  });
  made.push({
    actor,
    change: {
      at,
      action: "assessment.made",
      subjectKind: "assessment",
      subjectId: id,
      version: 1,
      after: { ...told, claimId: claim.row.id, number: 1, evidence: [{ ...item, note }], tests: [] },
    },
  });
  change(deciding, claim, at, "claim.assessed", { verification: "unverified" }, { verification: status });
  claim.row.verification = status;
  claim.row.staleSince = staleSince;
}

/** A best estimate of the first measure, from its first figures (R10). */
function estimate(deciding: Deciding, claims: readonly Claimed[]): void {
  const { draw, decided, made } = deciding;
  const measureId = claims.find(({ row }) => row.measureId !== null)?.row.measureId;
  const inputs = claims.filter(({ row }) => row.publishedAt && row.measureId === measureId).slice(0, 4);
  const last = inputs.at(-1);
  if (!measureId || !last) return;
  const at = after(last, draw);
  const actor = editor(deciding);
  const n = 10 + draw.below(3000);
  const told = { raw: `about ${n}`, qualifier: "about", low: n, high: n, central: null } as const;
  const method = "The middle of the figures of those who counted.";
  const id = idAt(at.getTime(), draw);
  const row = { id, measureId, number: 1, ...told, method, estimatedById: actor.id, estimatedAt: at };
  decided.push({
    table: "best_estimate",
    row: { ...row, publishedAt: at, staleSince: draw.chance(0.1) ? at : null },
  });
  for (const input of inputs)
    decided.push({ table: "best_estimate_input", row: { estimateId: id, claimId: input.row.id } });
  const inputIds = inputs.map(({ row: { publicId } }) => publicId);
  made.push({
    actor,
    change: {
      at,
      action: "best_estimate.made",
      subjectKind: "best_estimate",
      subjectId: id,
      version: 1,
      after: { measureId, number: 1, ...told, method, inputs: inputIds },
    },
  });
}

/** What an editor is still to decide: links, proposals, error reports and notes of the desk. */
function propose({ draw, decided, register }: Deciding, claim: Claimed, claims: readonly Claimed[]): void {
  const at = after(claim, draw);
  const of = { claimId: claim.row.id, claimVersion: claim.row.version };
  const id = idAt(at.getTime(), draw);
  const way = draw.below(4);
  const other = draw.one(claims);
  if (way === 0 && other !== claim && other.row.measureId === claim.row.measureId) {
    const link = {
      kind: "duplicate_of",
      fromClaimId: claim.row.id,
      toClaimId: other.row.id,
      state: "proposed",
    };
    const undecided = {
      speaksForBoth: false,
      downwardReason: null,
      note: null,
      decidedBy: null,
      decidedAt: null,
    };
    decided.push({ table: "claim_link", row: { id, ...link, ...undecided } });
  } else if (way === 1) {
    const changes = { reportId: claim.attributions[0]?.row.reportId ?? null };
    const proposedById = draw.one(register.journalists).id;
    decided.push({
      table: "proposal",
      row: {
        id,
        kind: "report",
        ...of,
        changes,
        reason: "One more report has it.",
        proposedById,
        proposedAt: at,
      },
    });
  } else if (way === 2) {
    const publicId = `e${claim.row.publicId}`;
    const [first, second] = claim.attributions.map(({ row }) => row.reportId);
    const isProposed = decided.some(({ table, row }) => table === "via_proposal" && row.reportId === second);
    if (first && second && !isProposed) {
      const via = {
        reportId: second,
        viaReportId: first,
        viaPublicationId: register.publications[0]?.id ?? "",
      };
      const found = { ground: "byline", isOrderKnown: true, similarity: null, evidence: "A. Writer" };
      const row = { id: idAt(at.getTime(), draw), ...via, ...found, proposedAt: at };
      decided.push({ table: "via_proposal", row });
    }
    decided.push({
      table: "error_report",
      row: { id, publicId, ...of, text: "The report says injured.", receivedAt: at },
    });
  } else {
    const note = { subjectKind: "claim", subjectId: claim.row.id, text: "Ask them again.", writtenAt: at };
    decided.push({ table: "note", row: { id, ...note, writtenById: draw.one(register.journalists).id } });
  }
}

function change(
  deciding: Deciding,
  { row }: Claimed,
  at: Date,
  action: Made["change"]["action"],
  before: Record<string, Json>,
  told: Record<string, Json>,
): void {
  row.version += 1;
  const subject = { subjectKind: "claim", subjectId: row.id, version: row.version } as const;
  deciding.made.push({ actor: editor(deciding), change: { ...subject, at, action, before, after: told } });
}

function editor({ draw, register }: Deciding): Made["actor"] {
  return draw.one(register.editors);
}

/** One moment after all that was decided of it so far. */
function after({ row }: Claimed, draw: Draw): Date {
  return new Date((row.publishedAt?.getTime() ?? 0) + row.version * 60 * DAY + draw.below(DAY));
}
