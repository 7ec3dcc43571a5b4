import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { dateColumns } from "../dates/columns";
import { newPublicId } from "../db/public-id";
import { explainRefusals, type Refusals } from "../db/refusals";
import { NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordInRegister } from "../history/record-in-register";
import { canonicalUrl } from "./rules";
import { FileReport } from "./schema";

/** Files one published item of a publication. A second one at the same canonical address is refused (R29). */
export async function fileReport(actor: Actor, input: FileReport, now: Date): Promise<string> {
  authorise(actor, "report:file");
  const { published, ...report } = parseInput(FileReport, input);

  return explainRefusals(REFUSALS, () =>
    recordInRegister(actor, now, "report.filed", "report", async (tx) => {
      const publication = await tx.publication.findUnique({ where: { id: report.publicationId } });
      if (!publication) throw new NotFound("publication");

      const publicId = newPublicId();
      const { id } = await tx.report.create({
        data: {
          ...report,
          ...dateColumns("published", published),
          publicId,
          canonicalUrl: report.url && canonicalUrl(report.url),
          createdAt: now,
        },
        select: { id: true },
      });
      return { id, after: { ...report, publicId, published: published?.edtf ?? null } };
    }),
  );
}

const REFUSALS: Refusals = {
  report_canonical_url_key: "A report with this address is on file already: use that one.",
};
