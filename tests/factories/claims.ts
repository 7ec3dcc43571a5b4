import { assessClaim } from "../../lib/assessments/assess-claim";
import type { AssessClaim } from "../../lib/assessments/schema";
import { logClaim } from "../../lib/claims/log-claim";
import { publishClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import type { LogClaim } from "../../lib/claims/schema";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { db } from "../../lib/db/client";
import { publishEvent, reviewEvent, submitEvent } from "../../lib/events/move-event";
import type { Topic } from "../../lib/vocabulary";
import { aJournalist, anEditor } from "./cast";
import { tick } from "./clock";
import { aClaimant, aMeasure, anEvent, aReport, type Made } from "./records";

type Figure = Extract<LogClaim, { type: "figure" }>;
type Statement = Extract<LogClaim, { type: "statement" }>;
type Attribution = LogClaim["attributions"][number];

/** What a test says of a figure; the rest is valid by default, each missing record made for it alone. */
export type GivenFigure = Partial<Omit<Figure, "quantity" | "wording" | "stated" | "asOf">> & {
  /** An exact number of people, unless a quantity is given. */
  n?: number;
  quantity?: Partial<Figure["quantity"]>;
  raw?: string;
  /** EDTF, read in UTC. */
  stated?: string;
  asOf?: string | null;
};

/** Valid input for a figure: exactly twelve people, as one report paraphrases it. */
export async function figureInput(given: GivenFigure = {}): Promise<Figure> {
  const { n = 12, raw, quantity, stated = "2026-05-04", asOf = null, ...rest } = given;
  const eventId = rest.eventId ?? (await anEvent()).id;
  return {
    type: "figure",
    eventId,
    claimantId: rest.claimantId ?? (await aClaimant()).id,
    measureId: rest.measureId ?? (await aMeasure(eventId)),
    wording: { text: raw ?? String(n), language: "en", translation: null, translatedBy: null },
    quantity: { qualifier: "exact", low: n, high: n, central: null, reading: "stated", ...quantity },
    basis: "unstated",
    stated: { edtf: stated, zone: "UTC" },
    asOf: asOf === null ? null : { edtf: asOf, zone: "UTC" },
    standing: "reported",
    attributions: rest.attributions ?? [attributionInput(await aReport())],
    ...rest,
  };
}

export function attributionInput(reportId: string, given: Partial<Attribution> = {}): Attribution {
  return { reportId, carries: "paraphrase", locator: null, misreport: null, ...given };
}

/** Valid input for a statement: what somebody says was the cause. */
export async function statementInput(
  given: Partial<Omit<Statement, "wording" | "stated">> & { text?: string; topic?: Topic } = {},
): Promise<Statement> {
  const { text = "The store caught fire by itself.", ...rest } = given;
  return {
    type: "statement",
    eventId: rest.eventId ?? (await anEvent()).id,
    claimantId: rest.claimantId ?? (await aClaimant()).id,
    topic: "cause",
    wording: { text, language: "en", translation: null, translatedBy: null },
    basis: "unstated",
    stated: { edtf: "2026-05-04", zone: "UTC" },
    standing: "reported",
    attributions: rest.attributions ?? [attributionInput(await aReport())],
    ...rest,
  };
}

/** A claim as it is stored. */
export function readClaim(id: string) {
  return db().claim.findUniqueOrThrow({ where: { id } });
}
export type StoredClaim = Awaited<ReturnType<typeof readClaim>>;

/** A draft figure. */
export async function aClaim(given: GivenFigure = {}): Promise<StoredClaim> {
  return readClaim(await logClaim(await aJournalist(), await figureInput(given), tick()));
}

/** A draft statement. */
export async function aStatement(given: Parameters<typeof statementInput>[0] = {}): Promise<StoredClaim> {
  return readClaim(await logClaim(await aJournalist(), await statementInput(given), tick()));
}

/** Leads a draft claim through review to its publication. */
export async function publish(claim: { id: string }): Promise<StoredClaim> {
  const { id } = claim;
  await submitClaim(await aJournalist(), { id, version: 1 }, tick());
  await reviewClaim(await anEditor(), { id, version: 2 }, tick());
  await publishClaim(await anEditor(), { id, version: 3 }, tick());
  return readClaim(id);
}

/** A published figure: public as soon as its event is. */
export async function aPublishedClaim(given: GivenFigure = {}): Promise<StoredClaim> {
  return publish(await aClaim(given));
}

/** Leads a draft event through review to its publication. */
export async function makePublic(event: { id: string }): Promise<void> {
  const { id } = event;
  await submitEvent(await aJournalist(), { id, version: 1 }, tick());
  await reviewEvent(await anEditor(), { id, version: 2 }, tick());
  await publishEvent(await anEditor(), { id, version: 3 }, tick());
}

/** Published figures of one measure in a public event: of one claimant, unless a figure names another. */
export async function publicFigures<T extends GivenFigure[]>(
  ...given: T
): Promise<{ [K in keyof T]: StoredClaim }> {
  const event = await anEvent();
  const common = {
    eventId: event.id,
    claimantId: (await aClaimant()).id,
    measureId: await aMeasure(event.id),
  };
  const claims: StoredClaim[] = [];
  for (const figure of given) claims.push(await aPublishedClaim({ ...common, ...figure }));
  await makePublic(event);
  return claims as { [K in keyof T]: StoredClaim };
}

/** What a command is told of a claim that it changes: which, and the version that was read. */
export function read({ id, version }: StoredClaim): { id: string; version: number } {
  return { id, version };
}

/** A public event with nothing in it yet. */
export async function aPublishedEvent(given: Parameters<typeof anEvent>[0] = {}): Promise<Made> {
  const event = await anEvent(given);
  await makePublic(event);
  return event;
}

/** An editor's assessment of a claim as it now stands. Returns its id. */
export async function anAssessment(claimId: string, given: Partial<AssessClaim> = {}): Promise<string> {
  const { version } = await readClaim(claimId);
  const input = assessmentInput(claimId, { version, ...given });
  return assessClaim(await anEditor(), input, tick());
}

export function assessmentInput(claimId: string, given: Partial<AssessClaim> = {}): AssessClaim {
  return {
    claimId,
    version: 4,
    status: "documented",
    reason: "The hospital's register lists them by name.",
    whatWouldChange: null,
    evidence: [],
    ...given,
  };
}

/** Lets a claimant's newer figure take the place of its older one, as both now stand. */
export async function supersede(older: { id: string }, newer: { id: string }): Promise<void> {
  const [from, to] = [await readClaim(newer.id), await readClaim(older.id)];
  const input = {
    newer: { id: from.id, version: from.version },
    older: { id: to.id, version: to.version },
    downwardReason: "not_given",
    note: null,
  } as const;
  await supersedeClaim(await anEditor(), input, tick());
}
