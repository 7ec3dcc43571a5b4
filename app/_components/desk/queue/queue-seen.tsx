import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import { MomentText } from "../../ui/moment-text";
import type { FieldTexts } from "../field-texts";
import { RowAct } from "../row-act";
import { QUEUE_COUNT_MAX } from "./queue-count";

type Props = {
  /** How many claims changed since; and when the actor marked the queue as seen, null before the first time. */
  count: number;
  seenAt: number | null;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  texts: FieldTexts;
  locale: string;
};

/** How much is new to whoever looks, and the button by which it no longer is. */
export function QueueSeen({ count, seenAt, action, texts, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <p>
        {seenAt === null
          ? t("desk.queue.neverSeen")
          : t.rich(count >= QUEUE_COUNT_MAX ? "desk.queue.seenMany" : "desk.queue.seen", {
              count,
              when: () => <MomentText instant={seenAt} locale={locale} />,
            })}
      </p>
      <RowAct
        action={action}
        label={t("desk.queue.markSeen")}
        name={t("desk.queue.markSeenName")}
        texts={texts}
      />
    </div>
  );
}
