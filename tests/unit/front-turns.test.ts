import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EndTurn, newTurns } from "../../lib/front/turns";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Who has a turn, in the order in which they got one. */
function aHall() {
  const turns = newTurns();
  const begun: string[] = [];
  const ends: Record<string, EndTurn> = {};
  return {
    begun,
    ends,
    async come(name: string, client: string, isBusy = false) {
      const taken = turns.take(client, isBusy).then((end) => {
        if (end) {
          begun.push(name);
          ends[name] = end;
        }
        return end !== null;
      });
      await vi.advanceTimersByTimeAsync(0);
      return taken;
    },
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

test("a client that is not busy has four at once, and another one is not kept by it", async () => {
  const hall = aHall();
  for (const name of ["a1", "a2", "a3", "a4"]) await hall.come(name, "a");
  void hall.come("a5", "a");
  await hall.come("b1", "b");
  expect(hall.begun).toEqual(["a1", "a2", "a3", "a4", "b1"]);
  hall.ends.a2?.();
  hall.ends.a2?.();
  await hall.wait(0);
  expect(hall.begun.at(-1)).toBe("a5");
});

test("the busy have one at a time, in turn, and begin while nobody else is answered", async () => {
  const hall = aHall();
  await hall.come("noisy 1", "noisy", true);
  for (const name of ["noisy 2", "noisy 3"]) void hall.come(name, "noisy", true);
  void hall.come("loud 1", "loud", true);
  await hall.come("reader", "reader");
  expect(hall.begun).toEqual(["noisy 1", "reader"]);
  hall.ends["noisy 1"]?.();
  await hall.wait(0);
  expect(hall.begun).toEqual(["noisy 1", "reader"]);
  hall.ends.reader?.();
  await hall.wait(0);
  hall.ends["noisy 2"]?.();
  await hall.wait(0);
  expect(hall.begun.slice(2)).toEqual(["noisy 2", "loud 1"]);
});

test("the busy rest after each rendering while there are others, and not when they are alone", async () => {
  const hall = aHall();
  await hall.come("noisy 1", "noisy", true);
  for (const name of ["noisy 2", "noisy 3", "noisy 4"]) void hall.come(name, "noisy", true);
  await hall.wait(40);
  hall.ends["noisy 1"]?.();
  await hall.wait(0);
  expect(hall.begun).toEqual(["noisy 1", "noisy 2"]);
  await hall.come("reader", "reader");
  hall.ends.reader?.();
  await hall.wait(40);
  hall.ends["noisy 2"]?.();
  await hall.wait(230);
  expect(hall.begun).not.toContain("noisy 3");
  await hall.wait(20);
  expect(hall.begun.at(-1)).toBe("noisy 3");
  // Nobody else came for five seconds.
  hall.ends["noisy 3"]?.();
  await hall.wait(5_000);
  expect(hall.begun.at(-1)).toBe("noisy 4");
  void hall.come("noisy 5", "noisy", true);
  hall.ends["noisy 4"]?.();
  await hall.wait(0);
  expect(hall.begun.at(-1)).toBe("noisy 5");
});

test("the busy get on, however many others there are", async () => {
  const hall = aHall();
  await hall.come("reader 0", "0");
  void hall.come("noisy", "noisy", true);
  for (let at = 1; at <= 12; at += 1) {
    await hall.come(`reader ${at}`, String(at));
    await hall.wait(50);
    hall.ends[`reader ${at - 1}`]?.();
  }
  expect(hall.begun).toContain("noisy");
});

test("a turn ends by itself after a second: a slow reader keeps nobody", async () => {
  const hall = aHall();
  await hall.come("slow", "noisy", true);
  void hall.come("next", "noisy", true);
  await hall.wait(900);
  expect(hall.begun).toEqual(["slow"]);
  await hall.wait(200);
  expect(hall.begun).toEqual(["slow", "next"]);
});

test("of one client twenty wait, and no more", async () => {
  const hall = aHall();
  await hall.come("first", "noisy", true);
  for (let n = 0; n < 20; n += 1) void hall.come(`noisy ${n}`, "noisy", true);
  expect(await hall.come("late", "noisy", true)).toBe(false);
  expect(await hall.come("reader", "reader")).toBe(true);
});
