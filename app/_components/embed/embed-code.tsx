import { embedCode, embedPath, embedQuery } from "@/lib/embeds/embed-address";
import { frameHeight } from "@/lib/embeds/frame-height";
import type { EventPage, MeasureView } from "@/lib/events/types";
import { DEFAULT_LOCALE, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import type { EmbedFormChoice } from "./embed-form";

type Props = {
  event: EventPage;
  measure: MeasureView | undefined;
  form: EmbedFormChoice;
  /** When the code is made, which it tells the frame. */
  now: Date;
  locale: string;
};

// For pages of newsrooms: only frames of this site, and each only its own height.
const LISTENER = (origin: string) => `<script>
addEventListener("message", ({ data, origin, source }) => {
  if (origin !== "${origin}" || data?.type !== "counterclaim:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;

/** The frame as it will look, and the code for it: it holds when it was copied, so that the frame can tell what changed since. */
export function EmbedCode({ event, measure, form, now, locale }: Props) {
  const t = translator(locale);
  const { theme, width } = form;
  const path = embedPath({ event: event.slug, measure: form.measure });
  const asked = { theme, locale: locale === DEFAULT_LOCALE ? null : locale };
  const height = frameHeight(event, measure, width);
  const what = form.measure && measure ? `${measure.label}, ${event.title}` : event.title;
  const title = t("embed.frameTitle", { what });
  const since = `${now.toISOString().slice(0, "YYYY-MM-DDTHH:MM:SS".length)}Z`;
  const src = siteUrl(`${path}${embedQuery({ ...asked, since })}`);
  const anchor = form.measure ? `#${form.measure}` : "";
  const oembed = `${siteUrl("/oembed")}?url=${encodeURIComponent(siteUrl(`/${locale}/events/${event.slug}${anchor}`))}`;
  return (
    <>
      <section className="mt-10">
        <h2 className="text-2xl">{t("embed.page.code")}</h2>
        <Code
          id="embed-code"
          text={embedCode({ src, title, width, height })}
          copy={t("embed.page.copy")}
          locale={locale}
        />
      </section>
      <section className="mt-10">
        <h2 className="text-2xl mb-3">{t("embed.page.preview")}</h2>
        <iframe
          suppressHydrationWarning
          className="embed-preview"
          src={`${path}${embedQuery({ ...asked, since: null })}`}
          title={title}
          width={width}
          height={height}
          loading="lazy"
        />
      </section>
      <section className="mt-10">
        <h2 className="text-xl">{t("embed.page.height")}</h2>
        <p className="mt-1 measure-text">{t("embed.page.heightLead")}</p>
        <Code
          id="embed-listener"
          text={LISTENER(new URL(siteUrl()).origin)}
          copy={t("embed.page.copyScript")}
          locale={locale}
        />
      </section>
      <section className="mt-10">
        <h2 className="text-xl">{t("embed.page.oembed")}</h2>
        <p className="mt-1 measure-text">{t("embed.page.oembedLead")}</p>
        <Code id="embed-oembed" text={oembed} copy={t("embed.page.copyAddress")} locale={locale} />
      </section>
    </>
  );
}

function Code({ id, text, copy, locale }: { id: string; text: string; copy: string; locale: string }) {
  return (
    <>
      <pre
        id={id}
        className="mt-2 border border-rule bg-panel p-3 small whitespace-pre-wrap wrap-anywhere select-all"
        dir="ltr"
      >
        {text}
      </pre>
      <button
        type="button"
        hidden
        suppressHydrationWarning
        data-copy={`#${id}`}
        data-copied={translator(locale)("embed.page.copied")}
        className="mt-2"
      >
        {copy}
      </button>
    </>
  );
}
