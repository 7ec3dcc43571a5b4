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
import { typedClaimant } from "@/app/_desk/record-typed";
import { can } from "@/lib/auth/authorise";
import { findClaimantForDesk } from "@/lib/claimants/desk-claimants";
import { isLocale, translator } from "@/lib/format/messages";
import { listMerges } from "@/lib/merges/desk-merges";
import { listNotes } from "@/lib/notes/desk-notes";
import { undoMergeAction } from "../../merges/actions";
import { editClaimantAction } from "../actions";

type Props = PageProps<"/[locale]/desk/claimants/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.claimant.list") } : missingMetadata(locale);
}

export default async function ClaimantPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const claimant = await findClaimantForDesk(actor, slug);
  if (!claimant) await leadOn(actor, "claimant", slug, locale);
  if (!claimant) return <Missing locale={locale} />;
  const { values, isPublic, members, claimCount, mergedInto } = claimant;
  const [merges, notes] = await Promise.all([
    listMerges(actor, "claimant", values.id),
    listNotes(actor, "claimant", values.id),
  ]);
  const { done } = await searchParams;
  const t = translator(locale);
  const desk = `/${locale}/desk/claimants`;
  const mayMerge = can(actor.role, "record:merge");
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("desk.claimant.list"), href: desk }]} locale={locale} />
      <PageTitle title={<bdi>{values.name}</bdi>} kicker={t(`claimantKind.${values.kind}.label`)} />
      <DoneMessage text={done === "saved" || done === "merged" ? t(`desk.event.done.${done}`) : null} />
      {mergedInto ? (
        <MergedBanner into={{ name: mergedInto.name, href: `${desk}/${mergedInto.slug}` }} locale={locale} />
      ) : null}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <div>
          {mergedInto ? null : (
            <EditRecord
              kind="claimant"
              action={editClaimantAction.bind(null, { locale, id: values.id, slug })}
              initial={typedClaimant(claimant)}
              version={values.version}
              isPublic={isPublic}
              mayEditPublic={can(actor.role, "record:edit_public")}
              locale={locale}
            />
          )}
        </div>
        <aside aria-label={t("desk.record.details")}>
          <FactList>
            <Fact label={t("desk.event.claimsTitle")}>{t("desk.record.claims", { count: claimCount })}</Fact>
            {members.length > 0 ? (
              <Fact label={t("desk.record.members")}>
                <NameList
                  names={members.map((member) => ({ name: member.name, href: `${desk}/${member.slug}` }))}
                />
              </Fact>
            ) : null}
            <Fact label={t("desk.record.publicPage")} isMissing={!isPublic}>
              {isPublic ? (
                <a href={`/${locale}/claimants/${slug}`}>{t("desk.record.public")}</a>
              ) : (
                t("desk.record.notPublic")
              )}
            </Fact>
          </FactList>
          {mayMerge && !mergedInto ? (
            <p className="mt-4">
              <a className="inline-block py-2" href={`${desk}/${slug}/merge`}>
                {t("desk.claimant.merge")}
              </a>
            </p>
          ) : null}
        </aside>
      </div>
      <RecordFoot
        subject={{ kind: "claimant", id: values.id }}
        merges={merges}
        undo={mayMerge ? (mergeId) => undoMergeAction.bind(null, { locale, mergeId }) : null}
        notes={notes}
        mayRedact={can(actor.role, "field:redact")}
        locale={locale}
      />
    </>
  );
}
