import type { Metadata } from "next";
import type { ReactNode } from "react";
import { FigureLegend } from "@/app/_components/figures/figure-legend";
import { RelationKey } from "@/app/_components/figures/relation-key";
import { HeadlineReasons } from "@/app/_components/method/headline-reasons";
import { QualifierTable } from "@/app/_components/method/qualifier-table";
import { Rules } from "@/app/_components/method/rules";
import { StateWords } from "@/app/_components/method/state-words";
import { WordTable } from "@/app/_components/method/word-table";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/method">;

const NEVER = ["decide", "average", "bound", "split", "delete", "beyond"] as const;
const SECTIONS = [
  "never",
  "qualifiers",
  "words",
  "relations",
  "headline",
  "states",
  "legend",
  "rules",
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  return {
    title: t("method.title"),
    description: t("method.description"),
    alternates: { canonical: `/${locale}/method` },
  };
}

export default async function MethodPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("method.title")} />
      <p className="measure-text font-serif text-xl leading-normal">{t("method.lead")}</p>
      <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_14rem]">
        <Contents locale={locale} />
        <div className="grid gap-14 min-w-0 lg:col-start-1 lg:row-start-1">
          <Section name="never" locale={locale}>
            <ul className="mt-3 grid gap-2 measure-text list-disc ps-5">
              {NEVER.map((name) => (
                <li key={name}>{t(`method.never.${name}`)}</li>
              ))}
            </ul>
          </Section>
          <Section name="qualifiers" intro={t("method.qualifiers.intro")} locale={locale}>
            <QualifierTable locale={locale} />
          </Section>
          <Section name="words" intro={t("method.words.intro")} locale={locale}>
            <WordTable locale={locale} />
          </Section>
          <Section name="relations" intro={t("method.relations.intro")} locale={locale}>
            <RelationKey locale={locale} />
            <p className="mt-4 measure-text">{t("method.relations.covered")}</p>
          </Section>
          <Section name="headline" intro={t("method.headline.intro")} locale={locale}>
            <HeadlineReasons locale={locale} />
          </Section>
          <Section name="states" intro={t("method.states.intro")} locale={locale}>
            <StateWords locale={locale} />
          </Section>
          <Section name="legend" intro={t("method.legend.intro")} locale={locale}>
            <FigureLegend locale={locale} />
          </Section>
          <Section name="rules" intro={t("method.rules.intro")} locale={locale}>
            <Rules locale={locale} />
          </Section>
        </div>
      </div>
    </>
  );
}

type SectionProps = { name: (typeof SECTIONS)[number]; intro?: string; locale: string; children: ReactNode };

function Section({ name, intro, locale, children }: SectionProps) {
  return (
    <section id={name}>
      <h2 className="text-2xl">{translator(locale)(`method.${name}.title`)}</h2>
      {intro ? <p className="mt-2 mb-4 measure-text">{intro}</p> : null}
      {children}
    </section>
  );
}

function Contents({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <nav
      aria-labelledby="contents"
      className="no-print lg:sticky lg:top-6 self-start lg:col-start-2 lg:row-start-1"
    >
      <p id="contents" className="small text-muted">
        {t("method.contents")}
      </p>
      <ul className="mt-1">
        {SECTIONS.map((name) => (
          <li key={name}>
            <a className="plain-link inline-block py-1" href={`#${name}`}>
              {t(`method.${name}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
