import { readdirSync, readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ENDPOINTS } from "../../lib/api/endpoints";
import { openApiDocument } from "../../lib/api/openapi/document";
import { exampleOf } from "../../lib/api/openapi/examples";
import { READS } from "../../lib/api/reads";

/** Addresses below /api/v1 that are no endpoints: the document itself, and the answer to what is not there. */
const BESIDE = ["/openapi.json", "/[...rest]", "/[[...rest]]"];

/** The methods of each route file, by the address that its folder names. */
function routes(): string[] {
  return readdirSync("app/api/v1", { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "route.ts")
    .flatMap(({ parentPath }) => {
      const folder = parentPath.replaceAll("\\", "/");
      const path = folder.replace(/^.*?app\/api\/v1/, "");
      if (BESIDE.includes(path)) return [];
      const text = readFileSync(`${folder}/route.ts`, "utf8");
      const methods = ["GET", "POST", "PATCH", "DELETE"].filter((method) =>
        new RegExp(`export (const|(async )?function) [^=(]*\\b${method}\\b`).test(text),
      );
      return methods.map((method) => `${method} ${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`);
    })
    .toSorted();
}

const document = openApiDocument(ENDPOINTS);
const isRead = (id: string) => READS.some((read) => read.id === id);

test("every route of the API is an endpoint, and every endpoint has its route", () => {
  expect(routes()).toEqual(ENDPOINTS.map(({ method, path }) => `${method} ${path}`).toSorted());
});

test("every endpoint has a name and an address of its own, and is in the document", () => {
  const ids = ENDPOINTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`,
    ),
  );
  expect(described.toSorted()).toEqual(
    ENDPOINTS.map(({ method, path, id }) => `${method} ${path} ${id}`).toSorted(),
  );
});

test("the document is valid OpenAPI 3.1, and whatever it refers to is in it", async () => {
  const told = JSON.parse(JSON.stringify(document));
  expect(await new Validator().validate(told)).toEqual({ valid: true });
  const refs = [...JSON.stringify(told).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)];
  expect(refs.length).toBeGreaterThan(100);
  const missing = refs.filter(([, kind = "", name = ""]) => told.components[kind]?.[name] === undefined);
  expect(missing.map(([ref]) => ref)).toEqual([]);
  const used = new Set(refs.map(([, kind, name]) => `${kind}/${name}`));
  const schemas = Object.keys(told.components.schemas);
  expect(schemas.filter((name) => !used.has(`schemas/${name}`) && !isWithAnswer(name, schemas))).toEqual([]);
});

// What is sent along makes an answer of its own out of a record's shape, which is named though nothing else has it.
const isWithAnswer = (name: string, all: readonly string[]) => all.includes(`${name}Answer`);

test("every parameter of an address is told, and says that it is required", () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters } of Object.values(methods)) {
      const told = parameters.filter((parameter) => parameter.in === "path");
      expect(told.map(({ name }) => name)).toEqual(named);
      expect(told.every(({ required }) => required)).toBe(true);
    }
  }
});

describe("every read", () => {
  test.each(READS.map((read) => [read.id, read] as const))("%s has an example that parses", (id, read) => {
    const example = exampleOf(read);
    const answer = z.strictObject({
      data: read.isList ? z.array(read.data).min(1) : read.data,
      ...(read.isList && {
        page: z.strictObject({ nextCursor: z.string().nullable(), hasMore: z.boolean() }),
      }),
    });
    expect(answer.safeParse(example?.answer).error).toBeUndefined();
    const { pathname, searchParams } = new URL(`http://localhost${example?.request}`);
    expect(pathname).toMatch(new RegExp(`^${read.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`));
    expect(read.query.safeParse(Object.fromEntries(searchParams)).error, id).toBeUndefined();
  });

  test("is open to everybody, and says so", () => {
    for (const methods of Object.values(document.paths))
      for (const { operationId, security } of Object.values(methods))
        if (isRead(operationId)) expect(security).toEqual([{}, { token: [] }]);
  });
});

test("nothing of the examples tells of the machine that they were taken on", () => {
  const told = readFileSync("lib/api/openapi/examples.json", "utf8");
  expect(told).not.toMatch(/localhost|127\.0\.0\.1/);
});
