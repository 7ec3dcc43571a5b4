import type { Metadata } from "next";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { isLocale, translator } from "@/lib/format/messages";
import { securityContact } from "@/lib/http/security-contact";

type Props = PageProps<"/[locale]/about">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  return {
    title: t("aboutPage.title"),
    description: t("aboutPage.description"),
    alternates: { canonical: `/${locale}/about` },
  };
}

/** Whom to tell of a weakness, what is kept of readers, what is limited, and under which licences all of it is. */
export default async function AboutPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const t = translator(locale);
  const contact = securityContact();
  return (
    <>
      <PageTitle title={t("aboutPage.title")} />
      <p className="measure-text font-serif text-xl leading-normal">{t("aboutPage.lead")}</p>
      <section className="mt-12 measure-text" id="weaknesses">
        <h2 className="text-2xl">{t("aboutPage.weaknesses.title")}</h2>
        <p className="mt-2">{t("aboutPage.weaknesses.body")}</p>
        <p className="mt-2">
          {t.rich("aboutPage.weaknesses.contact", {
            contact: () => <a href={contact}>{contact.replace(/^mailto:/, "")}</a>,
            file: (words) => <a href="/.well-known/security.txt">{words}</a>,
          })}
        </p>
      </section>
      <section className="mt-12 measure-text">
        <h2 className="text-2xl">{t("aboutPage.readers.title")}</h2>
        <p className="mt-2">{t("aboutPage.readers.body")}</p>
      </section>
      <section className="mt-12 measure-text">
        <h2 className="text-2xl">{t("aboutPage.limits.title")}</h2>
        <p className="mt-2">
          {t.rich("aboutPage.limits.body", {
            api: (words) => <a href={`/${locale}/api`}>{words}</a>,
          })}
        </p>
      </section>
      <section className="mt-12 measure-text">
        <h2 className="text-2xl">{t("aboutPage.licences.title")}</h2>
        <p className="mt-2">
          {t.rich("aboutPage.licences.body", {
            data: (words) => <a href={`/${locale}/data`}>{words}</a>,
            list: (words) => <a href="/licences.txt">{words}</a>,
          })}
        </p>
      </section>
    </>
  );
}
