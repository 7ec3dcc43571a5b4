import type { DeskAttribution, DeskClaim } from "@/lib/claims/desk-claims";
import { directionOf, translator } from "@/lib/format/messages";

type Props = { claim: DeskClaim; locale: string };

/** Every report that carries the claim and how, each with the way to change it for who may. */
export function DeskAttributions({ claim, locale }: Props) {
  const t = translator(locale);
  const { attributions, may, publicId } = claim;
  return (
    <section id="reports">
      <h2 className="text-2xl">{t("desk.claim.attributions.title")}</h2>
      {attributions.length === 0 ? (
        <p className="mt-2 text-muted">{t("desk.claim.attributions.none")}</p>
      ) : (
        <ol className="mt-3 border-t border-rule">
          {attributions.map((attribution) => (
            <li key={attribution.id} className="border-b border-rule py-3 measure-text">
              <Attribution attribution={attribution} locale={locale} />
              {may.includes("attach") ? (
                <p>
                  <a
                    className="inline-block py-1"
                    href={`/${locale}/desk/claims/${publicId}/attributions/${attribution.id}`}
                  >
                    {t("desk.claim.attributions.edit")}
                    <span className="sr-only">: {attribution.report.publicationName}</span>
                  </a>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Attribution({ attribution, locale }: { attribution: DeskAttribution; locale: string }) {
  const t = translator(locale);
  const { report, values, viaReport, viaClaimant, isPublished } = attribution;
  const via = viaReport ? (viaReport.title ?? viaReport.publicationName) : viaClaimant?.name;
  return (
    <>
      <p>
        <a href={`/${locale}/desk/reports/${report.publicId}`}>
          <bdi>{report.title ?? report.publicationName}</bdi>
        </a>
        {report.title ? (
          <>
            , <bdi>{report.publicationName}</bdi>
          </>
        ) : null}
        {isPublished ? null : (
          <span className="small text-muted"> ({t("desk.claim.attributions.unpublished")})</span>
        )}
      </p>
      <p className="text-muted">
        {t(`carries.${values.carries}.label`)}
        {via ? (
          <>
            , <bdi>{t("desk.claim.attributions.via", { name: via })}</bdi>
          </>
        ) : null}
        {values.drift ? <bdi>, {t("figures.table.drift", { raw: values.drift.raw })}</bdi> : null}
        {values.downwardReason ? `, ${t(`downwardReason.${values.downwardReason}.label`)}` : null}
      </p>
      {values.locator ? (
        <p className="small">
          {t("desk.claim.attributions.locator")} <bdi>{String(values.locator)}</bdi>
        </p>
      ) : null}
      {values.passage ? (
        <blockquote
          className="mt-1 font-serif"
          lang={values.passage.language}
          dir={directionOf(values.passage.language)}
        >
          {values.passage.text}
        </blockquote>
      ) : null}
      {values.misreport ? (
        <p className="mt-1 border-s-3 border-flag ps-3">
          <span className="font-semibold">{t("desk.claim.attributions.misreport")}</span>{" "}
          <bdi>{String(values.misreport)}</bdi>
        </p>
      ) : null}
    </>
  );
}
