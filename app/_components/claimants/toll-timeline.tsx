import type { TollAccount, TollView } from "@/lib/claims/toll-types";
import { translator } from "@/lib/format/messages";
import { DateText } from "../ui/date-text";
import { TollBeside } from "./toll-beside";
import { TollChart } from "./toll-chart";
import { tollModel } from "./toll-model";
import { FRAMES, type TollModel } from "./toll-plot";
import { TollTable } from "./toll-table";
import { tollTexts } from "./toll-words";

type Props = { tolls: TollView[]; eventsMax: number; locale: string };

/** How a claimant's figures changed, event by event; nothing where none did. */
export function TollTimelines({ tolls, eventsMax, locale }: Props) {
  const t = translator(locale);
  if (tolls.length === 0) return null;
  return (
    <section id="how-its-figures-changed" className="mt-12">
      <h2 className="text-2xl">{t("tollTimeline.title")}</h2>
      <p className="mt-1 text-muted measure-text">
        {t("tollTimeline.intro")} <a href={`/${locale}/method`}>{t("tollTimeline.howToRead")}</a>
      </p>
      {tolls.length >= eventsMax ? (
        <p className="small text-muted mt-1">{t("tollTimeline.capped", { count: eventsMax })}</p>
      ) : null}
      {tolls.map((view) => (
        <TollOfEvent key={view.event.slug} view={view} locale={locale} />
      ))}
    </section>
  );
}

function TollOfEvent({ view, locale }: { view: TollView; locale: string }) {
  const { event, accounts, leftOutCount } = view;
  return (
    <article className="mt-8 border-t border-rule pt-4">
      <h3 className="text-xl">
        <a className="plain-link" href={`/${locale}/events/${event.slug}`}>
          <bdi>{event.title}</bdi>
        </a>
      </h3>
      <p className="small text-muted">
        <DateText date={event.occurred} locale={locale} />
        {leftOutCount > 0 ? `. ${translator(locale)("tollTimeline.leftOut", { count: leftOutCount })}` : null}
      </p>
      {accounts.map((account, place) => (
        <TollTimeline
          key={account.figures[0]?.publicId ?? place}
          view={view}
          account={account}
          name={`toll-${event.slug}-${place}`}
          locale={locale}
        />
      ))}
    </article>
  );
}

type TimelineProps = { view: TollView; account: TollAccount; name: string; locale: string };

/** One account: drawn for each width, and the same in words. */
function TollTimeline({ view, account, name, locale }: TimelineProps) {
  const t = translator(locale);
  const texts = tollTexts(locale);
  const models = FRAMES.map((frame) => tollModel(view, account, frame, texts));
  const measures = [...new Set(account.figures.map(({ measure }) => measure.label))];
  const about = { measure: account.measureLabel, claimant: view.claimant.name };
  return (
    <section className="mt-5">
      <h4 className="text-lg">
        <bdi>{measures.join(t("tollTimeline.then"))}</bdi>
      </h4>
      <p className="small text-muted">{t("tollTimeline.joined", { claimant: view.claimant.name })}</p>
      <figure className="@container mt-3" aria-label={t("tollTimeline.chartLabel", about)}>
        {models.map((model) => (
          <TollChart
            key={model.frame.name}
            model={model}
            view={view}
            name={`${name}-${model.frame.name}`}
            locale={locale}
          />
        ))}
        <figcaption className="small text-muted mt-2">
          {models[0] ? <Caption model={models[0]} view={view} account={account} locale={locale} /> : null}
        </figcaption>
      </figure>
      <div className="mt-4 grid gap-6">
        <TollTable view={view} account={account} locale={locale} />
        <TollBeside view={view} account={account} name={`${name}-beside`} locale={locale} />
      </div>
    </section>
  );
}

type CaptionProps = { model: TollModel; view: TollView; account: TollAccount; locale: string };

function Caption({ model: { time, value }, view, account, locale }: CaptionProps) {
  const t = translator(locale);
  const unit = account.figures.at(-1)?.measure.unit ?? "";
  const sentences = [
    t(`tollTimeline.caption.${value.kind}`, {
      unit: unit.charAt(0).toLocaleUpperCase(locale) + unit.slice(1),
    }),
    t("tollTimeline.caption.time", { zone: view.event.occurred.zone }),
    time.strips.earlier || time.strips.later ? t("tollTimeline.caption.strips") : null,
    besideSentence(account, locale),
  ];
  return sentences.filter((sentence) => sentence !== null).join(" ");
}

function besideSentence({ beside }: TollAccount, locale: string): string | null {
  if (beside.length === 0) return null;
  return translator(locale)(
    beside.some(({ isOwn }) => isOwn) ? "tollTimeline.caption.besideOwn" : "tollTimeline.caption.beside",
  );
}
