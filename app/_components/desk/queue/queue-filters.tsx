import { translator } from "@/lib/format/messages";
import type { QueueChoices } from "@/lib/queue/types";
import { FilterOrder } from "../../ui/filter-extra";
import { FilterSelect } from "../../ui/filter-form";
import { isPublished, type QueueShown, queueAddress } from "./queue-address";

type Props = { shown: QueueShown; choices: QueueChoices; locale: string };

/** What to see of a kind of waiting, and in which order: a plain form, so that every view has an address. */
export function QueueFilters({ shown, choices, locale }: Props) {
  const t = translator(locale);
  const { tab, event, claimant, assignee, sort } = shown;
  return (
    <form
      action={`/${locale}/desk/queue`}
      aria-label={t("filter.title")}
      className="no-print my-5 flex flex-wrap items-end gap-x-4 gap-y-3 sm:[&>div]:max-w-52"
    >
      <input type="hidden" name="tab" value={tab} />
      <FilterSelect
        name="event"
        label={t("desk.queue.filter.event")}
        value={event}
        options={choices.events.map(({ slug, title }) => ({ value: slug, label: title }))}
        locale={locale}
      />
      <FilterSelect
        name="claimant"
        label={t("desk.queue.filter.claimant")}
        value={claimant}
        options={choices.claimants.map(({ slug, name }) => ({ value: slug, label: name }))}
        locale={locale}
      />
      {isPublished(tab) ? null : (
        <FilterSelect
          name="assignee"
          label={t("desk.queue.filter.assignee")}
          value={assignee}
          options={[
            { value: "me", label: t("desk.queue.filter.me") },
            { value: "nobody", label: t("desk.queue.filter.nobody") },
            ...choices.assignees.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          locale={locale}
        />
      )}
      <FilterOrder
        name="sort"
        label={t("desk.queue.filter.sort")}
        value={sort === "newest" ? sort : null}
        options={[
          { value: "", label: t("desk.queue.filter.oldest") },
          { value: "newest", label: t("desk.queue.filter.newest") },
        ]}
      />
      <button type="submit">{t("filter.apply")}</button>
      {isFiltered(shown) ? (
        <a className="inline-block py-2.5" href={queueAddress(locale, { tab, sort: "oldest" })}>
          {t("filter.clear")}
        </a>
      ) : null}
    </form>
  );
}

/** Whether some of what waits is left out of view. */
export function isFiltered({ event, claimant, assignee }: QueueShown): boolean {
  return [event, claimant, assignee].some((filter) => filter !== undefined);
}
