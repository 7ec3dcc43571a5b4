import { translator } from "@/lib/format/messages";
import type { LinkTab } from "@/lib/links/types";
import { FilterSelect } from "../../ui/filter-form";

type Props = {
  tab: LinkTab;
  event: string | null;
  events: readonly { slug: string; title: string }[];
  locale: string;
};

/** Of which event to see what is open: a plain form, so that every view has an address. */
export function LinkFilter({ tab, event, events, locale }: Props) {
  const t = translator(locale);
  return (
    <form
      action={`/${locale}/desk/links`}
      aria-label={t("filter.title")}
      className="no-print my-5 flex flex-wrap items-end gap-x-4 gap-y-3 sm:[&>div]:max-w-96"
    >
      <input type="hidden" name="tab" value={tab} />
      <FilterSelect
        name="event"
        label={t("desk.links.filterEvent")}
        value={event ?? undefined}
        options={events.map(({ slug, title }) => ({ value: slug, label: title }))}
        locale={locale}
      />
      <button type="submit">{t("filter.apply")}</button>
      {event ? (
        <a className="inline-block py-2.5" href={`/${locale}/desk/links?tab=${tab}`}>
          {t("filter.clear")}
        </a>
      ) : null}
    </form>
  );
}
