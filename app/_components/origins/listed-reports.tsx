import type { ReportBranch } from "@/lib/attributions/types";
import { translator } from "@/lib/format/messages";
import { DateText } from "../ui/date-text";
import { reportMarks } from "./origin-words";
import { NodeGlyph } from "./tree-marks";

type Props = { branches: ReportBranch[]; label: "reports" | "passedOnBy"; locale: string };

/** Reports in the list, each above those that had the claim from it. */
export function ListedReports({ branches, label, locale }: Props) {
  if (branches.length === 0) return null;
  return (
    <ul className="origin-branches" aria-label={translator(locale)(`originsPage.list.${label}`)}>
      {branches.map((branch) => (
        <ListedReport key={branch.report.publicId} branch={branch} locale={locale} />
      ))}
    </ul>
  );
}

function ListedReport({ branch, locale }: { branch: ReportBranch; locale: string }) {
  const t = translator(locale);
  const { report, isOnlyNamed, passedOnBy } = branch;
  const { title, published } = report;
  return (
    <li>
      <p className="origin-line">
        <NodeGlyph mark={{ kind: "report", isRead: report.isRead, isOnlyNamed }} />
        <span>
          <a className="plain-link text-ink" href={`/${locale}/reports/${report.publicId}`}>
            <bdi>{report.publication.name}</bdi>
          </a>{" "}
          <span className="origin-aside">
            {published ? (
              <DateText date={published} locale={locale} form="short" />
            ) : (
              t("originsPage.dateUnknown")
            )}
            {reportMarks(branch, locale).map((mark) => (
              <span key={mark}>
                {", "}
                <bdi>{mark}</bdi>
              </span>
            ))}
          </span>
          {title !== null || report.isRead ? (
            <small>
              <bdi>{title ?? t("originsPage.list.untitled")}</bdi>
            </small>
          ) : null}
        </span>
      </p>
      <ListedReports branches={passedOnBy} label="passedOnBy" locale={locale} />
    </li>
  );
}
