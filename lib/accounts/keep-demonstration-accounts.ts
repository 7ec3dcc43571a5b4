import "server-only";
import { db } from "../db/client";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "./demonstration-accounts";
import { createAccount, openAccountOf } from "./open-account";

/** Opens the ready accounts of the demonstration that are missing: for the people of its history, else for new ones. */
export async function makeDemonstrationAccounts(now: Date): Promise<void> {
  const password = DEMONSTRATION_PASSWORD;
  for (const { email, name, role } of DEMONSTRATION_ACCOUNTS) {
    if (await db().user.findUnique({ where: { email } })) continue;
    const person = await db().actor.findFirst({
      where: { name, role, kind: "person", user: null },
      orderBy: { id: "asc" },
    });
    if (person) await openAccountOf(person.id, { email, password }, now);
    else await createAccount({ email, name, role, password }, now);
  }
}

/** Takes away the ready accounts, whose password everybody knows; what was done with them stays in the history. */
export async function removeDemonstrationAccounts(): Promise<void> {
  const emails = DEMONSTRATION_ACCOUNTS.map(({ email }) => email);
  await db().user.deleteMany({ where: { email: { in: emails } } });
}
