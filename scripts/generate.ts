import { writeFileSync } from "node:fs";
import { run } from "./child";
import { contentHash, isNoted } from "./content-hash";
import { withLock } from "./lock";
import { Problem } from "./problem";

const client = "prisma/generated";
const stamp = `${client}/schema.sha256`;

/** Generates the Prisma client when the schema has changed since; says whether it did. */
export async function generateClient(): Promise<boolean> {
  const hash = contentHash(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isNoted(stamp, hash)) return false;
  return withLock(
    "node_modules/.cache/counterclaim/generate.lock",
    () => {},
    async () => {
      // Perhaps the one we waited for has done it.
      if (isNoted(stamp, hash)) return false;
      const { code, output } = await run(
        process.execPath,
        ["node_modules/prisma/build/index.js", "generate"],
        {
          // Prisma would download its native schema engine first, which generating never runs: any program satisfies it.
          env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
        },
      );
      if (code !== 0)
        throw new Problem(
          `Prisma could not generate its client from prisma/schema.prisma:\n${output.trim()}`,
        );
      writeFileSync(stamp, hash);
      return true;
    },
  );
}

export async function main(): Promise<void> {
  console.log((await generateClient()) ? "Generated the Prisma client." : "The Prisma client is up to date.");
}
