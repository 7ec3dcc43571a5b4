import { afterAll, inject } from "vitest";
import { dropDatabase, freshDatabase } from "./fresh-database";

// Each test file has a database of its own: set before its first query, since the client reads the address then.
const serverUrl = inject("serverUrl");
const databaseUrl = await freshDatabase(serverUrl);
process.env.DATABASE_URL = databaseUrl;

afterAll(() => dropDatabase(serverUrl, databaseUrl));

process.env.AUTH_SECRET = "a-secret-for-tests-that-is-long-enough";
