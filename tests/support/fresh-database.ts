import { Client } from "pg";

export const templateName = "counterclaim_template";

/**
 * Makes an empty database with all migrations applied and gives its address. Copying the template takes less time
 * than deleting rows would, which the append-only history refuses anyway.
 */
export async function freshDatabase(serverUrl: string): Promise<string> {
  const name = `test_${process.pid}`;
  await administer(serverUrl, `create database ${name} template ${templateName}`);
  return databaseUrlFor(serverUrl, name);
}

/** Deletes a database made by freshDatabase, also while someone is still connected to it. */
export async function dropDatabase(serverUrl: string, databaseUrl: string): Promise<void> {
  await administer(
    serverUrl,
    `drop database if exists ${new URL(databaseUrl).pathname.slice(1)} with (force)`,
  );
}

export function databaseUrlFor(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
