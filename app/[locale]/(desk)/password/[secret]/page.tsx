import type { Metadata } from "next";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { isPasswordLinkOpen } from "@/lib/accounts/open-links";
import { isLocale, translator } from "@/lib/format/messages";
import { resetPasswordAction } from "./actions";
import { NewPasswordForm } from "./new-password-form";

type Props = PageProps<"/[locale]/password/[secret]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("newPassword.title"), robots: { index: false } };
}

export default async function NewPasswordPage({ params }: Props) {
  const { locale, secret } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const t = translator(locale);
  if (!(await isPasswordLinkOpen(secret, new Date()))) {
    return (
      <>
        <PageTitle title={t("newPassword.gone")} />
        <p className="measure-text">{t("newPassword.goneBody")}</p>
        <p className="mt-6">
          <a href={`/${locale}/password`}>{t("newPassword.askTitle")}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageTitle title={t("newPassword.title")} />
      <p className="measure-text mb-6">{t("newPassword.lead")}</p>
      <NewPasswordForm
        action={resetPasswordAction.bind(null, { locale, secret })}
        texts={fieldTexts(locale)}
        words={{
          password: t("newPassword.password"),
          hint: t("newPassword.passwordHint"),
          submit: t("newPassword.submit"),
        }}
      />
    </>
  );
}
