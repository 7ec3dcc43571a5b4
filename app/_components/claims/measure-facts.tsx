import type { ClaimPage } from "@/lib/claims/types";
import { parseEdtf } from "@/lib/dates/edtf";
import { translator } from "@/lib/format/messages";
import { tellDate } from "../ui/date-text";
import { Fact } from "../ui/fact-list";

type Props = { figure: NonNullable<ClaimPage["figure"]>; event: ClaimPage["event"]; locale: string };

/** What exactly is counted, and what the count rests on. Parts of the scope that nobody gave are left out. */
export function MeasureFacts({ figure, event, locale }: Props) {
  const t = translator(locale);
  const { measure, basis, lane } = figure;
  const { personClass, nationality, demographic, area, period, cause, total } = measure.scope;
  const kinds = measure.kinds.map((kind) => t(`kind.${kind}.label`)).join(` ${t("figures.or")} `);
  const named = {
    nationality,
    demographic,
    area,
    period: period === null ? null : tellPeriod(period, locale),
  };
  return (
    <>
      <Fact label={t("claimPage.facts.measure")}>
        <a href={`/${locale}/events/${event.slug}#${measure.slug}`}>
          <bdi>{measure.label}</bdi>
        </a>
      </Fact>
      <Fact label={t("claimPage.facts.kinds")}>{kinds}</Fact>
      {personClass === "unspecified" ? null : (
        <Fact label={t("claimPage.facts.people")}>{t(`personClass.${personClass}.label`)}</Fact>
      )}
      {(["nationality", "demographic", "area", "period"] as const).map((name) =>
        named[name] === null ? null : (
          <Fact key={name} label={t(`claimPage.facts.${name}`)}>
            <bdi>{named[name]}</bdi>
          </Fact>
        ),
      )}
      {cause === "unspecified" ? null : (
        <Fact label={t("claimPage.facts.cause")}>{t(`cause.${cause}.label`)}</Fact>
      )}
      <Fact label={t("claimPage.facts.total")}>
        {t(`total.${total}.label`)}
        <span className="block small text-muted">{t(`total.${total}.explanation`)}</span>
      </Fact>
      <Fact label={t("claimPage.facts.unit")}>
        <bdi>{measure.unit}</bdi>
      </Fact>
      <Fact label={t("claimPage.facts.basis")}>
        {t(`basis.${basis}.label`)}
        <span className="block small text-muted">{t(`basis.${basis}.explanation`)}</span>
      </Fact>
      <Fact label={t("claimPage.facts.lane")}>
        {t(`lane.${lane}.label`)}
        {lane === "estimate" ? (
          <span className="block small text-muted">{t("lane.estimate.explanation")}</span>
        ) : null}
      </Fact>
    </>
  );
}

function tellPeriod(edtf: string, locale: string): string {
  const read = parseEdtf(edtf, "UTC");
  return read.ok ? tellDate(read.date, locale) : edtf;
}
