import type { Metadata } from "next";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { claimText } from "@/app/_components/desk/records/event-claims";
import { makeWords } from "@/app/_components/desk/records/make-words";
import { MergePreview } from "@/app/_components/desk/records/merge-preview";
import { RecordForm } from "@/app/_components/desk/records/record-form";
import { SplitClaims } from "@/app/_components/desk/records/split-claims";
import { ZoneList } from "@/app/_components/desk/zone-field";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { typedEvent } from "@/app/_desk/record-typed";
import { can } from "@/lib/auth/authorise";
import { type DeskEventClaim, listEventClaims } from "@/lib/claims/desk-event-claims";
import { type DeskEvent, findEventForDesk } from "@/lib/events/desk-events";
import { isLocale, translator } from "@/lib/format/messages";
import type { Typed } from "@/lib/forms/form-state";
import { previewSplit } from "@/lib/merges/preview-merge";
import type { MergePreview as Preview } from "@/lib/merges/types";
import { splitEventAction } from "../../actions";

type Props = PageProps<"/[locale]/desk/events/[slug]/split">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.event.split") } : missingMetadata(locale);
}

export default async function SplitEventPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "event:split")) return <Refused locale={locale} needed={t("role.editor.label")} />;
  const event = await findEventForDesk(actor, slug);
  if (!event || event.mergedInto) return <Missing locale={locale} />;
  const claims = await listEventClaims(actor, event.values.id);
  const ticked = [(await searchParams).claim ?? []].flat();
  const going = claims.filter(({ publicId }) => ticked.includes(publicId));
  const preview =
    going.length > 0
      ? await previewSplit(
          actor,
          event.values.id,
          going.map(({ id }) => id),
        )
      : null;
  const list = `/${locale}/desk/events`;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("desk.event.list"), href: list },
          { label: event.values.title, href: `${list}/${slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={t("desk.split.title", { name: event.values.title })}>
        <p className="measure-text">{t("desk.split.lead")}</p>
      </PageTitle>
      <SplitClaims
        claims={claims.map((claim) => ({
          value: claim.publicId,
          label: claimText(claim, locale),
          hint: `${claim.claimant} · ${t(`recordStatus.${claim.recordStatus}.label`)}`,
        }))}
        ticked={ticked}
        legend={t("desk.split.which")}
        submit={t("desk.split.look")}
        texts={fieldTexts(locale)}
      />
      {preview ? <Rest event={event} going={going} preview={preview} locale={locale} /> : null}
    </>
  );
}

type RestProps = { event: DeskEvent; going: DeskEventClaim[]; preview: Preview; locale: string };

function Rest({ event, going, preview, locale }: RestProps) {
  const t = translator(locale);
  const { id, slug, version } = event.values;
  const claimIds = going.map((claim) => claim.id);
  return (
    <>
      <section className="mt-10">
        <h2 className="text-2xl mb-3">{t("desk.merge.preview")}</h2>
        <MergePreview preview={preview} cannot={t("desk.split.cannot")} locale={locale} />
      </section>
      {preview.problems.length > 0 ? null : (
        <section className="mt-10">
          <h2 className="text-2xl mb-3">{t("desk.split.newTitle")}</h2>
          <p className="mb-5">{t("desk.split.touched", { count: going.length })}</p>
          <ZoneList />
          <RecordForm
            key={claimIds.join(" ")}
            kind="event"
            action={splitEventAction.bind(null, { locale, id, slug, version, claimIds })}
            initial={likeOf(event)}
            isPublic
            locale={locale}
            words={makeWords(locale)}
            texts={fieldTexts(locale)}
            submit={t("desk.split.confirm")}
          />
        </section>
      )}
    </>
  );
}

// Where and when is likely near the old event; its name and text are not.
function likeOf(event: DeskEvent): Typed {
  const { placeName = [], country = [], zone = [], occurred = [] } = typedEvent(event);
  return { placeName, country, zone, occurred };
}
