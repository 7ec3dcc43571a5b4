import type { Metadata } from "next";
import { ConfirmedAct } from "@/app/_components/desk/confirmed-act";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { SelectField } from "@/app/_components/desk/select-field";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { getAccount, type PersonView } from "@/lib/accounts/desk-accounts";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { ROLES } from "@/lib/vocabulary";
import { Moment, Suspended } from "../tables";
import { shownWords } from "../words";
import {
  changeRoleAction,
  endSessionsAction,
  makePasswordLinkAction,
  reinstateAction,
  suspendAction,
} from "./actions";

type Props = PageProps<"/[locale]/desk/accounts/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.accounts.title") } : missingMetadata(locale);
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "account:change_role"))
    return <Refused locale={locale} needed={t("desk.accounts.needed")} />;
  const person = await getAccount(actor, id, new Date());
  if (!person) return <Missing locale={locale} />;
  const { done } = await searchParams;
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t("desk.accounts.back"), href: `/${locale}/desk/accounts` }]}
        locale={locale}
      />
      <PageTitle title={<bdi>{person.name}</bdi>} />
      <DoneMessage text={isDone(done) ? t(`desk.accounts.done.${done}`) : null} />
      <div className="measure-text mb-10">
        <PersonFacts person={person} locale={locale} />
      </div>
      <div className="border-t border-rule">
        <Acts key={person.version} person={person} isOwn={person.id === actor.id} locale={locale} />
      </div>
    </>
  );
}

const DONE = ["role", "suspended", "reinstated", "sessions"] as const;

function isDone(value: unknown): value is (typeof DONE)[number] {
  return (DONE as readonly unknown[]).includes(value);
}

function PersonFacts({ person, locale }: { person: PersonView; locale: string }) {
  const t = translator(locale);
  return (
    <FactList>
      <Fact label={t("desk.accounts.email")}>
        <bdi className="wrap-anywhere">{person.email}</bdi>
      </Fact>
      <Fact label={t("desk.accounts.role")}>{t(`role.${person.role}.label`)}</Fact>
      <Fact label={t("desk.accounts.sessions")}>{person.sessions}</Fact>
      <Fact label={t("desk.accounts.lastSignedIn")}>
        <Moment instant={person.lastSignedInAt} missing={t("desk.accounts.notSignedIn")} locale={locale} />
      </Fact>
      <Fact label={t("desk.accounts.suspended")}>
        <Suspended since={person.suspendedAt} locale={locale} />
      </Fact>
    </FactList>
  );
}

function Acts({ person, isOwn, locale }: { person: PersonView; isOwn: boolean; locale: string }) {
  const t = translator(locale);
  const { id, name, version, role, sessions } = person;
  const who = { locale, id };
  const texts = fieldTexts(locale);
  return (
    <>
      <ConfirmedAct
        action={changeRoleAction.bind(null, who)}
        summary={t("desk.accounts.person.changeRole")}
        explanation={t("desk.accounts.person.changeRoleLead", { name })}
        submit={t("desk.accounts.person.changeRoleSubmit")}
        version={version}
        texts={texts}
      >
        <SelectField
          name="role"
          label={t("desk.accounts.person.newRole")}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}.label`) }))}
          defaultValue={role}
          texts={texts}
        />
      </ConfirmedAct>
      <ConfirmedAct
        action={makePasswordLinkAction.bind(null, who)}
        summary={t("desk.accounts.person.passwordLink")}
        explanation={t("desk.accounts.person.passwordLinkLead", { name })}
        submit={t("desk.accounts.person.passwordLinkSubmit")}
        texts={texts}
        shownWords={shownWords(locale)}
      >
        <input type="hidden" name="name" value={name} readOnly />
      </ConfirmedAct>
      <ConfirmedAct
        action={endSessionsAction.bind(null, who)}
        summary={t("desk.accounts.person.endSessions")}
        explanation={t("desk.accounts.person.endSessionsLead", { name, count: sessions })}
        submit={t("desk.accounts.person.endSessionsSubmit")}
        texts={texts}
      />
      {isOwn ? (
        <p className="py-3 text-muted measure-text">{t("desk.accounts.person.isYou")}</p>
      ) : (
        <Suspension person={person} locale={locale} />
      )}
    </>
  );
}

function Suspension({
  person: { id, name, version, suspendedAt },
  locale,
}: {
  person: PersonView;
  locale: string;
}) {
  const t = translator(locale);
  const verb = suspendedAt === null ? "suspend" : "reinstate";
  const action = suspendedAt === null ? suspendAction : reinstateAction;
  return (
    <ConfirmedAct
      action={action.bind(null, { locale, id })}
      summary={t(`desk.accounts.person.${verb}`)}
      explanation={t(`desk.accounts.person.${verb}Lead`, { name })}
      submit={t(`desk.accounts.person.${verb}Submit`, { name })}
      version={version}
      texts={fieldTexts(locale)}
    />
  );
}
