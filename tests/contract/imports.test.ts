import { describe, expect, test } from "vitest";
import { listSources, reachedFrom, type SourceFile, waysToTheOutside } from "./source-files";

const lib = listSources("lib");
const app = listSources("app");

/** A command checks its actor's permission and writes, or puts a first one on file; a desk read checks it too. */
const commands = lib.filter(
  ({ path, text }) =>
    (/\bauthorise\(actor,/.test(text) && /\b(?:inTransaction|recordIn\w+)\(/.test(text)) ||
    path.endsWith("register-actor.ts"),
);
const commandPaths = new Set(commands.map(({ path }) => path));

const paths = (files: SourceFile[]) => files.map(({ path }) => path);
const importing = (files: SourceFile[], forbidden: (target: string) => boolean) =>
  files.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, isType }) => !isType && forbidden(target))
      .map(({ target }) => `${path} > ${target}`),
  );

test("the walk over the imports finds what there is", () => {
  expect(lib.length).toBeGreaterThan(50);
  expect(app.length).toBeGreaterThan(30);
  expect(commands.length).toBeGreaterThanOrEqual(11);
  const queries = lib.find(({ path }) => path === "lib/events/queries.ts");
  expect([...reachedFrom(queries as SourceFile).keys()]).toContain("@prisma/adapter-pg");
});

describe("lib decides and stores", () => {
  test("and renders nothing: no JSX, no React", () => {
    expect(paths(lib).filter((path) => path.endsWith(".tsx"))).toEqual([]);
    expect(importing(lib, (target) => /^(react|next)(\/|-|$)/.test(target))).toEqual([]);
  });

  test("and takes nothing from app", () => {
    expect(importing(lib, (target) => target.startsWith("app/"))).toEqual([]);
  });

  const pure = lib.filter(({ path }) =>
    /^lib\/(quantity|dates|format|extraction)\/|\/(rules|types|schema|gate|refs|figures)\.ts$|^lib\/(vocabulary|errors)\.ts$|^lib\/forms\//.test(
      path,
    ),
  );
  test.each(pure)("$path decides, and reaches nothing outside", (file) => {
    expect(waysToTheOutside(file)).toEqual([]);
  });

  test("every file that reaches the database says that it is for the server alone", () => {
    const reads = lib.filter(
      ({ text, path }) => /\bdb\(\)|\binTransaction\(/.test(text) && !path.startsWith("lib/db/migrate"),
    );
    expect(paths(reads.filter(({ text }) => !text.includes('import "server-only"')))).toEqual([]);
  });
});

describe("app answers", () => {
  test("without Prisma, and without SQL", () => {
    expect(importing(app, (target) => /^(@prisma|prisma\/|pg$|lib\/db\/(?!cursor))/.test(target))).toEqual(
      [],
    );
    expect(paths(app.filter(({ text }) => /\$(query|execute)Raw|\bdb\(\)|\bPrisma\./.test(text)))).toEqual(
      [],
    );
  });

  test("and only its actions and its routes give commands", () => {
    const readers = app.filter(({ path }) => !/[/-](actions|route)\.ts$/.test(path));
    expect(importing(readers, (target) => commandPaths.has(target))).toEqual([]);
  });

  const components = app.filter(({ path }) => path.startsWith("app/_components/"));
  test.each(components)("$path shows what it is given, and reaches nothing outside", (file) => {
    // The one word that a component has for the server: that there is nothing at this address.
    const ways = waysToTheOutside(file).filter(
      (way) => !way.endsWith("lib/http/answer.ts > node:async_hooks"),
    );
    expect(ways).toEqual([]);
  });

  test("no part of it that runs in the browser brings a schema or the database's client along", () => {
    const browser = app.filter(({ text }) => /^["']use client["']/.test(text));
    const heavy = browser.flatMap((file) =>
      [...reachedFrom(file)]
        .filter(([target]) => /^(zod|prisma\/generated)/.test(target))
        .map(([, way]) => way.join(" > ")),
    );
    expect(heavy).toEqual([]);
  });
});

test("no file of lib leads back to itself", () => {
  const cycles = lib.flatMap((file) => {
    const way = reachedFrom(file).get(file.path);
    return way ? [way.join(" > ")] : [];
  });
  expect(cycles).toEqual([]);
});
