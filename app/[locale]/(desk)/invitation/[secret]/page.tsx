import type { Metadata } from "next";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { findInvitation } from "@/lib/accounts/open-links";
import { isLocale, translator } from "@/lib/format/messages";
import { acceptInvitationAction } from "./actions";
import { InvitationForm } from "./invitation-form";

type Props = PageProps<"/[locale]/invitation/[secret]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("invitation.title"), robots: { index: false } };
}

export default async function InvitationPage({ params }: Props) {
  const { locale, secret } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const t = translator(locale);
  const invitation = await findInvitation(secret, new Date());
  if (!invitation) {
    return (
      <>
        <PageTitle title={t("invitation.gone")} />
        <p className="measure-text">{t("invitation.goneBody")}</p>
      </>
    );
  }
  const { email, role } = invitation;
  return (
    <>
      <PageTitle title={t("invitation.title")} />
      <p className="measure-text mb-6">{t("invitation.lead", { role: t(`role.${role}.label`), email })}</p>
      <InvitationForm
        action={acceptInvitationAction.bind(null, { locale, secret })}
        email={email}
        texts={fieldTexts(locale)}
        words={{
          name: t("invitation.name"),
          nameHint: t("invitation.nameHint"),
          password: t("invitation.password"),
          passwordHint: t("invitation.passwordHint"),
          submit: t("invitation.submit"),
        }}
      />
    </>
  );
}
