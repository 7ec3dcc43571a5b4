import { ConfirmedAct } from "@/app/_components/desk/confirmed-act";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { MomentText } from "@/app/_components/ui/moment-text";
import { StackedTable } from "@/app/_components/ui/stacked-table";
import type { InvitationView, PersonView, TokenView } from "@/lib/accounts/desk-accounts";
import { translator } from "@/lib/format/messages";
import { revokeApiTokenAction } from "./actions";

type PeopleProps = { people: PersonView[]; ownId: string; locale: string };

export function PeopleTable({ people, ownId, locale }: PeopleProps) {
  const t = translator(locale);
  const columns = ["name", "email", "role", "sessions", "lastSignedIn", "suspended"] as const;
  return (
    <StackedTable
      caption={t("desk.accounts.people")}
      columns={columns.map((column) => t(`desk.accounts.${column}`))}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <>
            <a key="name" href={`/${locale}/desk/accounts/${person.id}`} className="touch">
              <bdi>{person.name}</bdi>
            </a>{" "}
            {person.id === ownId ? t("desk.accounts.you") : null}
          </>,
          <bdi key="email" className="wrap-anywhere">
            {person.email}
          </bdi>,
          t(`role.${person.role}.label`),
          person.sessions,
          <Moment
            key="last"
            instant={person.lastSignedInAt}
            missing={t("desk.accounts.notSignedIn")}
            locale={locale}
          />,
          <Suspended key="suspended" since={person.suspendedAt} locale={locale} />,
        ],
      }))}
    />
  );
}

export function Suspended({ since, locale }: { since: number | null; locale: string }) {
  const t = translator(locale);
  if (since === null) return <span className="text-muted">{t("desk.accounts.notSuspended")}</span>;
  return (
    <>
      {t("desk.accounts.suspendedSince")} <MomentText instant={since} locale={locale} />
    </>
  );
}

export function Moment({
  instant,
  missing,
  locale,
}: {
  instant: number | null;
  missing: string;
  locale: string;
}) {
  if (instant === null) return <span className="text-muted">{missing}</span>;
  return <MomentText instant={instant} locale={locale} />;
}

export function InvitationTable({ invitations, locale }: { invitations: InvitationView[]; locale: string }) {
  const t = translator(locale);
  if (invitations.length === 0) return <p className="text-muted">{t("desk.accounts.noInvitations")}</p>;
  const columns = ["email", "role", "invitedBy", "validUntil"] as const;
  return (
    <StackedTable
      caption={t("desk.accounts.invitations")}
      columns={columns.map((column) => t(`desk.accounts.${column}`))}
      rows={invitations.map(({ email, role, madeBy, expiresAt }, at) => ({
        key: at,
        cells: [
          <bdi key="email" className="wrap-anywhere">
            {email}
          </bdi>,
          t(`role.${role}.label`),
          <bdi key="by">{madeBy}</bdi>,
          <MomentText key="until" instant={expiresAt} locale={locale} />,
        ],
      }))}
    />
  );
}

type TokenProps = { tokens: TokenView[]; locale: string; texts: FieldTexts };

export function TokenTable({ tokens, locale, texts }: TokenProps) {
  const t = translator(locale);
  if (tokens.length === 0) return <p className="text-muted">{t("desk.accounts.noTokens")}</p>;
  const columns = ["tokenName", "owner", "prefix", "scopes", "made", "lastUse", "state"] as const;
  return (
    <StackedTable
      caption={t("desk.accounts.tokens")}
      columns={columns.map((column) => t(`desk.accounts.${column}`))}
      rows={tokens.map((token) => ({
        key: token.id,
        cells: [
          <bdi key="name">{token.name}</bdi>,
          <bdi key="owner">{token.owner}</bdi>,
          <code key="prefix">{token.prefix}…</code>,
          token.scopes.map((scope) => t(`apiScope.${scope}.label`)).join(", "),
          <MomentText key="made" instant={token.createdAt} locale={locale} />,
          <Moment
            key="used"
            instant={token.lastUsedAt}
            missing={t("desk.accounts.neverUsed")}
            locale={locale}
          />,
          <TokenState key="state" token={token} locale={locale} texts={texts} />,
        ],
      }))}
    />
  );
}

function TokenState({ token, locale, texts }: { token: TokenView; locale: string; texts: FieldTexts }) {
  const t = translator(locale);
  const { id, name, revokedAt, isOwnerSuspended } = token;
  if (revokedAt !== null) {
    return (
      <>
        {t("desk.accounts.revoked")} <MomentText instant={revokedAt} locale={locale} />
      </>
    );
  }
  return (
    <>
      {isOwnerSuspended ? t("desk.accounts.ownerSuspended") : t("desk.accounts.works")}
      <ConfirmedAct
        action={revokeApiTokenAction.bind(null, locale, id)}
        summary={t("desk.accounts.revoke")}
        explanation={t("desk.accounts.revokeLead", { name })}
        submit={t("desk.accounts.revokeSubmit")}
        texts={texts}
      />
    </>
  );
}
