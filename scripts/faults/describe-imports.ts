import { db } from "../../lib/db/client";

/**
 * All that imports put on file, a line each, without what no two runs have in common: ids by what they are of, and no
 * salts, hashes and times.
 */
export async function describeImports(): Promise<string[]> {
  const names = await nameAll();
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, part) => (FLEETING.has(key) ? undefined : part)).replaceAll(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"[2-9b-z]{9}"/g,
      (id) => names.get(id.replaceAll('"', "")) ?? id,
    );
  const lines: string[] = [];
  const add = (table: string, rows: readonly unknown[]) => {
    for (const row of rows) lines.push(`${table} ${plain(row)}`);
  };
  add("import", await db().import.findMany({ omit: { making: true, version: true } }));
  add("problem", await db().importProblem.findMany());
  add("record", await db().importedRecord.findMany());
  add("claim", await db().claim.findMany());
  add("attribution", await db().attribution.findMany());
  add("measure", await db().measure.findMany());
  add("event", await db().event.findMany());
  add("claimant", await db().claimant.findMany());
  add("report", await db().report.findMany());
  add(
    "revision",
    await db().revision.findMany({
      include: { content: { select: { fields: true } } },
      omit: { actorId: true },
    }),
  );
  return lines.toSorted();
}

const FLEETING = new Set([
  ...[
    "id",
    "salt",
    "hash",
    "previousHash",
    "digests",
    "at",
    "createdAt",
    "loggedAt",
    "statusSince",
    "changedAt",
  ],
  ...["uploadedAt", "checkedAt", "begunAt", "beatAt", "finishedAt", "stepBegunAt", "stepFromRow"],
  ...["uploadedById", "loggedById"],
]);

/** Of each record what it is, by its id and its public id: the same words in both databases. */
async function nameAll(): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const name = (id: string, word: string) => names.set(id, word);
  for (const { id, fileName, publicId } of await db().import.findMany()) {
    name(id, `import ${fileName}`);
    name(publicId, `import ${fileName}`);
  }
  for (const { id, slug } of await db().event.findMany()) name(id, `event ${slug}`);
  for (const { id, slug } of await db().claimant.findMany()) name(id, `claimant ${slug}`);
  for (const { id, slug } of await db().publication.findMany()) name(id, `publication ${slug}`);
  for (const { id, slug, event } of await db().measure.findMany({ include: { event: true } }))
    name(id, `measure ${event.slug} ${slug}`);
  for (const { id, publicId, canonicalUrl } of await db().report.findMany()) {
    name(id, `report ${canonicalUrl}`);
    name(publicId, `report ${canonicalUrl}`);
  }
  for (const { id, publicId, number, event } of await db().claim.findMany({ include: { event: true } })) {
    name(id, `claim ${event.slug} ${number}`);
    name(publicId, `claim ${event.slug} ${number}`);
  }
  for (const { id, claimId } of await db().attribution.findMany())
    name(id, `attribution of ${names.get(claimId)}`);
  for (const { id, name: of } of await db().actor.findMany()) name(id, of);
  return names;
}
