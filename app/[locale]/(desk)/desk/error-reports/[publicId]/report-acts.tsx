import { DeskAct } from "@/app/_components/desk/desk-act";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import type { ErrorReportView } from "@/lib/error-reports/desk-error-reports";
import { translator } from "@/lib/format/messages";
import { acceptErrorReportAction, declineErrorReportAction } from "./actions";

type Props = { report: ErrorReportView; claim: DeskClaim; mayRedact: boolean; locale: string };

/** What can be done with the claim, each on a page of its own, and with what the reader said of it. */
export function ReportActs({ report, claim, mayRedact, locale }: Props) {
  const t = translator(locale);
  return (
    <section>
      <h2 className="text-2xl">{t("desk.errorReport.acts")}</h2>
      <p className="small text-muted mt-1">{t("desk.errorReport.actsLead")}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6 border-b border-rule pb-2">
        {linksFor(claim, locale).map(({ href, label }) => (
          <li key={href}>
            <a className="inline-block py-2 font-semibold" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {report.mayDecide ? <Decision report={report} locale={locale} /> : null}
      {mayRedact ? (
        <p className="mt-3">
          <a href={`/${locale}/desk/redact/error_report/${report.id}`}>{t("desk.errorReport.redact")}</a>
        </p>
      ) : null}
    </section>
  );
}

function linksFor(claim: DeskClaim, locale: string): { href: string; label: string }[] {
  const t = translator(locale);
  const page = `/${locale}/desk/claims/${claim.publicId}`;
  const may: readonly string[] = claim.may;
  return [
    ...(may.includes("amend") ? [{ href: `${page}/edit`, label: t("desk.errorReport.amend") }] : []),
    ...(may.includes("assess") ? [{ href: `${page}/assess`, label: t("desk.errorReport.assess") }] : []),
    ...(may.includes("attach")
      ? [{ href: `${page}/attributions/new`, label: t("desk.errorReport.attach") }]
      : []),
    ...(may.includes("retract") ? [{ href: `${page}#acts`, label: t("desk.errorReport.retract") }] : []),
  ];
}

const DECISIONS = [
  ["accept", acceptErrorReportAction],
  ["decline", declineErrorReportAction],
] as const;

function Decision({ report, locale }: Pick<Props, "report" | "locale">) {
  const t = translator(locale);
  return DECISIONS.map(([verb, action]) => (
    <DeskAct
      key={verb}
      id={verb}
      action={action.bind(null, locale, report.id)}
      summary={t(`desk.errorReport.${verb}`)}
      submit={t(`desk.errorReport.${verb}Submit`)}
      version={report.version}
      fields={[
        {
          kind: "text",
          name: "answer",
          label: t(`desk.errorReport.${verb}Answer`),
          hint: t("desk.errorReport.answerHint"),
          required: true,
        },
      ]}
      texts={fieldTexts(locale)}
    >
      <p>{t(`desk.errorReport.${verb}Lead`)}</p>
    </DeskAct>
  ));
}
