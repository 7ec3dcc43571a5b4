import { DayText, tellDay } from "@/app/_components/ui/date-text";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import type { MergeView } from "@/lib/merges/types";
import { DeskAct } from "../desk-act";
import { fieldTexts } from "../field-texts";

type Props = {
  merges: MergeView[];
  /** Undoes the merge of this id; without it, nobody is offered to. */
  undo: ((mergeId: string) => (state: FormState, form: FormData) => Promise<FormState>) | null;
  locale: string;
};

/** The merges and splits of a record: which, who, when and why, and the way back. */
export function MergeList({ merges, undo, locale }: Props) {
  const t = translator(locale);
  if (merges.length === 0) return null;
  return (
    <section id="merges" className="mt-12">
      <h2 className="text-2xl">{t("desk.merge.list")}</h2>
      <ul className="mt-3 border-t border-rule">
        {merges.map(({ id, kind, from, into, reason, by, at, undone }) => (
          <li key={id} className="border-b border-rule py-3 measure-text">
            <p className="font-semibold">
              {t(kind === "split" ? "desk.merge.splitFrom" : "desk.merge.mergedInto", {
                from: from.name,
                into: into.name,
              })}
            </p>
            <p>
              <bdi>{reason}</bdi>
            </p>
            <p className="small text-muted">
              <bdi>{by}</bdi>, <DayText instant={at} locale={locale} />
            </p>
            {undone ? (
              <p className="small">
                {t("desk.merge.undone", { name: undone.by, date: tellDay(undone.at, locale) })}
              </p>
            ) : undo ? (
              <DeskAct
                id={`undo-${id}`}
                action={undo(id)}
                summary={t("desk.merge.undo")}
                fields={[
                  {
                    kind: "text",
                    name: "reason",
                    label: t("desk.merge.reason"),
                    hint: t("desk.merge.reasonHint"),
                    required: true,
                  },
                ]}
                submit={t("desk.merge.undoSubmit")}
                isQuiet
                texts={fieldTexts(locale)}
              >
                <p>{t("desk.merge.undoLead")}</p>
              </DeskAct>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
