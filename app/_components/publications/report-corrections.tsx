import type { CorrectionsPage } from "@/lib/claims/list-corrections";
import { translator } from "@/lib/format/messages";
import { MoreRows } from "../claims/more-rows";
import { CorrectionList } from "../corrections/correction-list";

type Props = { page: CorrectionsPage; path: string; after: string | null; locale: string };

/** What was corrected in public of how reports of a publication carry claims (R24, R25). */
export function ReportCorrections({ page, path, after, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="corrections" className="mt-12">
      <h2 className="text-2xl">{t("publicationPage.corrected.title")}</h2>
      {page.rows.length === 0 ? (
        <p className="mt-2 text-muted">{t("publicationPage.corrected.none")}</p>
      ) : (
        <>
          <p className="small text-muted mt-1 mb-3">{t("publicationPage.corrected.lead")}</p>
          <CorrectionList corrections={page.rows} locale={locale} />
        </>
      )}
      <MoreRows
        path={path}
        name="corrections"
        after={after}
        next={page.next}
        words={{ first: t("publicationPage.corrected.first"), more: t("publicationPage.corrected.more") }}
      />
    </section>
  );
}
