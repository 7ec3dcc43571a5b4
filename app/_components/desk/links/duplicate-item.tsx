import { declineDuplicateAction, mergeDuplicateAction } from "@/app/[locale]/(desk)/desk/links/actions";
import { translator } from "@/lib/format/messages";
import type { ClaimLinkRow, LinkedClaim } from "@/lib/links/types";
import { DeskAct } from "../desk-act";
import { LinkItem } from "./link-item";
import { declineFields, type LinkItemProps, noteField, reasonField } from "./link-words";
import { TwoClaims } from "./linked-claim";

/** Whether two claims are the same one, logged twice (R27, R28). */
export function DuplicateItem({ row, place, texts }: LinkItemProps<ClaimLinkRow>) {
  const { locale } = place;
  const t = translator(locale);
  const { id, from, to, version } = row;
  const pair = { from: read(from), into: read(to), version };
  return (
    <LinkItem id={id} event={row.event} place={place}>
      <TwoClaims
        first={{ label: t("desk.links.kept"), claim: to }}
        second={{ label: t("desk.links.duplicate"), claim: from }}
        locale={locale}
      />
      <div className="mt-3 measure-text">
        <DeskAct
          id={`accept-${id}`}
          action={mergeDuplicateAction.bind(null, place, pair)}
          summary={t("desk.links.acceptDuplicate")}
          submit={t("desk.links.acceptDuplicateSubmit")}
          fields={[reasonField(t), noteField(t)]}
          texts={texts}
        >
          <DuplicateTouches duplicate={from} kept={to} locale={locale} />
        </DeskAct>
        <DeskAct
          id={`decline-${id}`}
          action={declineDuplicateAction.bind(null, place, pair)}
          summary={t("desk.links.declineDuplicate")}
          submit={t("desk.links.keepAnswer")}
          fields={declineFields(t)}
          texts={texts}
        >
          <p>{t("desk.links.declineDuplicateLead")}</p>
        </DeskAct>
      </div>
    </LinkItem>
  );
}

type TouchesProps = {
  duplicate: Pick<LinkedClaim, "publicId" | "reportCount" | "assessmentCount" | "recordStatus">;
  kept: Pick<LinkedClaim, "publicId">;
  locale: string;
};

/** What making a claim a duplicate of another does, said before it is done. */
function DuplicateTouches({ duplicate, kept, locale }: TouchesProps) {
  const t = translator(locale);
  const { publicId, reportCount, assessmentCount, recordStatus } = duplicate;
  const names = { duplicate: publicId, kept: kept.publicId };
  const isPublic = recordStatus === "published";
  return (
    <ul className="list-disc ps-5">
      <li>{t("desk.links.touchesReports", { count: reportCount, ...names })}</li>
      <li>{t(isPublic ? "desk.links.touchesPublic" : "desk.links.touchesDraft", names)}</li>
      {assessmentCount > 0 ? (
        <li>{t("desk.links.touchesAssessments", { count: assessmentCount, ...names })}</li>
      ) : null}
      <li>{t("desk.links.touchesBack")}</li>
    </ul>
  );
}

function read({ id, version }: { id: string; version: number }) {
  return { id, version };
}
