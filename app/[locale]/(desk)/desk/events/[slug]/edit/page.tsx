import type { Metadata } from "next";
import { EditRecord } from "@/app/_components/desk/records/edit-record";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { typedEvent } from "@/app/_desk/record-typed";
import { can } from "@/lib/auth/authorise";
import { findEventForDesk } from "@/lib/events/desk-events";
import { isLocale, translator } from "@/lib/format/messages";
import { editEventAction } from "../../actions";

type Props = PageProps<"/[locale]/desk/events/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.event.edit") } : missingMetadata(locale);
}

export default async function EditEventPage({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const event = await findEventForDesk(actor, slug);
  if (!event || event.mergedInto) return <Missing locale={locale} />;
  const { values, recordStatus } = event;
  const t = translator(locale);
  const list = `/${locale}/desk/events`;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("desk.event.list"), href: list },
          { label: values.title, href: `${list}/${slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={t("desk.event.edit")} />
      <EditRecord
        kind="event"
        action={editEventAction.bind(null, { locale, id: values.id, slug })}
        initial={typedEvent(event)}
        version={values.version}
        isPublic={recordStatus === "published"}
        mayEditPublic={can(actor.role, "record:edit_public")}
        locale={locale}
      />
    </>
  );
}
