import { afterAll, inject } from "vitest";
import { db } from "../../lib/db/client";
import { startClock } from "../factories/clock";
import { dropDatabase, freshDatabase } from "./fresh-database";

// Each test file has a database of its own, and settings read anew. Files of one worker share their modules, some of
// which hold on to the address of the first one's database: so each is made under the same name.
const serverUrl = inject("serverUrl");
const databaseUrl = await freshDatabase(serverUrl);
process.env.DATABASE_URL = databaseUrl;
process.env.AUTH_SECRET = "a-secret-for-tests-that-is-long-enough";
forget();

afterAll(async () => {
  await db().$disconnect();
  forget();
  await dropDatabase(serverUrl, databaseUrl);
});

/** What the app keeps for the life of its process. */
function forget(): void {
  startClock();
  Object.assign(globalThis, {
    counterclaimDb: undefined,
    counterclaimAuth: undefined,
    counterclaimEnv: undefined,
  });
}
