import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { checkSecrets } from "../../scripts/secrets";

const check = (settings: Record<string, string>) => () => checkSecrets(settings as never);

test.each([
  ["AUTH_SECRET", "a".repeat(44), "repeats itself"],
  ["AUTH_SECRET", "change-me-change-me-change-me-change-me!", "an example"],
  ["AUTH_SECRET", "an example of a secret that is long enough to pass", "an example"],
  ["AUTH_SECRET", "0123456789abcdefghijklmnopqrstuvwxyz", "follow or repeat"],
  ["AUTH_SECRET", "zyxwvutsrqponmlkjihgfedcba9876543210", "follow or repeat"],
  ["AUTH_SECRET", "secret1 secret1 secret1 secret1 secret1 ", "repeats itself"],
  ["AUTH_SECRET", "adadddaaadadadddaddadadadadadaddadadaada", "too few"],
  ["METRICS_TOKEN", "aaaaaaaaaaaaaaaaaaaa", "repeats itself"],
  ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "follow or repeat"],
  ["DATABASE_URL", "postgresql://counterclaim:counterclaim@db:5432/counterclaim", "an example"],
  ["DATABASE_URL", "postgresql://newsroom:newsroom@db/claims", "an example"],
  ["DATABASE_URL", "postgresql://counterclaim:Password1!@db.internal/counterclaim", "an example"],
  ["DATABASE_REPLICA_URL", "postgresql://reader:1991919@replica/counterclaim", "too few"],
])("%s of %s is refused: %s, and what to do is said", (name, value, why) => {
  expect(check({ [name]: value })).toThrow(new RegExp(`${name}.* can be guessed: .*${why}.*\\. (Set|Give) `));
});

test("random ones are taken, in base64 and in hex, and so is a long sentence of one's own", () => {
  for (let n = 0; n < 500; n += 1)
    for (const encoding of ["base64", "hex", "base64url"] as const) {
      const value = randomBytes(32).toString(encoding);
      const url = `postgresql://counterclaim:${randomBytes(12).toString("hex")}@db:5432/counterclaim`;
      const all = { AUTH_SECRET: value, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: value, DATABASE_URL: url };
      expect(check({ ...all, METRICS_TOKEN: randomBytes(12).toString("hex") })).not.toThrow();
    }
  expect(check({ AUTH_SECRET: "eleven grey herons stood in the harbour at noon" })).not.toThrow();
});

test("a database on this machine may have any password, and nothing that is not set is looked at", () => {
  expect(
    check({ DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:5432/postgres", AUTH_SECRET: "" }),
  ).not.toThrow();
});
