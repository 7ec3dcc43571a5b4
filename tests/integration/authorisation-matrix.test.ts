import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/actor";
import { can, type Permission } from "../../lib/auth/authorise";
import { Forbidden } from "../../lib/errors";
import { ROLES } from "../../lib/vocabulary";
import { tick } from "../factories/clock";

/** A function of lib that acts for somebody: where it is, and the permission that it asks for first. */
type Acting = { file: string; name: string; permission: Permission };

const files = (readdirSync("lib", { recursive: true }) as string[])
  // What keeps the history writes for whoever was let through before.
  .filter((file) => file.endsWith(".ts") && !file.startsWith("history"))
  .map((file) => ({ file: join("lib", file), text: readFileSync(join("lib", file), "utf8") }));

// A move asks through the function that all moves of its file share, which is given the permission.
const FUNCTION = /^export async function (\w+)\(\s*actor: Actor\b[\s\S]*?\{\n([\s\S]*?)^\}/gm;
const ASKED =
  /authorise\(actor, "([a-z_:]+)"\)|await (?:move|withdraw|end)\w*\(\s*actor,[\s\S]*?"([a-z_]+:[a-z_]+)"/;

const acting: Acting[] = files.flatMap(({ file, text }) =>
  [...text.matchAll(FUNCTION)].map(([, name = "", body = ""]) => {
    const [, direct, handed] = ASKED.exec(body) ?? [];
    return { file, name, permission: (direct ?? handed) as Permission };
  }),
);

// Nobody is on file with this id: whoever is let through fails at the next step, and writes nothing.
const actorWith = (role: Actor["role"]): Actor => ({
  id: "00000000-0000-4000-8000-000000000000",
  kind: "person",
  name: "Somebody",
  role,
});

test("every function that acts for somebody is found, and says which permission it needs", () => {
  expect(acting.length).toBeGreaterThan(60);
  expect(acting.filter(({ permission }) => !permission)).toEqual([]);
});

describe.each(acting)("$file: $name needs $permission", ({ file, name, permission }) => {
  test.each(ROLES)("as a %s", async (role) => {
    const module = (await import(join("../..", file))) as Record<
      string,
      (...given: unknown[]) => Promise<unknown>
    >;
    const outcome = await (module[name] as (...given: unknown[]) => Promise<unknown>)(
      actorWith(role),
      {},
      tick(),
    ).then(
      () => null,
      (error: unknown) => error,
    );
    const refused = outcome instanceof Forbidden && outcome.message.startsWith("This needs the role");
    expect(refused).toBe(!can(role, permission));
  });
});
