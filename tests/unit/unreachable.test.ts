import { expect, test } from "vitest";
import { Conflict, Unreachable } from "../../lib/errors";
import { asExpected, isUnreachable } from "../../lib/unreachable";

test("a database that is away is told from every other failure, however deep it stands", () => {
  const away = [
    Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("Invalid invocation"), {
      code: "P2010",
      meta: { driverAdapterError: { cause: { kind: "DatabaseNotReachable" } } },
    }),
    Object.assign(new Error("terminating"), { code: "57P01" }),
    Object.assign(new Error("could not extend file"), { code: "53100" }),
    new Error("Connection terminated unexpectedly"),
    new Error("outer", { cause: new Error("timeout exceeded when trying to connect") }),
  ];
  expect(away.map((error) => isUnreachable(error))).toEqual(away.map(() => true));
  const others = [
    new Error("no such row"),
    Object.assign(new Error("twice"), { code: "P2002" }),
    null,
    "text",
    undefined,
  ];
  expect(others.map((error) => isUnreachable(error))).toEqual(others.map(() => false));
});

test("what loops ends, and what is expected stays what it is", () => {
  const loop: { cause?: unknown } = {};
  loop.cause = loop;
  expect(isUnreachable(loop)).toBe(false);
  const conflict = new Conflict("Somebody was first.");
  expect(asExpected(conflict)).toBe(conflict);
  expect(asExpected(new Error("Connection terminated"))).toBeInstanceOf(Unreachable);
});
