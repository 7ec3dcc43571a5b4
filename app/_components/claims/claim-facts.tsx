import type { ClaimPage } from "@/lib/claims/types";
import type { UncertainDate } from "@/lib/dates/edtf";
import { translator } from "@/lib/format/messages";
import { DateText } from "../ui/date-text";
import { Fact, FactList } from "../ui/fact-list";
import { MomentText } from "../ui/moment-text";
import { languageName } from "../ui/name-of";
import { MeasureFacts } from "./measure-facts";

type Props = { claim: ClaimPage; locale: string };

/** What a claim is about and what it rests on. */
export function ClaimFacts({ claim, locale }: Props) {
  const t = translator(locale);
  const { event, claimant, side, figure, topic, wording } = claim;
  const { partOf } = claimant;
  return (
    <section>
      <h2 className="text-xl mb-2">{t("claimPage.facts.title")}</h2>
      <FactList>
        <Fact label={t("claimPage.facts.event")}>
          <a href={`/${locale}/events/${event.slug}`}>
            <bdi>{event.title}</bdi>
          </a>
        </Fact>
        <Fact label={t("claimPage.facts.claimant")}>
          <a href={`/${locale}/claimants/${claimant.slug}`}>
            <bdi>{claimant.name}</bdi>
          </a>
          <span className="block small text-muted">
            {t(`claimantKind.${claimant.kind}.label`)}
            {partOf ? (
              <bdi>
                {", "}
                {t("figures.table.partOf", { name: partOf.name })}
              </bdi>
            ) : null}
          </span>
        </Fact>
        <Fact label={t("claimPage.facts.side")} isMissing={side === null}>
          <bdi>{side ?? t("claimPage.facts.noSide")}</bdi>
        </Fact>
        {topic ? <Fact label={t("claimPage.facts.topic")}>{t(`topic.${topic}.label`)}</Fact> : null}
        {figure ? (
          <>
            <MeasureFacts figure={figure} event={event} locale={locale} />
            <Fact label={t("claimPage.facts.language")}>{languageName(wording.language, locale)}</Fact>
          </>
        ) : null}
      </FactList>
    </section>
  );
}

/** The five dates, kept apart. Those that nobody gave are said to be missing. */
export function ClaimDates({ claim, locale }: Props) {
  const t = translator(locale);
  const reports = [...new Map(claim.attributions.map(({ report }) => [report.publicId, report])).values()];
  const dated = reports.flatMap(({ published }) => published ?? []).sort((a, b) => a.earliest - b.earliest);
  const days = [...new Map(dated.map((date) => [date.edtf, date])).values()];
  return (
    <section>
      <h2 className="text-xl mb-2">{t("claimPage.dates.title")}</h2>
      <FactList>
        <DateFact name="eventTime" date={claim.eventTime} locale={locale} />
        <DateFact name="asOf" date={claim.asOf} locale={locale} />
        <DateFact name="stated" date={claim.stated} locale={locale} />
        <Fact label={t("claimPage.dates.published")} isMissing={days.length === 0}>
          {days.length === 0
            ? t("claimPage.dates.notRecorded")
            : days.map((date) => (
                <span key={date.edtf} className="block">
                  <DateText date={date} locale={locale} />
                </span>
              ))}
        </Fact>
        <Fact label={t("claimPage.dates.logged")}>
          <MomentText instant={claim.loggedAt} locale={locale} />
        </Fact>
        <Fact label={t("claimPage.dates.publishedHere")}>
          <MomentText instant={claim.publishedAt} locale={locale} />
        </Fact>
      </FactList>
    </section>
  );
}

function DateFact({
  name,
  date,
  locale,
}: {
  name: "eventTime" | "asOf" | "stated";
  date: UncertainDate | null;
  locale: string;
}) {
  const t = translator(locale);
  return (
    <Fact label={t(`claimPage.dates.${name}`)} isMissing={date === null}>
      {date ? (
        <>
          <DateText date={date} locale={locale} />
          <span className="block small text-muted">{t("claimPage.dates.zone", { zone: date.zone })}</span>
        </>
      ) : (
        t("claimPage.dates.notGiven")
      )}
    </Fact>
  );
}
