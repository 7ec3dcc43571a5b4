import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { claimFormWords } from "@/app/_components/desk/claim-form/claim-form-words";
import { LogClaimForm } from "@/app/_components/desk/claim-form/log-claim-form";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { makeWords } from "@/app/_components/desk/records/make-words";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { KEPT_FIELDS } from "@/app/_desk/kept-fields";
import { findDraft } from "@/lib/drafts/queries";
import { isLocale, translator } from "@/lib/format/messages";
import type { Typed } from "@/lib/forms/form-state";
import { findStart } from "@/lib/search/find-start";
import { logClaimAction } from "./actions";

type Props = PageProps<"/[locale]/desk/claims/log">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: translator(locale)("desk.log.title") };
}

export default async function LogClaimPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const asked = await searchParams;
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : "");
  const draft = text("draft") ? await findDraft(actor, text("draft")) : null;
  const given = draft?.values ?? {
    ...Object.fromEntries(KEPT_FIELDS.flatMap((name) => (text(name) ? [[name, [text(name)]]] : []))),
    ...(await findStart(actor, { event: text("event"), report: text("report"), claimant: text("claimant") })),
  };
  const submissionId = randomUUID();
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("desk.log.title")}>
        <p className="measure-text">
          {t("desk.log.lead")}{" "}
          <a
            href={`/${locale}/desk/articles/new${text("event") ? `?event=${encodeURIComponent(text("event"))}` : ""}`}
          >
            {t("desk.log.fromArticle")}
          </a>
        </p>
      </PageTitle>
      {text("saved") ? (
        <p role="status" className="mb-6 border-s-3 border-ink ps-3">
          {t("desk.log.saved")}{" "}
          <a href={`/${locale}/desk/claims/${encodeURIComponent(text("saved"))}`}>
            {t("desk.log.savedLink")}
          </a>
        </p>
      ) : null}
      <noscript>
        <p>{t("desk.log.noscript")}</p>
      </noscript>
      <LogClaimForm
        key={submissionId}
        action={logClaimAction.bind(null, locale)}
        initial={given as Typed}
        draftId={draft?.id ?? randomUUID()}
        submissionId={submissionId}
        actorId={actor.id}
        address={new URLSearchParams(Object.entries(asked).map(([name]) => [name, text(name)])).toString()}
        locale={locale}
        words={claimFormWords(locale)}
        makeWords={makeWords(locale)}
        texts={fieldTexts(locale)}
      />
    </>
  );
}
