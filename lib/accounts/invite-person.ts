import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { hashPassword } from "../auth/password";
import { AcceptInvitation, InvitePerson } from "../auth/schema";
import { hashOfSecret, newSecret } from "../auth/secrets";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { holdRegister, openAccount, REFUSALS } from "./open-account";

const VALID_DAYS = 7;

/**
 * Makes a link by which one person opens an account in one role, once, within seven days. Returns its secret: it is
 * stored as a digest, so that it can be shown this once.
 */
export async function invitePerson(actor: Actor, input: InvitePerson, now: Date): Promise<string> {
  authorise(actor, "account:invite");
  const { email, role } = parseInput(InvitePerson, input);
  const secret = newSecret();

  await inTransaction(async (tx) => {
    const chain = await holdRegister(tx);
    if (await tx.user.findUnique({ where: { email } }))
      throw new Conflict(REFUSALS.user_account_email_key as string);
    const { id } = await tx.oneTimeLink.create({
      data: {
        kind: "invitation",
        hash: hashOfSecret(secret),
        email,
        role,
        madeById: actor.id,
        madeAt: now,
        expiresAt: new Date(now.getTime() + VALID_DAYS * 24 * 3600 * 1000),
      },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "invitation.made",
      subjectKind: "invitation",
      subjectId: id,
      version: 1,
      after: { role },
    });
  });
  return secret;
}

/** Opens the account that an invitation is for. Who holds the link needs no other right. Returns the new actor. */
export async function acceptInvitation(
  input: AcceptInvitation,
  now: Date,
): Promise<Actor & { email: string }> {
  const { secret, name, password } = parseInput(AcceptInvitation, input);
  const passwordHash = await hashPassword(password);

  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const chain = await holdRegister(tx);
      const link = await tx.oneTimeLink.findUnique({ where: { hash: hashOfSecret(secret) } });
      if (link?.kind !== "invitation" || !link.email || !link.role || link.usedAt || link.expiresAt <= now)
        throw new Conflict("This invitation was used already, or is too old: ask for another.");

      const { email, role } = link;
      const actor = await openAccount(tx, chain, { name, role, email, hash: passwordHash }, now);
      await tx.oneTimeLink.update({ where: { id: link.id }, data: { usedAt: now } });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "invitation.accepted",
        subjectKind: "invitation",
        subjectId: link.id,
        version: 2,
        after: { actorId: actor.id },
      });
      return { ...actor, email };
    }),
  );
}
