import type { Qualifier, RecordStatus, Topic, Verification } from "../vocabulary";

/** The tabs of the queue: what editors have yet to decide, and what they should look at again. */
export const QUEUE_TABS = ["submitted", "in_review", "returned", "stale", "contested"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

export const QUEUE_SORTS = ["oldest", "newest"] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Who has a claim in hand. Version 0: nobody ever had it. */
export type AssignmentView = { assigneeId: string | null; assigneeName: string | null; version: number };

/** A claim in the queue, of any record status. Instants in ms since 1970 UTC. */
export type QueueRow = {
  id: string;
  publicId: string;
  version: number;
  event: { slug: string; title: string };
  claimant: { slug: string; name: string };
  /** What a figure counts; null for a statement. */
  measureLabel: string | null;
  topic: Topic | null;
  qualifier: Qualifier | null;
  wording: string;
  recordStatus: RecordStatus;
  verification: Verification;
  returnReason: string | null;
  logger: { id: string; name: string };
  statusSince: number;
  /** Null: its assessment is not stale, or there is none. */
  staleSince: number | null;
  isContested: boolean;
  /** How many reports are on file that carry it, public or not. */
  reportCount: number;
  assignment: AssignmentView;
  /** It changed since the actor last looked. */
  isNew: boolean;
  /** The actor may publish it once it is in review: their role, and four eyes. */
  mayPublish: boolean;
};
export type QueuePage = { rows: QueueRow[]; next: string | null };

/** How many rows wait where, each counted up to 1,000 and no further: a number of 1,000 means that many or more. */
export type QueueCounts = Record<QueueTab, number> & {
  /** Assigned to the actor, in review or before it. */
  mine: number;
  /** In the queue since the actor last looked. */
  new: number;
  /** Stale best estimates. */
  estimates: number;
  /** Events handed in or in review. */
  events: number;
  /** Open reports of errors. */
  errorReports: number;
  /** Links and via links that wait for a decision. */
  links: number;
};

/** What the queue can be filtered by: the events, claimants and assignees that have rows in it. */
export type QueueChoices = {
  events: { slug: string; title: string }[];
  claimants: { slug: string; name: string }[];
  assignees: { id: string; name: string }[];
};

/** An event that waits for an editor, with the record statuses to which the actor may take it. */
export type QueueEvent = {
  id: string;
  slug: string;
  version: number;
  title: string;
  placeName: string;
  recordStatus: RecordStatus;
  statusSince: number;
  moves: RecordStatus[];
  isNew: boolean;
};

/** What became of many claims that were to be moved at once. */
export type MovedMany = { done: string[]; refused: { publicId: string; message: string }[] };
