import type { Metadata } from "next";
import { ArticleForm } from "@/app/_components/desk/articles/article-form";
import { articleFormWords } from "@/app/_components/desk/articles/article-words";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { EXAMPLE_ARTICLE, EXAMPLE_EVENT } from "@/lib/articles/example-article";
import { isLocale, translator } from "@/lib/format/messages";
import type { Typed } from "@/lib/forms/form-state";
import { findStart } from "@/lib/search/find-start";
import { beginArticleAction } from "../actions";

type Props = PageProps<"/[locale]/desk/articles/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.article.newTitle") };
}

/** Where an article is pasted, or its address given, so that its claims are found. */
export default async function NewArticlePage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const { event, example } = await searchParams;
  const t = translator(locale);
  const isExample = example === "yes";
  const slug = isExample ? EXAMPLE_EVENT : typeof event === "string" ? event : "";
  const start = await findStart(actor, { event: slug, report: "", claimant: "" });
  const given: Typed = isExample ? { ...start, ...exampleTyped() } : start;
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t("desk.log.title"), href: `/${locale}/desk/claims/log` }]}
        locale={locale}
      />
      <PageTitle title={t("desk.article.newTitle")}>
        <p className="measure-text">{t("desk.article.lead")}</p>
        <p>
          <a href={`/${locale}/desk/articles/new?example=yes`}>{t("desk.article.example")}</a>
        </p>
      </PageTitle>
      <ArticleForm
        key={isExample ? "example" : "own"}
        action={beginArticleAction.bind(null, locale)}
        initial={given}
        locale={locale}
        words={articleFormWords(locale)}
        texts={fieldTexts(locale)}
      />
    </>
  );
}

function exampleTyped(): Typed {
  const { text, title, publicationName, publishedEdtf, language } = EXAMPLE_ARTICLE;
  return {
    text: [text],
    title: [title],
    publicationIdLabel: [publicationName],
    published: [publishedEdtf],
    language: [language],
  };
}
