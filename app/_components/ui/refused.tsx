import { translator } from "@/lib/format/messages";
import { markForbidden } from "@/lib/http/answer";
import { PageTitle } from "./page-title";

/** Said where a page is not for the role of who asks. Rendering it makes the answer a 403. */
export function Refused({ locale, needed }: { locale: string; needed: string }) {
  markForbidden();
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("errors.forbidden.title")} />
      <p className="measure-text">{t("errors.forbidden.body", { needed })}</p>
      <p className="mt-6">
        <a href={`/${locale}/desk`}>{t("errors.forbidden.desk")}</a>
      </p>
    </>
  );
}
