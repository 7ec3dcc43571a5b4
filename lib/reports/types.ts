import type { AttributionView, ClaimRef } from "../claims/types";
import type { UncertainDate } from "../dates/edtf";
import type { ArchiveState, Medium, Topic } from "../vocabulary";

/** A report in a list of its publication. */
export type ReportRow = {
  publicId: string;
  title: string | null;
  url: string | null;
  published: UncertainDate | null;
  isRead: boolean;
  note: string | null;
  claimCount: number;
  misreportCount: number;
};

/** One claim that a report carries, and how. */
export type CarriedClaim = {
  claim: ClaimRef & {
    statement: string | null;
    topic: Topic | null;
    /** What a figure counts; null for a statement. */
    measureLabel: string | null;
    event: { slug: string; title: string };
  };
  how: Omit<AttributionView, "report">;
};

/** A report with what it carries, and who had it from there. */
export type ReportPage = {
  publicId: string;
  publication: { slug: string; name: string };
  medium: Medium;
  title: string | null;
  url: string | null;
  archiveUrl: string | null;
  archiveState: ArchiveState;
  language: string | null;
  published: UncertainDate | null;
  isRead: boolean;
  note: string | null;
  carried: CarriedClaim[];
  /** Reports that say they had a claim from this one. */
  passedOnBy: { publicId: string; title: string | null; publication: { slug: string; name: string } }[];
};
