import type { ChangeCounts, ChangeKind, ChangeSize, Direction } from "../claimants/rules";
import type { Difference } from "../quantity/compare";
import type { DownwardReason } from "../vocabulary";
import type { ToldFigure } from "./told-figure";

/** One change of a claimant's figure (R18-R24). */
export type FigureChange = {
  id: string;
  kind: ChangeKind;
  event: { slug: string; title: string };
  from: ToldFigure;
  /** What took its place; null where nothing did. */
  to: ToldFigure | null;
  direction: Direction;
  size: ChangeSize | null;
  /** What is counted otherwise than before (R22). */
  differs: Exclude<Difference, "not_stated">[];
  /** Of a move downward: why, as the decision has it, and as each report gives it, since reports differ (R20). */
  reason: DownwardReason | null;
  reportedReasons: { reason: DownwardReason; report: { publicId: string; publicationName: string } }[];
  note: string | null;
  /** Of what was taken back or denied: the public record of it (R24). */
  correction: { reason: string; at: number } | null;
};

/** One page of the changes, the latest first, with the counts of all of them. */
export type FigureChangesPage = { counts: ChangeCounts; rows: FigureChange[]; next: string | null };
