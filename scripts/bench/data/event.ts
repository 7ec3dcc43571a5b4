import { eventColumns, eventFields, type ParsedEvent } from "../../../lib/events/event-row";
import { measureFields, type ParsedMeasure } from "../../../lib/measures/measure-row";
import type { MeasureRow } from "../../../lib/measures/measures";
import type { MeasureKind, RecordStatus } from "../../../lib/vocabulary";
import { DAY, dayOf, HOUR } from "./dates";
import { type Draw, idAt } from "./draw";
import type { Made } from "./history";
import { happeningFrom, type Names } from "./names";
import type { OnFile, Register } from "./register";
import type { Tables } from "./tables";

/** What an event is to be like. */
export type Plan = {
  slug: string;
  /** How many claims. */
  size: number;
  /** Milliseconds since 1970 UTC. */
  occurred: number;
  recordStatus: RecordStatus;
  /** Every claim is published. */
  isWhole: boolean;
  /** Of the register, only the first so many claimants make claims. */
  claimants: number;
};

/** A measure with the number that its figures are near. */
export type Counted = { row: MeasureRow; near: number };

export type BegunEvent = {
  id: string;
  word: string;
  place: Names;
  measures: readonly Counted[];
  claimants: readonly OnFile[];
  sides: ReadonlyMap<string, string>;
  /** For how long after it claims are made, in milliseconds. */
  lasts: number;
  publishedAt: Date | null;
};

/** Puts an event with its names, parties and measures on file, and what its history says of them into `made`. */
export function beginEvent(
  tables: Tables,
  made: Made[],
  draw: Draw,
  register: Register,
  plan: Plan,
  changedAt: (begun: BegunEvent) => Date,
): BegunEvent {
  const actor = register.editors[0] as Made["actor"];
  const createdAt = new Date(plan.occurred + HOUR);
  const publishedAt = plan.recordStatus === "published" ? new Date(plan.occurred + 2 * HOUR) : null;
  const { title, word, place } = happeningFrom(draw);
  const id = idAt(createdAt.getTime(), draw);
  const claimants = claimantsFrom(draw, register, plan);
  const parties = partiesFrom(draw, claimants);
  const event: ParsedEvent = {
    slug: plan.slug,
    title,
    summary: `What is known of it was said by those who were there, near ${place[0]}, and by others who were not.`,
    place: {
      name: place[0] ?? "",
      country: draw.one(["UA", "RU", "SY", "LY", "ES", null]),
      latitude: draw.below(120) - 60,
      longitude: draw.below(340) - 170,
    },
    occurred: dayOf(plan.occurred),
    otherZones: draw.chance(0.1) ? ["Europe/Kyiv"] : [],
    aliases: place.slice(1),
    parties,
  };
  const status = { recordStatus: plan.recordStatus, statusSince: publishedAt ?? createdAt };
  made.push({
    actor,
    change: {
      at: createdAt,
      action: "event.created",
      subjectKind: "event",
      subjectId: id,
      version: 1,
      after: eventFields(event),
    },
  });
  const measures = measuresFrom(tables, made, actor, draw, id, createdAt, plan);
  if (publishedAt) made.push(published(actor, id, publishedAt));
  const lasts = (plan.size > 1000 ? 700 : plan.size > 60 ? 90 : 14) * DAY;
  const begun = {
    id,
    word,
    place,
    measures,
    claimants,
    sides: new Map(parties.flatMap(({ claimantId, side }) => (side ? [[claimantId, side] as const] : []))),
    lasts,
    publishedAt,
  };
  const { aliases, parties: _, ...columns } = { ...eventColumns(event), aliases: event.aliases, parties };
  const version = publishedAt ? 2 : 1;
  tables.put("event", {
    id,
    ...columns,
    ...status,
    version,
    createdAt,
    publishedAt,
    changedAt: changedAt(begun),
  });
  for (const name of aliases) tables.put("event_alias", { eventId: id, name });
  for (const party of parties) tables.put("party", { eventId: id, ...party });
  return begun;
}

function published(actor: Made["actor"], id: string, at: Date): Made {
  return {
    actor,
    change: {
      at,
      action: "event.published",
      subjectKind: "event",
      subjectId: id,
      version: 2,
      before: { recordStatus: "draft" },
      after: { recordStatus: "published", reason: null },
    },
  };
}

/** Few of the register speak in one event, and some of them again and again. */
function claimantsFrom(draw: Draw, { claimants }: Register, { size, claimants: among }: Plan): OnFile[] {
  const chosen = new Set<OnFile>();
  for (let at = 0; at < 2 + size / 2.5; at += 1)
    chosen.add(claimants[draw.skewed(Math.min(among, claimants.length))] as OnFile);
  return [...chosen];
}

function partiesFrom(draw: Draw, claimants: readonly OnFile[]): ParsedEvent["parties"] {
  return claimants.slice(0, 2 + draw.below(4)).map(({ facts }, at) => ({
    claimantId: facts.id,
    side: draw.chance(0.8) ? (["east", "west"][at % 2] ?? null) : null,
    role: (["attacker", "target", "authority", "monitor"] as const)[at % 4] ?? null,
  }));
}

const SETS: readonly (readonly [string, readonly MeasureKind[], number])[] = [
  ["killed", ["killed"], 1],
  ["injured", ["injured"], 3],
  ["killed-or-injured", ["injured", "killed"], 4],
  ["missing", ["missing"], 0.5],
  ["displaced", ["displaced"], 40],
  ["buildings", ["structures_damaged"], 8],
];

function measuresFrom(
  tables: Tables,
  made: Made[],
  actor: Made["actor"],
  draw: Draw,
  eventId: string,
  createdAt: Date,
  { size }: Plan,
): Counted[] {
  const deaths = Math.ceil(3 * 300 ** (draw.below(1000) / 1000));
  const sets = SETS.slice(0, 1 + Math.min(5, 1 + draw.below(4)));
  // Where much is said, places and sides are counted apart.
  const areas = size > 200 ? Math.min(12, Math.ceil(size / 200)) : 1;
  return Array.from({ length: areas }, (_, at) => sets.map((set) => [set, at] as const))
    .flat()
    .map(([[slug, kinds, times], area], at) => {
      const id = idAt(createdAt.getTime(), draw);
      const measure: ParsedMeasure = {
        slug: area === 0 ? slug : `${slug}-${area + 1}`,
        label:
          area === 0
            ? `People ${slug.replaceAll("-", " ")}`
            : `${slug.replaceAll("-", " ")}, area ${area + 1}`,
        kinds: [...kinds],
        unit: slug === "buildings" ? "buildings" : "people",
        personClass: "unspecified",
        demographic: null,
        nationality: null,
        area: area === 0 ? null : `area ${area + 1}`,
        period: null,
        cause: "unspecified",
        total: "running_total",
        partOfId: null,
      };
      const { period: _, ...columns } = measure;
      const row = { id, ...columns, periodEdtf: null, position: at + 1 };
      tables.put("measure", { ...row, eventId, createdAt });
      made.push({
        actor,
        change: {
          at: createdAt,
          action: "measure.defined",
          subjectKind: "measure",
          subjectId: id,
          version: 1,
          after: { eventId, ...measureFields(measure), position: row.position },
        },
      });
      return { row, near: Math.ceil((deaths * times) / (area + 1)) };
    });
}
