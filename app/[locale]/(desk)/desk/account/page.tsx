import type { Metadata } from "next";
import { ConfirmedAct } from "@/app/_components/desk/confirmed-act";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { getOwnAccount } from "@/lib/accounts/desk-accounts";
import { isLocale, translator } from "@/lib/format/messages";
import { changePasswordAction, endOthersAction, renameAction } from "./actions";
import { NameForm } from "./name-form";
import { PasswordForm } from "./password-form";
import { SessionTable } from "./session-table";

type Props = PageProps<"/[locale]/desk/account">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("desk.account.title") };
}

export default async function OwnAccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const account = await getOwnAccount(actor, new Date());
  const { done } = await searchParams;
  const t = translator(locale);
  const texts = fieldTexts(locale);
  return (
    <>
      <PageTitle title={t("desk.account.title")} />
      <DoneMessage text={isDone(done) ? t(`desk.account.done.${done}`) : null} />
      <div className="measure-text">
        <FactList>
          <Fact label={t("desk.account.email")}>
            <bdi className="wrap-anywhere">{account.email}</bdi>
          </Fact>
          <Fact label={t("desk.account.role")}>{t(`role.${account.role}.label`)}</Fact>
        </FactList>
      </div>
      <Section title={t("desk.account.nameTitle")}>
        <NameForm
          key={account.version}
          action={renameAction.bind(null, locale)}
          name={account.name}
          version={account.version}
          texts={texts}
          words={{
            name: t("desk.account.name"),
            hint: t("desk.account.nameHint"),
            submit: t("desk.account.nameSubmit"),
          }}
        />
      </Section>
      <Section title={t("desk.account.passwordTitle")}>
        <p className="measure-text mb-4">{t("desk.account.passwordLead")}</p>
        <PasswordForm
          key={actor.sessionId}
          action={changePasswordAction.bind(null, locale)}
          email={account.email}
          texts={texts}
          words={{
            currentPassword: t("desk.account.currentPassword"),
            newPassword: t("desk.account.newPassword"),
            hint: t("desk.account.newPasswordHint"),
            submit: t("desk.account.passwordSubmit"),
          }}
        />
      </Section>
      <Section title={t("desk.account.sessionsTitle")}>
        <SessionTable sessions={account.sessions} ownId={actor.sessionId} locale={locale} texts={texts} />
        {account.sessions.length > 1 ? (
          <ConfirmedAct
            action={endOthersAction.bind(null, locale)}
            summary={t("desk.account.endOthers")}
            explanation={t("desk.account.endOthersLead")}
            submit={t("desk.account.endOthersSubmit")}
            texts={texts}
          />
        ) : null}
      </Section>
    </>
  );
}

const DONE = ["name", "password", "session", "others"] as const;

function isDone(value: unknown): value is (typeof DONE)[number] {
  return (DONE as readonly unknown[]).includes(value);
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-12">
      <h2 className="text-2xl mb-3">{title}</h2>
      {children}
    </section>
  );
}
