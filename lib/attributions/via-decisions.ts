import { z } from "zod";
import { optionalText } from "../forms/fields";
import { CARRIES } from "../vocabulary";

/** A proposal with the version that the caller read (R33), and the event that it was read in: its history tells it. */
const ReadProposal = z.strictObject({
  id: z.uuid(),
  version: z.number().int().min(1),
  eventId: z.uuid(),
  note: optionalText(1000),
});

export const AcceptVia = ReadProposal.extend({
  /** The report that it was had from; needed where only the publication was proposed. */
  viaReportId: z.uuid().nullable().default(null),
  /** Which of the report's attributions had it from there; null: all in the event that name nobody yet. */
  attributionIds: z.array(z.uuid()).min(1, "Tick at least one claim.").max(500).nullable().default(null),
});
export type AcceptVia = z.input<typeof AcceptVia>;

export const DeclineVia = ReadProposal.extend({ state: z.enum(["declined", "unsure"]) });
export type DeclineVia = z.input<typeof DeclineVia>;

export const ReopenVia = ReadProposal;
export type ReopenVia = z.input<typeof ReopenVia>;

/** What accepting a proposal did to an attribution, as the history keeps it: enough to take it back. */
export const AcceptedVias = z.array(
  z.strictObject({
    id: z.uuid(),
    /** The version that it made. */
    version: z.number().int(),
    /** How the report carried it before. */
    carries: z.enum(CARRIES),
    viaReportId: z.uuid(),
  }),
);
export type AcceptedVias = z.output<typeof AcceptedVias>;

/** Whether reports that were had from each other in turn lead from one to another: with one more step, a cycle (R15). */
export function leadsTo(
  steps: readonly { reportId: string; viaReportId: string }[],
  from: string,
  to: string,
): boolean {
  const next = new Map<string, string[]>();
  for (const { reportId, viaReportId } of steps)
    next.set(reportId, [...(next.get(reportId) ?? []), viaReportId]);
  const reached = new Set([from]);
  // The set grows while it is walked, and is walked to its new end.
  for (const id of reached) for (const other of next.get(id) ?? []) reached.add(other);
  return reached.has(to);
}
