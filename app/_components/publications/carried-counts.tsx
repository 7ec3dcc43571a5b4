import { translator } from "@/lib/format/messages";
import type { CarriedCounts } from "@/lib/publications/rules";
import { CARRIES } from "@/lib/vocabulary";
import { DataTable } from "../ui/data-table";

/** How the reports of a publication carry claims, counted by way (R13); ways that never were stand with none. */
export function CarriedCountsTable({ counts, locale }: { counts: CarriedCounts; locale: string }) {
  const t = translator(locale);
  return (
    <section id="carriage" className="mt-12">
      <h2 className="text-2xl">{t("publicationPage.carriage.title")}</h2>
      {counts.total === 0 ? (
        <p className="mt-2 text-muted">{t("publicationPage.carriage.none")}</p>
      ) : (
        <>
          <div className="measure-text mt-1 mb-3 grid gap-1">
            <p>{t("publicationPage.carriage.count", { count: counts.total })}</p>
            <p className="small text-muted">{t("publicationPage.carriage.how")}</p>
          </div>
          <DataTable caption={t("publicationPage.carriage.caption")}>
            <thead>
              <tr>
                <th scope="col">{t("publicationPage.carriage.way")}</th>
                <th scope="col">{t("publicationPage.carriage.times")}</th>
                <th scope="col">{t("publicationPage.carriage.means")}</th>
              </tr>
            </thead>
            <tbody>
              {CARRIES.map((way) => (
                <tr key={way}>
                  <th scope="row">{t(`carries.${way}.label`)}</th>
                  <td>{counts.byWay[way]}</td>
                  <td className="small text-muted">{t(`carries.${way}.explanation`)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      )}
    </section>
  );
}
