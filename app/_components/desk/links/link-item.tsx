import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import type { LinkPlace } from "./link-words";

type Props = {
  id: string;
  event: { slug: string; title: string };
  place: LinkPlace;
  children: ReactNode;
};

/** One thing to decide, or that was decided. In the list of all events it says of which it is. */
export function LinkItem({ id, event, place, children }: Props) {
  const { locale, slug } = place;
  const t = translator(locale);
  return (
    <li id={`link-${id}`} className="border-b border-rule py-6">
      {slug === null ? (
        <p className="small mb-3">
          <span className="text-muted">{t("desk.links.event")}</span>{" "}
          <a href={`/${locale}/desk/events/${event.slug}/links`}>
            <bdi>{event.title}</bdi>
          </a>
        </p>
      ) : null}
      {children}
    </li>
  );
}
