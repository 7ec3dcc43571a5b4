import type { Client } from "pg";

type Burden = { drop: string; make: string };

/**
 * Fills the tables of the schema `public`, which must be empty, without their foreign keys, their own triggers and the
 * indexes that no constraint rests on, and makes all of it again: faster, in any order of the tables, and for an owner
 * who is no superuser. A row that a foreign key refuses fails at the end.
 */
export async function withoutBurdens(
  client: Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const names = tables.map((table) => client.escapeIdentifier(table));
  const keys = (await client.query<Burden>(FOREIGN_KEYS)).rows;
  for (const { drop } of keys) await client.query(drop);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  const makeIndexes = await dropIndexes(client);
  await fill();
  await makeIndexes();
  for (const { make } of keys) await client.query(make);
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
}

const FOREIGN_KEYS = `select
    format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;

/** Drops every index that no constraint rests on, and returns what makes them again. */
export async function dropIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<Burden>(INDEXES);
  for (const { drop } of rows) await client.query(drop);
  return async () => {
    for (const { make } of rows) await client.query(make);
  };
}

const INDEXES = `select format('drop index %I', c.relname) as drop, pg_get_indexdef(c.oid) as make
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace and c.relname not like '\\_prisma%'
    and not exists (select from pg_constraint where conindid = i.indexrelid)`;
