/** The fields that the next claim of a report shares with the one that was saved, as its address hands them on. */
export const KEPT_FIELDS = [
  "eventId",
  "eventIdLabel",
  "reportId",
  "reportIdLabel",
  "language",
  "stated",
  "basis",
  "standing",
  "carries",
] as const;
