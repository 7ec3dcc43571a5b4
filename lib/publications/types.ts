import type { ReportRow } from "../reports/types";

/** A publication with its family and one page of its reports. */
export type PublicationPage = {
  slug: string;
  name: string;
  aliases: string[];
  country: string | null;
  family: { name: string; others: { slug: string; name: string }[] } | null;
  /** Claimants that speak through it. */
  claimants: { slug: string; name: string }[];
  counts: { reports: number; claims: number; misreports: number };
  reports: ReportRow[];
  next: string | null;
};
