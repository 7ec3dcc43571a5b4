import { translator } from "@/lib/format/messages";

/** "R-7kd3mwpq2": by which a reader and an editor can both name what was reported. The same in every script. */
export function ErrorReportId({ id, locale }: { id: string; locale: string }) {
  return <bdi dir="ltr">{translator(locale)("errorReport.id", { id })}</bdi>;
}
