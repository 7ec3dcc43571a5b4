import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { ProposalList } from "@/app/_components/desk/proposal-list";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { pageActor } from "@/app/_desk/actor";
import { isLocale, translator } from "@/lib/format/messages";
import { listMyProposals, listOpenProposals } from "@/lib/proposals/desk-proposals";

type Props = PageProps<"/[locale]/desk/proposals">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.proposal.title") };
}

/** What waits for an editor, and what became of what whoever is signed in proposed. */
export default async function ProposalsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const { after: asked, done } = await searchParams;
  const after = typeof asked === "string" ? asked : null;
  const [open, mine] = await Promise.all([listOpenProposals(actor, { after }), listMyProposals(actor)]);
  const t = translator(locale);
  const page = `/${locale}/desk/proposals`;
  const told = { accepted: t("desk.proposal.doneAccepted"), declined: t("desk.proposal.doneDeclined") };
  return (
    <>
      <PageTitle title={t("desk.proposal.title")}>
        <p className="measure-text">{t("desk.proposal.lead")}</p>
      </PageTitle>
      <DoneMessage text={done === "accepted" || done === "declined" ? told[done] : null} />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <section className="min-w-0">
          <h2 className="text-2xl mb-3">{t("desk.proposal.open")}</h2>
          {open.rows.length === 0 ? (
            <EmptyState title={t("desk.proposal.noneOpen")}>{t("desk.proposal.noneOpenWhy")}</EmptyState>
          ) : (
            <ProposalList proposals={open.rows} locale={locale} />
          )}
          <Pager
            previous={after === null ? null : page}
            next={open.next && `${page}?after=${open.next}`}
            locale={locale}
          />
        </section>
        <section className="min-w-0">
          <h2 className="text-2xl mb-3">{t("desk.proposal.mine")}</h2>
          {mine.length === 0 ? (
            <p className="text-muted">{t("desk.proposal.noneMine")}</p>
          ) : (
            <ProposalList proposals={mine} locale={locale} />
          )}
        </section>
      </div>
    </>
  );
}
