import { db } from "../lib/db/client";

/** Makes or removes the ready accounts of the demonstration, in the database of DATABASE_URL. For the start. */
export async function main([what]: string[]): Promise<void> {
  const accounts = await import("../lib/accounts/keep-demonstration-accounts");
  if (what === "make") await accounts.makeDemonstrationAccounts(new Date());
  else await accounts.removeDemonstrationAccounts();
  await db().$disconnect();
  console.log(what === "make" ? "ready" : "removed");
}
