import type { Metadata } from "next";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { canSendMail } from "@/lib/accounts/mail";
import { isLocale, translator } from "@/lib/format/messages";
import { askForLinkAction } from "./actions";
import { AskForm } from "./ask-form";

type Props = PageProps<"/[locale]/password">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("newPassword.askTitle"), robots: { index: false } };
}

/** Where one asks for a link to set a new password; also said here: that a new one is set. */
export default async function AskForLinkPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const t = translator(locale);
  if ((await searchParams).done === "set") {
    return (
      <>
        <PageTitle title={t("newPassword.title")} />
        <p className="measure-text">{t("newPassword.set")}</p>
        <p className="mt-6">
          <a href={`/${locale}/sign-in`}>{t("newPassword.signIn")}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageTitle title={t("newPassword.askTitle")} />
      <p className="measure-text mb-6">{canSendMail() ? t("newPassword.askLead") : t("newPassword.none")}</p>
      {canSendMail() ? (
        <AskForm
          action={askForLinkAction.bind(null, locale)}
          texts={fieldTexts(locale)}
          words={{ email: t("newPassword.email"), submit: t("newPassword.askSubmit") }}
        />
      ) : null}
      <p className="mt-6">
        <a href={`/${locale}/sign-in`}>{t("newPassword.back")}</a>
      </p>
    </>
  );
}
