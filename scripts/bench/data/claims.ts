import { attributionColumns, attributionFields } from "../../../lib/claims/attribution-row";
import { claimColumns, fieldsOf } from "../../../lib/claims/claim-row";
import type { figureSelect } from "../../../lib/claims/figures";
import type { ParsedAttribution, ParsedValues } from "../../../lib/claims/schema";
import type { RecordStatus } from "../../../lib/vocabulary";
import type { Prisma } from "../../../prisma/generated/client";
import { DAY, dateFrom, HOUR } from "./dates";
import { type Draw, idAt, publicIdOf } from "./draw";
import type { BegunEvent, Counted, Plan } from "./event";
import type { Made } from "./history";
import type { OnFile, Register } from "./register";
import type { Filed } from "./reports";
import type { Value } from "./tables";
import { figureFrom, sentenceFrom } from "./wordings";

/** A claim while its event is made: what decisions change of it stands in `row`. */
export type Claimed = {
  row: Prisma.ClaimGetPayload<{ select: typeof figureSelect }> & {
    publicId: string;
    recordStatus: RecordStatus;
    version: number;
    staleSince: Date | null;
    publishedAt: Date | null;
    [column: string]: Value;
  };
  values: ParsedValues;
  claimant: OnFile;
  attributions: Attributed[];
};

export type Attributed = {
  row: ReturnType<typeof attributionColumns> & { id: string; claimId: string; publishedAt: Date | null };
  fields: ReturnType<typeof attributionFields>;
};

/** Makes the claims of an event as they were logged and published, the first stated first, with their history into `made`. */
export function claimAll(
  made: Made[],
  draw: Draw,
  register: Register,
  event: BegunEvent,
  reports: readonly Filed[],
  plan: Plan & { first: number },
): Claimed[] {
  const all: Claimed[] = [];
  for (let number = 1; number <= plan.size; number += 1) {
    const from = Math.floor(((number - 1) / plan.size) * reports.length);
    const carriers = carriersFrom(draw, reports, from);
    const claimant = event.claimants[draw.skewed(event.claimants.length)] as OnFile;
    const stated = (carriers[0] as Filed).at;
    const values = valuesFrom(draw, event, claimant, stated, all);
    const loggedAt = new Date(stated + DAY / 2);
    const id = idAt(loggedAt.getTime(), draw);
    const status = statusFrom(draw, plan);
    const publishedAt = status === "published" ? new Date(loggedAt.getTime() + 3 * HOUR) : null;
    const logger = draw.one(register.journalists);
    const version = status === "draft" ? 1 : 2;
    const row = {
      id,
      publicId: publicIdOf(plan.first + number),
      eventId: event.id,
      type: values.type,
      ...blank,
      ...claimColumns(values),
      loggedAt,
      loggedById: logger.id,
      recordStatus: status,
      statusSince: publishedAt ?? loggedAt,
      returnReason: status === "returned" ? "Which report is it in?" : null,
      publishedAt,
      verification: "unverified",
      lifecycle: "current",
      staleSince: null,
      isContested: false,
      reportCount: 0,
      derived: null,
      number,
      version,
      claimant: { kind: claimant.kind },
    } as unknown as Claimed["row"];
    const attributions = attributionsFrom(draw, event, carriers, { id, loggedAt, publishedAt });
    all.push({ row, values, claimant, attributions });
    made.push(...historyOf(register, logger, { row, values, claimant, attributions }, loggedAt));
  }
  return all;
}

const blank = {
  measureId: null,
  relativeToId: null,
  qualifier: null,
  low: null,
  high: null,
  central: null,
  reading: null,
  topic: null,
};

/** The report in which it was seen first, and those that had it later; two to five, mostly two. */
function carriersFrom(draw: Draw, reports: readonly Filed[], from: number): Filed[] {
  const chosen = new Set([reports[from] as Filed]);
  const count = 2 + Math.floor(4 * (draw.below(1000) / 1000) ** 2.5);
  for (let next = 1; next < count; next += 1) {
    const later = reports[Math.min(reports.length - 1, from + 1 + draw.below(12))];
    if (later) chosen.add(later);
  }
  return [...chosen];
}

function statusFrom(draw: Draw, { isWhole, recordStatus }: Plan): RecordStatus {
  if (isWhole || (recordStatus === "published" && draw.chance(0.95))) return "published";
  if (recordStatus !== "published") return draw.one(["draft", "submitted"]);
  return draw.one(["draft", "draft", "submitted", "submitted", "in_review", "returned", "archived"]);
}

function valuesFrom(
  draw: Draw,
  { measures, place, word }: BegunEvent,
  { facts }: OnFile,
  at: number,
  before: readonly Claimed[],
): ParsedValues {
  const stated = dateFrom(draw, at);
  const common = {
    claimantId: facts.id,
    stated,
    asOf: draw.chance(0.4) ? dateFrom(draw, Math.min(at, stated.earliest)) : null,
    eventTime: null,
    isForecast: false,
    isFromMemory: false,
    standing: draw.one(["direct", "direct", "reported", "reported", "relayed", "unattributed"] as const),
  };
  if (draw.chance(0.2)) {
    return {
      ...common,
      type: "statement",
      topic: draw.one(["cause", "time", "weapon", "responsibility", "context", "demand"]),
      basis: "unstated",
      wording: sentenceFrom(draw, place[0] ?? "", word),
    };
  }
  const { row, near } = measures[draw.skewed(measures.length)] as Counted;
  const { raw, isEstimate, ...quantity } = figureFrom(draw, near, row.kinds);
  const rival = before.findLast((claim) => claim.row.measureId === row.id && claim.row.low !== null);
  return {
    ...common,
    type: "figure",
    measureId: row.id,
    basis: isEstimate ? "model" : draw.one(BASES),
    quantity,
    relativeToId: quantity.qualifier === "relative" ? (rival?.row.id ?? null) : null,
    wording: { text: raw, language: "en", translation: null, translatedBy: null },
  };
}

const BASES = [
  "unstated",
  "unstated",
  "unstated",
  "unstated",
  "count",
  "count",
  "count",
  "named_list",
] as const;

function attributionsFrom(
  draw: Draw,
  { claimants, place, word }: BegunEvent,
  carriers: readonly Filed[],
  claim: { id: string; loggedAt: Date; publishedAt: Date | null },
): Attributed[] {
  return carriers.map((report, nth) => {
    const had = nth > 0 && draw.chance(0.5) ? carriers[draw.below(nth)] : undefined;
    const isCopy = had !== undefined && had.at <= report.at;
    const via = !isCopy && nth > 0 && draw.chance(0.1) ? draw.one(claimants).facts.id : null;
    const attribution: ParsedAttribution = {
      reportId: report.id,
      carries: isCopy || via ? "via" : nth > 0 && draw.chance(0.04) ? "unattributed" : draw.one(CARRIES),
      viaReportId: isCopy ? had.id : null,
      viaClaimantId: via,
      locator: draw.chance(0.3) ? `paragraph ${1 + draw.below(20)}` : null,
      passage: draw.chance(0.35) ? sentenceFrom(draw, place[0] ?? "", word) : null,
      drift: draw.chance(0.02) ? { raw: "scores", qualifier: "words" } : null,
      misreport: draw.chance(0.01) ? "The report writes killed where the statement says injured." : null,
      downwardReason: null,
    };
    const row = {
      ...attributionColumns(attribution),
      id: idAt(claim.loggedAt.getTime() + nth, draw),
      claimId: claim.id,
      createdAt: claim.loggedAt,
      publishedAt: claim.publishedAt,
      version: claim.publishedAt ? 2 : 1,
    };
    return { row, fields: attributionFields(attribution) };
  });
}

const CARRIES = ["quote", "quote", "paraphrase", "paraphrase", "paraphrase", "own"] as const;

const MOVED = {
  draft: "claim.logged",
  submitted: "claim.submitted",
  in_review: "claim.review_begun",
  returned: "claim.returned",
  archived: "claim.archived",
  published: "claim.published",
} as const;

/** As its logging and its publication would have kept it, the steps between the two left out. */
function historyOf(
  { editors }: Register,
  logger: Made["actor"],
  { row, values, attributions }: Claimed,
  loggedAt: Date,
): Made[] {
  const of = { subjectKind: "claim", subjectId: row.id } as const;
  const attached = attributions.map((attribution) => ({
    fields: attribution.fields,
    subject: { subjectKind: "attribution", subjectId: attribution.row.id } as const,
  }));
  const editor = editors[row.number % editors.length] as Made["actor"];
  const status = row.recordStatus;
  const at = row.publishedAt ?? loggedAt;
  return [
    {
      actor: logger,
      change: {
        ...of,
        at: loggedAt,
        action: "claim.logged",
        version: 1,
        after: {
          eventId: row.eventId as string,
          ...fieldsOf(values),
          publicId: row.publicId,
          recordStatus: "draft",
        },
      },
    },
    ...attached.map(
      ({ fields, subject }): Made => ({
        actor: logger,
        change: {
          ...subject,
          at: loggedAt,
          action: "attribution.attached",
          version: 1,
          after: { ...fields, claimId: row.id, reason: null },
        },
      }),
    ),
    ...(status === "draft"
      ? []
      : [
          {
            actor: status === "submitted" ? logger : editor,
            change: {
              ...of,
              at,
              action: MOVED[status],
              version: 2,
              before: { recordStatus: "draft" },
              after: { recordStatus: status, reason: null },
            },
          },
        ]),
    ...(row.publishedAt
      ? attached.map(
          ({ subject }): Made => ({
            actor: editor,
            change: {
              ...subject,
              at,
              action: "attribution.published",
              version: 2,
              before: { isPublished: false },
              after: { isPublished: true },
            },
          }),
        )
      : []),
  ];
}
