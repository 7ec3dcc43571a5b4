import { expect, test } from "vitest";
import { readTick, writeTick } from "../../app/_components/desk/queue/tick";
import { waited } from "../../app/_components/desk/queue/waited";

test("a tick carries both versions that were read (R33), and a name of any words", () => {
  const tick = {
    id: "a-b",
    publicId: "x7",
    version: 3,
    assignmentVersion: 0,
    name: "“about 400”, An Office",
  };
  expect(readTick(writeTick(tick))).toEqual(tick);
  expect(readTick("nothing that was written here").version).toBeNaN();
});

test("how long a claim waits is told in hours for two days, and in days after that", () => {
  const hour = 3_600_000;
  const told = [0.9, 1, 47.9, 48, 240].map((hours) => waited(0, hours * hour));
  expect(told.map(({ unit, count }) => `${count} ${unit}`)).toEqual([
    "0 minutes",
    "1 hours",
    "47 hours",
    "2 days",
    "10 days",
  ]);
});
