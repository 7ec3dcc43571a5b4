import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { EditRecord } from "@/app/_components/desk/records/edit-record";
import { MergedBanner } from "@/app/_components/desk/records/merged-banner";
import { RecordFoot } from "@/app/_components/desk/records/record-foot";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { NameList } from "@/app/_components/ui/name-list";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { leadOn } from "@/app/_desk/record-page";
import { typedPublication } from "@/app/_desk/record-typed";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { listMerges } from "@/lib/merges/desk-merges";
import { listNotes } from "@/lib/notes/desk-notes";
import { findPublicationForDesk } from "@/lib/publications/desk-publications";
import { undoMergeAction } from "../../merges/actions";
import { editPublicationAction } from "../actions";

type Props = PageProps<"/[locale]/desk/publications/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.publication.list") } : missingMetadata(locale);
}

export default async function PublicationPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const publication = await findPublicationForDesk(actor, slug);
  if (!publication) await leadOn(actor, "publication", slug, locale);
  if (!publication) return <Missing locale={locale} />;
  const { values, isPublic, claimants, reportCount, mergedInto } = publication;
  const [merges, notes] = await Promise.all([
    listMerges(actor, "publication", values.id),
    listNotes(actor, "publication", values.id),
  ]);
  const { done } = await searchParams;
  const t = translator(locale);
  const desk = `/${locale}/desk/publications`;
  const mayMerge = can(actor.role, "record:merge");
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("desk.publication.list"), href: desk }]} locale={locale} />
      <PageTitle title={<bdi>{values.name}</bdi>} />
      <DoneMessage text={done === "saved" || done === "merged" ? t(`desk.event.done.${done}`) : null} />
      {mergedInto ? (
        <MergedBanner into={{ name: mergedInto.name, href: `${desk}/${mergedInto.slug}` }} locale={locale} />
      ) : null}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <div>
          {mergedInto ? null : (
            <EditRecord
              kind="publication"
              action={editPublicationAction.bind(null, { locale, id: values.id, slug })}
              initial={typedPublication(publication)}
              version={values.version}
              isPublic={isPublic}
              mayEditPublic={can(actor.role, "record:edit_public")}
              locale={locale}
            />
          )}
        </div>
        <aside aria-label={t("desk.record.details")}>
          <FactList>
            <Fact label={t("publicationPage.counts")}>
              {t("desk.record.reports", { count: reportCount })}
            </Fact>
            {claimants.length > 0 ? (
              <Fact label={t("desk.publication.claimants")}>
                <NameList
                  names={claimants.map((one) => ({
                    name: one.name,
                    href: `/${locale}/desk/claimants/${one.slug}`,
                  }))}
                />
              </Fact>
            ) : null}
            <Fact label={t("desk.record.publicPage")} isMissing={!isPublic}>
              {isPublic ? (
                <a href={`/${locale}/publications/${slug}`}>{t("desk.record.public")}</a>
              ) : (
                t("desk.record.notPublic")
              )}
            </Fact>
          </FactList>
          {mayMerge && !mergedInto ? (
            <p className="mt-4">
              <a className="inline-block py-2" href={`${desk}/${slug}/merge`}>
                {t("desk.publication.merge")}
              </a>
            </p>
          ) : null}
        </aside>
      </div>
      <RecordFoot
        subject={{ kind: "publication", id: values.id }}
        merges={merges}
        undo={mayMerge ? (mergeId) => undoMergeAction.bind(null, { locale, mergeId }) : null}
        notes={notes}
        locale={locale}
      />
    </>
  );
}
