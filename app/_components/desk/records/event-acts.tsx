import type { Translate } from "@/lib/format/messages";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import { isBack } from "@/lib/publishing/rules";
import type { RecordStatus } from "@/lib/vocabulary";
import { DeskAct } from "../desk-act";
import { fieldTexts } from "../field-texts";
import { RowAct } from "../row-act";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  title: string;
  version: number;
  /** The steps that its state allows and the role may do. */
  steps: readonly RecordStatus[];
  /** How many of its claims become public with it. */
  publishedClaims: number;
  isFollowed: boolean;
  move: (to: RecordStatus) => Action;
  follow: Action;
  locale: string;
};

/** The next steps of an event, each saying what it does before its button is within reach. */
export function EventActs({
  title,
  version,
  steps,
  publishedClaims,
  isFollowed,
  move,
  follow,
  locale,
}: Props) {
  const t = translator(locale);
  const texts = fieldTexts(locale);
  return (
    <section aria-labelledby="acts-title">
      <h2 id="acts-title" className="text-xl mb-2">
        {t("desk.event.actsTitle")}
      </h2>
      <div className="border-t border-rule">
        {steps.map((to) => (
          <DeskAct
            key={`${to} ${version}`}
            id={to}
            action={move(to)}
            summary={t(`desk.event.move.${to}.summary`)}
            submit={t(`desk.event.move.${to}.submit`)}
            version={version}
            fields={[
              {
                kind: "text",
                name: "reason",
                label: t(isBack(to) ? "desk.record.reason" : "desk.record.reasonOptional"),
                hint: t("desk.record.reasonHint"),
                required: isBack(to),
              },
            ]}
            texts={texts}
          >
            <p>{leadOf(to, publishedClaims, t)}</p>
          </DeskAct>
        ))}
      </div>
      <div className="mt-4">
        <RowAct
          action={follow}
          label={t(isFollowed ? "desk.event.unfollow" : "desk.event.follow")}
          name={`${t(isFollowed ? "desk.event.unfollow" : "desk.event.follow")}: ${title}`}
          texts={texts}
        />
        <p className="small text-muted mt-1">{t("desk.event.followHint")}</p>
      </div>
    </section>
  );
}

function leadOf(to: RecordStatus, count: number, t: Translate): string {
  return to === "published"
    ? t("desk.event.move.published.lead", { count })
    : t(`desk.event.move.${to}.lead`);
}
