import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

/** As Node links what was put in line in one turn. */
type Linked = NodeJS.Immediate & { _idlePrev: unknown; _idleNext: unknown };

test("what has run by setImmediate holds nothing that ran before or after it", async () => {
  const before = globalThis.setImmediate;
  onTestFinished(() => {
    globalThis.setImmediate = before;
  });
  await import("../../lib/http/unlink-immediates");
  expect(globalThis.setImmediate).not.toBe(before);

  const ran: string[] = [];
  const all = ["first", "second", "third", "last"].map((name) =>
    setImmediate((...given: string[]) => ran.push(...given), name),
  ) as Linked[];
  clearImmediate(all[1]);
  await wait(10);
  expect(ran).toEqual(["first", "third", "last"]);
  expect(all.map(({ _idlePrev, _idleNext }) => [_idlePrev ?? null, _idleNext ?? null])).toEqual(
    all.map(() => [null, null]),
  );
  expect(await promisify(setImmediate)("its value")).toBe("its value");
});
