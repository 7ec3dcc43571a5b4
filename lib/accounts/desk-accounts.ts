import "server-only";
import { z } from "zod";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { NotFound } from "../errors";
import type { ApiScope, Role } from "../vocabulary";

/** A person as the admin page shows them; instants in ms since 1970 UTC. */
export type PersonView = {
  id: string;
  version: number;
  name: string;
  email: string;
  role: Role;
  suspendedAt: number | null;
  sessions: number;
  lastSignedInAt: number | null;
};

export type InvitationView = { email: string; role: Role; madeBy: string; expiresAt: number };

export type TokenView = {
  id: string;
  owner: string;
  /** Then it is refused, until its person is reinstated. */
  isOwnerSuspended: boolean;
  name: string;
  prefix: string;
  scopes: ApiScope[];
  createdAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
};

const PEOPLE_MAX = 500;

/** Everybody with an account, by name; open invitations; tokens, the newest first. For admins. */
export async function listAccounts(actor: Actor, now: Date) {
  authorise(actor, "account:change_role");
  const [people, invitations, tokens] = await Promise.all([
    db().actor.findMany({
      where: { user: { isNot: null } },
      select: personSelect(now),
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: PEOPLE_MAX,
    }),
    db().oneTimeLink.findMany({
      where: { kind: "invitation", usedAt: null, expiresAt: { gt: now } },
      select: { email: true, role: true, expiresAt: true, madeBy: { select: { name: true } } },
      orderBy: [{ madeAt: "desc" }, { id: "asc" }],
      take: PEOPLE_MAX,
    }),
    db().apiToken.findMany({
      select: TOKEN,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: PEOPLE_MAX,
    }),
  ]);
  return {
    people: people.map(toPerson),
    invitations: invitations.map(
      ({ email, role, expiresAt, madeBy }): InvitationView => ({
        email: email ?? "",
        role: role as Role,
        madeBy: madeBy?.name ?? "",
        expiresAt: expiresAt.getTime(),
      }),
    ),
    tokens: tokens.map(toToken),
  };
}

/** One person's account, as the admin page shows it; null where nobody with an account has this id. For admins. */
export async function getAccount(actor: Actor, id: string, now: Date): Promise<PersonView | null> {
  authorise(actor, "account:change_role");
  if (!z.uuid().safeParse(id).success) return null;
  const person = await db().actor.findUnique({
    where: { id, user: { isNot: null } },
    select: personSelect(now),
  });
  return person && toPerson(person);
}

const personSelect = (now: Date) =>
  ({
    id: true,
    version: true,
    name: true,
    role: true,
    suspendedAt: true,
    user: {
      select: {
        email: true,
        sessions: {
          where: { expiresAt: { gt: now } },
          select: { createdAt: true },
          orderBy: { createdAt: "desc" },
        },
      },
    },
  }) satisfies Prisma.ActorSelect;
type PersonRow = Prisma.ActorGetPayload<{ select: ReturnType<typeof personSelect> }>;

function toPerson({ user, suspendedAt, ...person }: PersonRow): PersonView {
  return {
    ...person,
    email: user?.email ?? "",
    suspendedAt: suspendedAt?.getTime() ?? null,
    sessions: user?.sessions.length ?? 0,
    lastSignedInAt: user?.sessions[0]?.createdAt.getTime() ?? null,
  };
}

const TOKEN = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  revokedAt: true,
  actor: { select: { name: true, suspendedAt: true } },
} satisfies Prisma.ApiTokenSelect;
type TokenRow = Prisma.ApiTokenGetPayload<{ select: typeof TOKEN }>;

function toToken({ actor, createdAt, lastUsedAt, revokedAt, ...token }: TokenRow): TokenView {
  return {
    ...token,
    owner: actor.name,
    isOwnerSuspended: actor.suspendedAt !== null,
    createdAt: createdAt.getTime(),
    lastUsedAt: lastUsedAt?.getTime() ?? null,
    revokedAt: revokedAt?.getTime() ?? null,
  };
}

/** One's own account, with the sessions that have not ended, the newest first. */
export async function getOwnAccount(actor: Actor, now: Date) {
  authorise(actor, "account:edit_own");
  const own = await db().actor.findUnique({
    where: { id: actor.id },
    select: {
      name: true,
      role: true,
      version: true,
      user: {
        select: {
          email: true,
          sessions: {
            where: { expiresAt: { gt: now } },
            select: { id: true, userAgent: true, createdAt: true, expiresAt: true },
            orderBy: [{ createdAt: "desc" }, { id: "asc" }],
            take: PEOPLE_MAX,
          },
        },
      },
    },
  });
  if (!own?.user) throw new NotFound("account");
  const { user, ...account } = own;
  return {
    ...account,
    email: user.email,
    sessions: user.sessions.map(({ createdAt, expiresAt, ...session }) => ({
      ...session,
      createdAt: createdAt.getTime(),
      expiresAt: expiresAt.getTime(),
    })),
  };
}
