import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { listAccounts } from "@/lib/accounts/desk-accounts";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { API_SCOPES, ROLES } from "@/lib/vocabulary";
import { invitePersonAction, makeApiTokenAction } from "./actions";
import { InviteForm } from "./invite-form";
import { InvitationTable, PeopleTable, TokenTable } from "./tables";
import { TokenForm } from "./token-form";
import { shownWords } from "./words";

type Props = PageProps<"/[locale]/desk/accounts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("desk.accounts.title") };
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "account:change_role"))
    return <Refused locale={locale} needed={t("desk.accounts.needed")} />;

  const { people, invitations, tokens } = await listAccounts(actor, new Date());
  const { done } = await searchParams;
  const texts = fieldTexts(locale);
  return (
    <>
      <PageTitle title={t("desk.accounts.title")}>
        <p className="measure-text">{t("desk.accounts.lead")}</p>
      </PageTitle>
      <DoneMessage text={done === "revoked" ? t("desk.accounts.done.revoked") : null} />
      <Section title={t("desk.accounts.people")}>
        <PeopleTable people={people} ownId={actor.id} locale={locale} />
      </Section>
      <Section title={t("desk.accounts.inviteTitle")}>
        <InviteForm
          action={invitePersonAction.bind(null, locale)}
          roles={ROLES.map((role) => ({
            value: role,
            label: t(`role.${role}.label`),
            hint: t(`desk.accounts.roleHint.${role}`),
          }))}
          texts={texts}
          shownWords={shownWords(locale)}
          words={{
            lead: t("desk.accounts.inviteLead"),
            email: t("desk.accounts.email"),
            role: t("desk.accounts.role"),
            submit: t("desk.accounts.inviteSubmit"),
          }}
        />
        <h3 className="text-lg mt-10 mb-2">{t("desk.accounts.invitations")}</h3>
        <InvitationTable invitations={invitations} locale={locale} />
      </Section>
      <Section title={t("desk.accounts.tokens")}>
        <p className="measure-text mb-4">{t("desk.accounts.tokensLead")}</p>
        <TokenTable tokens={tokens} locale={locale} texts={texts} />
        <h3 className="text-lg mt-10 mb-4">{t("desk.accounts.tokenTitle")}</h3>
        <TokenForm
          action={makeApiTokenAction.bind(null, locale)}
          people={people
            .filter(({ suspendedAt }) => suspendedAt === null)
            .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
          scopes={API_SCOPES.map((scope) => ({
            value: scope,
            label: t(`apiScope.${scope}.label`),
            hint: t(`desk.accounts.scopeHint.${scope}`),
          }))}
          texts={texts}
          shownWords={shownWords(locale)}
          words={{
            person: t("desk.accounts.tokenPerson"),
            choosePerson: t("desk.accounts.choosePerson"),
            name: t("desk.accounts.tokenName"),
            nameHint: t("desk.accounts.tokenNameHint"),
            scopes: t("desk.accounts.scopes"),
            submit: t("desk.accounts.tokenSubmit"),
          }}
        />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-10 first-of-type:mt-0">
      <h2 className="text-2xl mb-3">{title}</h2>
      {children}
    </section>
  );
}
