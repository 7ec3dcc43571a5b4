import { acceptViaAction, declineViaAction } from "@/app/[locale]/(desk)/desk/links/actions";
import { type Translate, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { LinkedReport, ViaLinkRow } from "@/lib/links/types";
import { tellDate } from "../../ui/date-text";
import { type ActField, DeskAct } from "../desk-act";
import { LinkItem } from "./link-item";
import { declineFields, type LinkItemProps, noteField } from "./link-words";

/** Whether a report had what it carries from another one (R14). */
export function ViaItem({ row, place, texts }: LinkItemProps<ViaLinkRow>) {
  const { locale } = place;
  const t = translator(locale);
  const { id, version, event, attributions, choices, via, viaPublicationName, makesCircle } = row;
  const which = { id, version, eventId: event.id };
  const needsFiling = via === null && choices.length === 0;
  return (
    <LinkItem id={id} event={event} place={place}>
      <ViaFacts row={row} locale={locale} />
      <div className="mt-3 measure-text">
        {needsFiling ? (
          <p className="py-3">{t("desk.links.fileFirst", { publication: viaPublicationName })}</p>
        ) : (
          <DeskAct
            id={`accept-${id}`}
            action={acceptViaAction.bind(null, place, which)}
            summary={t("desk.links.acceptVia")}
            submit={t("desk.links.acceptViaSubmit")}
            fields={[
              ...(via === null ? [reportField(row, t)] : []),
              claimsField(row, t, locale),
              noteField(t),
            ]}
            texts={texts}
          >
            <p>{t("desk.links.touchesVia", { count: attributions.length })}</p>
            {makesCircle ? <p className="text-flag">{t("desk.links.makesCircle")}</p> : null}
          </DeskAct>
        )}
        <DeskAct
          id={`decline-${id}`}
          action={declineViaAction.bind(null, place, which)}
          summary={t("desk.links.declineVia")}
          submit={t("desk.links.keepAnswer")}
          fields={declineFields(t)}
          texts={texts}
        >
          <p>{t("desk.links.declineViaLead")}</p>
        </DeskAct>
      </div>
    </LinkItem>
  );
}

/** The two reports, and what says that one was had from the other. */
export function ViaFacts({ row, locale }: { row: ViaLinkRow; locale: string }) {
  const t = translator(locale);
  const { report, via, viaPublicationName, ground, evidence, similarity, isOrderKnown } = row;
  return (
    <>
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <ReportBlock label={t("desk.links.viaReport")} report={report} locale={locale} />
        {via ? (
          <ReportBlock label={t("desk.links.viaFrom")} report={via} locale={locale} />
        ) : (
          <div className="min-w-0">
            <p className="small text-muted">{t("desk.links.viaFrom")}</p>
            <p className="font-serif text-xl">
              <bdi>{viaPublicationName}</bdi>
            </p>
            <p className="small text-muted">{t("desk.links.noEarlierReport")}</p>
          </div>
        )}
      </div>
      <p className="mt-3 small text-muted">
        {t(`desk.links.ground.${ground}`)}
        {similarity === null
          ? null
          : ` ${t("desk.links.similarity", { percent: formatFigure(Math.round(similarity * 100), locale) })}`}
        {isOrderKnown ? null : ` ${t("desk.links.orderUnknown")}`}
      </p>
      <blockquote className="mt-1 border-s-3 border-rule ps-3 measure-text">
        <p className="break-words">
          <bdi>{evidence}</bdi>
        </p>
      </blockquote>
    </>
  );
}

function ReportBlock({ label, report, locale }: { label: string; report: LinkedReport; locale: string }) {
  return (
    <div className="min-w-0">
      <p className="small text-muted">{label}</p>
      <p className="font-serif text-xl break-words">
        <a href={`/${locale}/desk/reports/${report.publicId}`}>
          <bdi>{report.publicationName}</bdi>
        </a>
      </p>
      {report.title ? (
        <p className="break-words">
          <bdi>{report.title}</bdi>
        </p>
      ) : null}
    </div>
  );
}

function reportField({ choices }: ViaLinkRow, t: Translate): ActField {
  return {
    kind: "one",
    name: "viaReportId",
    label: t("desk.links.chooseReport"),
    required: true,
    blank: t("desk.log.chooseOne"),
    options: choices.map(({ id, report }) => ({
      value: id,
      label: report.title ? `${report.publicationName}: ${report.title}` : report.publicationName,
    })),
  };
}

/** Ticked to begin with: what the other report carries too; where it carries none of it, all. */
function claimsField({ attributions }: ViaLinkRow, t: Translate, locale: string): ActField {
  const shared = attributions.filter(({ isInOther }) => isInOther);
  const ticked = shared.length > 0 ? shared : attributions;
  return {
    kind: "any",
    name: "attributionIds",
    label: t("desk.links.whichClaims"),
    hint: t("desk.links.whichClaimsHint"),
    required: true,
    initial: ticked.map(({ id }) => id).join(" "),
    options: attributions.map(({ id, claim, statement, isInOther }) => ({
      value: id,
      label: `${t("claimPage.claimOption", {
        raw: claim.raw ?? statement ?? "",
        claimant: claim.claimant.name,
        date: tellDate(claim.stated, locale, "short"),
      })} (${t(isInOther ? "desk.links.inOther" : "desk.links.notInOther")})`,
    })),
  };
}
