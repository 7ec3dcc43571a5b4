import type { Translate } from "@/lib/format/messages";
import { ARCHIVE_STATES, MEDIA } from "@/lib/vocabulary";
import { options, wordsOf } from "./words-of";

const REPORT_FIELDS = [
  "url",
  "medium",
  "publicationId",
  "title",
  "published",
  "publishedZone",
  "language",
  "isRead",
  "byline",
  "credit",
  "note",
  "archiveUrl",
  "archiveState",
  "reason",
] as const;
const REPORT_HINTS = [
  "url",
  "title",
  "published",
  "publishedZone",
  "byline",
  "credit",
  "note",
  "archiveUrl",
  "archiveState",
] as const;

/** The words of the form of a report. */
export function reportWords(t: Translate) {
  return {
    label: wordsOf(REPORT_FIELDS, (name) => t(`desk.report.field.${name}`)),
    hint: wordsOf(REPORT_HINTS, (name) => t(`desk.report.hint.${name}`)),
    media: options(MEDIA, (code) => t(`medium.${code}.label`)),
    // Archived is a report that has the address of a copy, and no other.
    archiveStates: options(
      ARCHIVE_STATES.filter((code) => code !== "archived"),
      (code) => t(`archiveState.${code}.label`),
    ),
    isRead: [
      { value: "yes", label: t("desk.report.isRead.yes") },
      { value: "no", label: t("desk.report.isRead.no") },
    ],
    page: {
      ...wordsOf(
        ["asking", "told", "toldNothing", "busy", "signedOut", "known", "use", "open", "isArchive"] as const,
        (name) => t(`desk.report.readPage.${name}`),
      ),
      failed: t("desk.report.readPage.failed", { why: "{why}" }),
      why: wordsOf(["missing", "denied", "site_failed", "refused", "failed"] as const, (name) =>
        t(`desk.report.readPage.why.${name}`),
      ),
    },
    moreTitle: t("desk.report.moreTitle"),
    new: t("desk.report.new"),
    create: t("desk.report.create"),
    save: t("desk.report.save"),
  };
}
