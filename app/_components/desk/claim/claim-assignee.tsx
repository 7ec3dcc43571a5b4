import { assignClaimAction, takeClaimAction } from "@/app/[locale]/(desk)/desk/queue/actions";
import { translator } from "@/lib/format/messages";
import type { AssignmentView } from "@/lib/queue/types";
import { DeskAct } from "../desk-act";
import type { FieldTexts } from "../field-texts";
import { RowAct } from "../row-act";

type Props = {
  claim: { id: string; publicId: string };
  assignment: AssignmentView;
  actorId: string;
  /** Who else can be given it. */
  colleagues: readonly { id: string; name: string }[];
  texts: FieldTexts;
  locale: string;
};

/** Which editor has a claim in hand, and the button by which the actor takes it or gives it back. */
export function ClaimAssignee({ claim, assignment, actorId, colleagues, texts, locale }: Props) {
  const t = translator(locale);
  const { assigneeId, assigneeName, version } = assignment;
  const isMine = assigneeId === actorId;
  const name = assigneeName ?? "";
  const act = isMine ? "giveBack" : assigneeId ? "takeOver" : "take";
  const place = { locale, publicId: claim.publicId, id: claim.id, version };
  const others = colleagues.filter(({ id }) => id !== assigneeId);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 mb-6">
      <p>
        {isMine
          ? t("desk.queue.claim.takenByYou")
          : assigneeId
            ? t("desk.queue.claim.takenBy", { name })
            : t("desk.queue.claim.takenByNobody")}
      </p>
      <div data-key={isMine ? undefined : "a"}>
        <RowAct
          action={takeClaimAction.bind(null, place, !isMine)}
          label={t(`desk.queue.claim.${act}`)}
          name={t(`desk.queue.claim.${act}Name`, { name })}
          texts={texts}
        />
      </div>
      {others.length > 0 ? (
        <DeskAct
          id="assign"
          action={assignClaimAction.bind(null, place)}
          summary={t("desk.queue.claim.assign")}
          submit={t("desk.queue.claim.assignSubmit")}
          fields={[
            {
              kind: "one",
              name: "assigneeId",
              label: t("desk.queue.claim.colleague"),
              required: true,
              blank: t("desk.log.chooseOne"),
              options: others.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
          texts={texts}
        />
      ) : null}
    </div>
  );
}
