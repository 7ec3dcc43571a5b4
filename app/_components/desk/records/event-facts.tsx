import { tellDate } from "@/app/_components/ui/date-text";
import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { NameList } from "@/app/_components/ui/name-list";
import type { UncertainDate } from "@/lib/dates/edtf";
import type { DeskEvent } from "@/lib/events/desk-events";
import { translator } from "@/lib/format/messages";

type Props = { event: DeskEvent; occurred: UncertainDate | null; locale: string };

/** An event in short: where it stands, when and where it happened, and who has a part in it. */
export function EventFacts({ event, occurred, locale }: Props) {
  const t = translator(locale);
  const { values, recordStatus, claimants } = event;
  const partOf = new Map(values.parties.map((party) => [party.claimantId, party]));
  return (
    <FactList>
      <Fact label={t("desk.record.status")}>{t(`recordStatus.${recordStatus}.label`)}</Fact>
      <Fact label={t("desk.event.when")}>
        <bdi>{occurred ? tellDate(occurred, locale) : values.occurred.edtf}</bdi>
      </Fact>
      <Fact label={t("desk.event.where")}>
        <bdi>{values.place.name}</bdi>
      </Fact>
      {values.aliases.length > 0 ? (
        <Fact label={t("desk.event.field.aliases")}>
          <NameList names={values.aliases.map((name) => ({ name }))} />
        </Fact>
      ) : null}
      <Fact label={t("desk.event.partiesTitle")} isMissing={claimants.length === 0}>
        {claimants.length === 0 ? t("desk.event.noParties") : null}
        <ul>
          {claimants.map(({ id, slug, name }) => {
            const { side = null, role = null } = partOf.get(id) ?? {};
            const part = [side, role && t(`partyRole.${role}.label`)].filter(Boolean).join(", ");
            return (
              <li key={id}>
                <a href={`/${locale}/desk/claimants/${slug}`}>
                  <bdi>{name}</bdi>
                </a>
                {part ? (
                  <span className="small text-muted">
                    {" "}
                    <bdi>{part}</bdi>
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      </Fact>
      <Fact label={t("desk.record.publicPage")} isMissing={recordStatus !== "published"}>
        {recordStatus === "published" && !event.mergedInto ? (
          <a href={`/${locale}/events/${values.slug}`}>{t("desk.record.public")}</a>
        ) : (
          t("desk.record.notPublic")
        )}
      </Fact>
    </FactList>
  );
}
