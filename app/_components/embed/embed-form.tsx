import { EMBED_WIDTH } from "@/lib/embeds/embed-address";
import { measureOf } from "@/lib/embeds/measure-of";
import type { EventPage } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";

/** What somebody chose to show in a frame: a measure by its slug, or the headline. */
export type EmbedFormChoice = {
  measure: string | null;
  theme: "light" | "dark" | null;
  /** In px. */
  width: number;
};

/** Reads the form from the address; what is not understood is left at its default. */
export function readEmbedForm(
  query: Record<string, string | string[] | undefined>,
  event: EventPage,
): EmbedFormChoice {
  const { measure, theme, width } = query;
  const asked = typeof width === "string" && /^\d{1,5}$/.test(width) ? Number(width) : EMBED_WIDTH.usual;
  return {
    measure: typeof measure === "string" && measure !== "" && measureOf(event, measure) ? measure : null,
    theme: theme === "light" || theme === "dark" ? theme : null,
    width: Math.min(EMBED_WIDTH.greatest, Math.max(EMBED_WIDTH.least, asked)),
  };
}

/** Chooses what to frame, in which colours and how wide. */
export function EmbedForm({
  event,
  form,
  locale,
}: {
  event: EventPage;
  form: EmbedFormChoice;
  locale: string;
}) {
  const t = translator(locale);
  return (
    <form className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4">
      <p className="grid gap-1 min-w-0 max-w-full">
        <label htmlFor="measure">{t("embed.page.what")}</label>
        <select id="measure" name="measure" defaultValue={form.measure ?? ""} className="w-full min-w-0">
          <option value="">{t("embed.page.headline")}</option>
          {event.measures.map(({ slug, label }) => (
            <option key={slug} value={slug}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p className="grid gap-1">
        <label htmlFor="frame-theme">{t("embed.page.theme")}</label>
        <select id="frame-theme" name="theme" defaultValue={form.theme ?? ""}>
          <option value="">{t("embed.page.themes.system")}</option>
          <option value="light">{t("embed.page.themes.light")}</option>
          <option value="dark">{t("embed.page.themes.dark")}</option>
        </select>
      </p>
      <p className="grid gap-1">
        <label htmlFor="width">
          {t("embed.page.width")}{" "}
          <span className="small text-muted">{t("embed.page.widthHint", EMBED_WIDTH)}</span>
        </label>
        <input
          id="width"
          name="width"
          type="number"
          min={EMBED_WIDTH.least}
          max={EMBED_WIDTH.greatest}
          defaultValue={form.width}
        />
      </p>
      <button type="submit">{t("embed.page.show")}</button>
    </form>
  );
}
