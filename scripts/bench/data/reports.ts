import { type ParsedReport, reportColumns, reportFields } from "../../../lib/reports/report-row";
import { DAY, dateFrom, HOUR } from "./dates";
import { type Draw, idAt, publicIdOf } from "./draw";
import type { BegunEvent } from "./event";
import type { Made } from "./history";
import type { Register } from "./register";
import type { Tables } from "./tables";
import { titleFrom } from "./wordings";

/** A report of an event: what a claim had it from, and when. */
export type Filed = {
  id: string;
  publicationId: string;
  at: number;
  published: { earliest: number; latest: number };
};

/** Files the reports of an event, the first first, and what the register's history says of them into `made`. */
export function fileReports(
  tables: Tables,
  made: Made[],
  draw: Draw,
  register: Register,
  { word, place, lasts }: BegunEvent,
  { count, occurred, first }: { count: number; occurred: number; first: number },
): Filed[] {
  const moments = Array.from(
    { length: count },
    () => occurred + HOUR + Math.floor(lasts * (draw.below(10_000) / 10_000) ** 2),
  );
  return moments
    .sort((a, b) => a - b)
    .map((at, nth) => {
      const publication = register.publications[draw.skewed(register.publications.length)];
      if (!publication) throw new Error("There is no publication.");
      const published = dateFrom(draw, at);
      const n = first + nth;
      const report: ParsedReport = {
        publicationId: publication.id,
        medium: draw.one(["web", "web", "web", "post", "broadcast", "print", "document"]),
        url: draw.chance(0.9)
          ? `https://${publication.slug}.example/${published.edtf.slice(0, 4)}/${n}`
          : null,
        title: titleFrom(draw, place[0] ?? "", word),
        language: draw.one(["en", "en", "uk", "ru", "ar"]),
        published,
        isRead: draw.chance(0.95),
        note: null,
        byline: null,
        credit: draw.chance(0.05) ? (register.publications[draw.skewed(40)]?.name ?? null) : null,
        archiveUrl: null,
        archiveState: "none",
      };
      const createdAt = new Date(at + DAY / 4);
      const id = idAt(createdAt.getTime(), draw);
      const publicId = publicIdOf(n);
      tables.put("report", { id, publicId, ...reportColumns(report), createdAt });
      made.push({
        actor: draw.one(register.journalists),
        change: {
          at: createdAt,
          action: "report.filed",
          subjectKind: "report",
          subjectId: id,
          version: 1,
          after: { ...reportFields(report), publicId },
        },
      });
      return { id, publicationId: publication.id, at, published };
    });
}
