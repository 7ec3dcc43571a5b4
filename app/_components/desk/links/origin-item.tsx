import { decideOriginAction } from "@/app/[locale]/(desk)/desk/links/actions";
import { translator } from "@/lib/format/messages";
import type { OriginAlarms, OriginPair } from "@/lib/links/types";
import { tellDate } from "../../ui/date-text";
import { DeskAct } from "../desk-act";
import { LinkItem } from "./link-item";
import type { LinkItemProps } from "./link-words";
import { TwoClaims } from "./linked-claim";

/** Whether one number from opposed sides has one origin (R16). */
export function OriginItem({ row, place, texts }: LinkItemProps<OriginPair>) {
  const { locale } = place;
  const t = translator(locale);
  const { event, one, other, version } = row;
  const id = `${one.publicId}-${other.publicId}`;
  const pair = {
    from: { id: one.id, version: one.version },
    into: { id: other.id, version: other.version },
    version,
  };
  return (
    <LinkItem id={id} event={event} place={place}>
      <TwoClaims
        first={{ label: t("desk.links.first"), claim: one }}
        second={{ label: t("desk.links.second"), claim: other }}
        locale={locale}
      />
      <div className="mt-3 measure-text">
        <DeskAct
          id={`origin-${id}`}
          action={decideOriginAction.bind(null, place, pair)}
          summary={t("desk.links.decideOrigin")}
          submit={t("desk.links.keepAnswer")}
          fields={[
            {
              kind: "one",
              name: "state",
              label: t("desk.links.answer"),
              required: true,
              blank: t("desk.log.chooseOne"),
              options: [
                { value: "accepted", label: t("desk.links.originYes") },
                { value: "declined", label: t("desk.links.originNo") },
                { value: "unsure", label: t("desk.links.unsure") },
              ],
            },
            {
              kind: "text",
              name: "note",
              label: t("desk.links.originNote"),
              hint: t("desk.links.originNoteHint"),
            },
          ]}
          texts={texts}
        >
          <p>{t("desk.links.touchesOrigin")}</p>
        </DeskAct>
      </div>
    </LinkItem>
  );
}

/** The alarms of one event in the list of all: decided on the event's own page. */
export function AlarmItem({ row, place }: Omit<LinkItemProps<OriginAlarms>, "texts">) {
  const { locale } = place;
  const t = translator(locale);
  const { event, alarms } = row;
  return (
    <LinkItem id={event.slug} event={event} place={place}>
      <ul className="grid gap-3">
        {alarms.map(({ figures }) => (
          <li key={figures.map(({ publicId }) => publicId).join(" ")}>
            <ul>
              {figures.map(({ publicId, raw, claimant, stated }) => (
                <li key={publicId}>
                  <a href={`/${locale}/desk/claims/${publicId}`}>
                    <bdi>
                      {t("claimPage.claimOption", {
                        raw: raw ?? "",
                        claimant: claimant.name,
                        date: tellDate(stated, locale, "short"),
                      })}
                    </bdi>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a
          className="inline-block py-2 font-semibold"
          href={`/${locale}/desk/events/${event.slug}/links#one_origin`}
        >
          {t("desk.links.decideThere", { count: alarms.length })}
        </a>
      </p>
    </LinkItem>
  );
}
