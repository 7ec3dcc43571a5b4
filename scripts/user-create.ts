import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { db } from "../lib/db/client";
import { Conflict, Invalid } from "../lib/errors";
import { ROLES, type Role } from "../lib/vocabulary";
import { checkDatabaseUrl } from "./database-url";
import { visitEmbeddedDatabase } from "./embedded-database";
import { readEnvironment } from "./environment";
import { generateClient } from "./generate";
import { migrate } from "./migrate";
import { Problem } from "./problem";
import { shutDown, stopOnSignals } from "./shutdown";

const USAGE =
  "npm run user:create -- --role admin --email name@newsroom.example [--name 'First Last'] [--generate]";

/**
 * npm run user:create: opens an account. The password is asked for, or made and shown once with --generate; it is
 * never an argument, which every user of the machine could read in the list of processes.
 */
export async function main(args: string[]): Promise<void> {
  const { role, email, name, generate } = readArguments(args);
  stopOnSignals();
  try {
    await generateClient();
    if (readEnvironment().isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);
    await migrate(process.env.DATABASE_URL as string, () => {});

    const { createAccount } = await import("../lib/accounts/open-account");
    const password = generate ? randomBytes(15).toString("base64url") : await askPassword();
    await createAccount({ role, email, name, password }, new Date());
    console.log(`There is an account of ${email} now, with the role ${role}.`);
    if (generate) console.log(`Its password, shown this once: ${password}`);
  } catch (error) {
    if (error instanceof Invalid || error instanceof Conflict)
      throw new Problem(error.message, { cause: error });
    throw error;
  } finally {
    await db().$disconnect();
    await shutDown();
  }
}

function readArguments(args: string[]) {
  const options = {
    role: { type: "string" },
    email: { type: "string" },
    name: { type: "string" },
    generate: { type: "boolean", default: false },
  } as const;
  try {
    const { role, email, name, generate } = parseArgs({ args, options }).values;
    if (!email || !ROLES.includes(role as Role)) throw new Error("it needs --email and --role");
    return { role: role as Role, email, name: name ?? email.split("@", 1)[0] ?? email, generate };
  } catch (error) {
    throw new Problem(`${(error as Error).message}; write: ${USAGE} (roles: ${ROLES.join(", ")})`);
  }
}

// Typed twice at a terminal, without being shown; read as one line where it comes from a program.
async function askPassword(): Promise<string> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY,
  });
  try {
    const first = await ask(lines, "Password: ");
    if (!process.stdin.isTTY) return first;
    if ((await ask(lines, "Once more: ")) !== first)
      throw new Problem("The two passwords differ; nothing was made.");
    return first;
  } finally {
    lines.close();
  }
}

function ask(lines: ReturnType<typeof createInterface>, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // The one way of readline to show a question and not its answer.
    const shown = lines as unknown as { _writeToOutput?: (text: string) => void };
    process.stdout.write(question);
    shown._writeToOutput = () => {};
    lines.once("line", (line) => {
      process.stdout.write("\n");
      resolve(line);
    });
    lines.once("close", () => reject(new Problem("No password was given; nothing was made.")));
  });
}
