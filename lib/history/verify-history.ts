import "server-only";
import type { Db } from "../db/client";
import { digestsOf, type FieldContent, type FieldDigests, GENESIS, hashOf } from "./digest";

/** A place where a chain does not hold, and what is wrong there. */
export type Break = { chainId: string; number: number; problem: string };

const BATCH = 500;

/**
 * Walks every chain from its first revision and returns each place where it does not hold: a revision changed,
 * missing or out of order, a head that its chain does not end in, a content that is not what was sealed. Empty
 * when the whole history is as it was written. Reads in batches; memory does not grow with the history.
 */
export async function verifyHistory(db: Db): Promise<{ revisions: number; chains: number; breaks: Break[] }> {
  const chains = await db.chain.findMany({ orderBy: { id: "asc" } });
  const breaks: Break[] = [];
  let revisions = 0;
  for (const chain of chains) {
    const walked = await walk(db, chain.id, breaks);
    revisions += walked.length;
    if (walked.length !== chain.length) {
      const problem = `the chain should end at revision ${chain.length}, but ends at ${walked.length}`;
      breaks.push({ chainId: chain.id, number: walked.length, problem });
    } else if (walked.headHash !== chain.headHash) {
      const problem = "the last revision is not the one that the chain's head names";
      breaks.push({ chainId: chain.id, number: walked.length, problem });
    }
  }
  return { revisions, chains: chains.length, breaks };
}

async function walk(db: Db, chainId: string, breaks: Break[]): Promise<{ length: number; headHash: string }> {
  let length = 0;
  let headHash = GENESIS;
  for (;;) {
    const batch = await listRevisions(db, chainId, length);
    const redacted = await listRedacted(db, batch);
    for (const revision of batch) {
      for (let missing = length + 1; missing < revision.number; missing += 1) {
        breaks.push({ chainId, number: missing, problem: "the revision is missing" });
      }
      for (const problem of problemsOf(revision, headHash, redacted)) {
        breaks.push({ chainId, number: revision.number, problem });
      }
      length = revision.number;
      headHash = revision.hash;
    }
    if (batch.length < BATCH) return { length, headHash };
  }
}

type Stored = Awaited<ReturnType<typeof listRevisions>>[number];

function listRevisions(db: Db, chainId: string, after: number) {
  return db.revision.findMany({
    where: { chainId, number: { gt: after } },
    orderBy: { number: "asc" },
    take: BATCH,
    include: { content: true },
  });
}

/** The fields of a batch's subjects that an admin redacted, as "kind id field". */
async function listRedacted(db: Db, batch: Stored[]): Promise<Set<string>> {
  const rows = await db.redaction.findMany({
    where: { subjectId: { in: [...new Set(batch.map(({ subjectId }) => subjectId))] } },
    select: { subjectKind: true, subjectId: true, field: true },
  });
  return new Set(rows.map(({ subjectKind, subjectId, field }) => `${subjectKind} ${subjectId} ${field}`));
}

function problemsOf(revision: Stored, previousHash: string, redacted: Set<string>): string[] {
  const problems: string[] = [];
  const digests = revision.digests as Record<string, FieldDigests>;
  if (revision.previousHash !== previousHash) {
    problems.push("it does not follow from the revision before it: one is changed, missing or out of order");
  }
  if (hashOf({ ...revision, digests }) !== revision.hash) {
    problems.push("its hash does not fit what it says: it was changed");
  }
  if (!revision.content) return [...problems, "its content is missing"];

  const fields = revision.content.fields as Record<string, FieldContent | null>;
  for (const name of new Set([...Object.keys(digests), ...Object.keys(fields)])) {
    const field = fields[name];
    // A redacted field is null: its digests stay and hold the chain together (R35).
    if (field === null) {
      const isRedacted = redacted.has(`${revision.subjectKind} ${revision.subjectId} ${name}`);
      if (!isRedacted)
        problems.push(`the content of its field "${name}" was removed, and no redaction says why`);
      continue;
    }
    const sealed = digests[name];
    const found = field && digestsOf(field);
    if (found?.before !== sealed?.before || found?.after !== sealed?.after) {
      problems.push(`the content of its field "${name}" was changed`);
    }
  }
  return problems;
}
