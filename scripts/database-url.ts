import { Client } from "pg";
import { Problem } from "./problem";

const example = "postgresql://user:password@host:5432/database";
const oldestMajor = 15;

/** Makes sure that DATABASE_URL leads to a PostgreSQL that we can use, or says in one sentence what to change. */
export async function checkDatabaseUrl(databaseUrl: string): Promise<string> {
  const place = placeOf(databaseUrl);
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version') as version");
    const version: string = rows[0].version;
    if (Number.parseInt(version, 10) < oldestMajor) {
      throw new Problem(
        `The PostgreSQL at ${place} is version ${version}; Counterclaim needs ${oldestMajor} or newer.`,
      );
    }
    return version;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(explain(error as { code?: string; message: string }, place), { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

function placeOf(databaseUrl: string): string {
  let url: URL;
  try {
    url = new URL(databaseUrl);
  } catch {
    throw new Problem(
      `DATABASE_URL is not an address; write it like ${example}, or leave it out to use the embedded database.`,
    );
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Problem(
      `DATABASE_URL begins with ${url.protocol}// but only PostgreSQL will do; write it like ${example}.`,
    );
  }
  return url.host || "the local socket";
}

function explain({ code = "", message }: { code?: string; message: string }, place: string): string {
  if (code === "28P01" || code === "28000") {
    return `The PostgreSQL at ${place} refused the user or password in DATABASE_URL; correct them there.`;
  }
  if (code === "3D000")
    return `The PostgreSQL at ${place} answers, but ${message}; create it or correct DATABASE_URL.`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `The host in DATABASE_URL (${place}) is unknown; correct it.`;
  if (/^E[A-Z]+$/.test(code) || /timeout/i.test(message)) {
    return `No PostgreSQL answers at ${place} (${code || message}); start it or correct DATABASE_URL.`;
  }
  return `What answers at ${place} cannot be used as a PostgreSQL (${message}); correct DATABASE_URL.`;
}
