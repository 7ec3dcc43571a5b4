import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { currentActor } from "@/app/_desk/actor";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "@/lib/accounts/demonstration-accounts";
import { canSendMail } from "@/lib/accounts/mail";
import { env } from "@/lib/env";
import { isLocale, translator } from "@/lib/format/messages";
import { signInAction } from "./actions";
import { SignInForm } from "./sign-in-form";

type Props = PageProps<"/[locale]/sign-in">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: translator(locale)("signIn.title"), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const { next } = await searchParams;
  if ((await currentActor()) && next === undefined) redirect(`/${locale}/desk`);
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("signIn.title")} />
      <p className="measure-text mb-6">{t("signIn.lead")}</p>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <div>
          <SignInForm
            action={signInAction.bind(null, locale)}
            next={typeof next === "string" ? next : ""}
            texts={fieldTexts(locale)}
            words={{ email: t("signIn.email"), password: t("signIn.password"), submit: t("signIn.submit") }}
          />
          <p className="mt-6">
            {canSendMail() ? (
              <a href={`/${locale}/password`}>{t("signIn.forgotten")}</a>
            ) : (
              t("signIn.askAdmin")
            )}
          </p>
        </div>
        {env().HAS_DEMONSTRATION_ACCOUNTS ? <DemonstrationAccounts locale={locale} /> : null}
      </div>
    </>
  );
}

function DemonstrationAccounts({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <section className="border-s-3 border-rule ps-5 self-start">
      <h2 className="text-xl">{t("signIn.demonstration")}</h2>
      <p className="mt-2 measure-text">
        {t("signIn.demonstrationLead")} <code>{DEMONSTRATION_PASSWORD}</code>
      </p>
      <dl className="mt-3 grid gap-2">
        {DEMONSTRATION_ACCOUNTS.map(({ role, email }) => (
          <div key={role}>
            <dt className="small text-muted">{t(`role.${role}.label`)}</dt>
            <dd>
              <code className="break-all">{email}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
