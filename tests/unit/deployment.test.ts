import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const read = (path: string) => readFileSync(path, "utf8");
const EXAMPLE = read(".env.example");
const settings = [...EXAMPLE.matchAll(/^#([A-Z][A-Z_]+)=/gm)].map(([, name]) => name as string);

describe("compose.yaml", () => {
  const { services, volumes, secrets } = parse(read("compose.yaml"), { merge: true });

  test("two instances wait for a healthy database, and nginx for both", () => {
    expect(Object.keys(services)).toEqual(["db", "app1", "app2", "nginx"]);
    for (const app of ["app1", "app2"]) expect(services[app].depends_on.db.condition).toBe("service_healthy");
    for (const app of ["app1", "app2"])
      expect(services.nginx.depends_on[app].condition).toBe("service_healthy");
    expect(services.db.healthcheck.test.join(" ")).toContain("pg_isready -U counterclaim");
    expect(services.app1.image).toBe(services.app2.image);
  });

  test("instances are told of settings that there are, and secrets come from outside", () => {
    const { environment, build } = services.app1;
    expect(Object.keys(environment).filter((name) => !settings.includes(name))).toEqual([]);
    expect(environment.AUTH_SECRET).toMatch(/^\$\{AUTH_SECRET:\?/);
    expect(environment.DATABASE_URL).toMatch(/\$\{POSTGRES_PASSWORD:\?/);
    expect(build.secrets.every((name: string) => name in secrets)).toBe(true);
    // Built with one key and started with another, an instance would build its pages again.
    const { environment: key } = secrets[build.secrets[0]];
    expect(environment[key]).toMatch(new RegExp(`^\\$\\{${key}:\\?`));
  });

  test("what the database keeps outlives its container, and its address is the one that the instances ask", () => {
    const [volume] = services.db.volumes[0].split(":");
    expect(Object.keys(volumes)).toContain(volume);
    expect(services.app1.environment.DATABASE_URL).toMatch(/@db:5432\/counterclaim$/);
    expect(services.db.environment).toMatchObject({
      POSTGRES_USER: "counterclaim",
      POSTGRES_DB: "counterclaim",
    });
  });

  test("nginx is given files that are here, which name the instances as they are called", () => {
    for (const line of services.nginx.volumes) expect(read(line.split(":")[0])).not.toBe("");
    const named = [...read("deploy/instances.compose.conf").matchAll(/^server (\w+):(\d+)/gm)];
    expect(named.map(([, name]) => name)).toEqual(["app1", "app2"]);
    expect(named.map(([, , port]) => port)).toEqual(["3000", "3000"]);
  });
});

describe("Dockerfile", () => {
  const lines = read("Dockerfile").replaceAll("\\\n", " ").split("\n");
  const instructions = lines
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split(" ", 1)[0]);

  test("is made of instructions, and runs as nobody of importance", () => {
    const known = "FROM WORKDIR COPY RUN ENV USER ARG EXPOSE STOPSIGNAL HEALTHCHECK CMD".split(" ");
    expect(instructions.filter((name) => !known.includes(name as string))).toEqual([]);
    expect(lines.indexOf("USER node")).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith("COPY")),
    );
    expect(lines).toContain("STOPSIGNAL SIGTERM");
  });

  test("starts what npm start starts, with the same memory", () => {
    const [arenas, start] = JSON.parse(read("package.json")).scripts.start.split(" exec ");
    expect(lines.find((line) => line.startsWith("ENV NODE_ENV"))).toContain(arenas);
    expect(JSON.parse(lines.at(-2)?.replace("CMD ", "") ?? "")).toEqual(start.split(" "));
  });
});

describe("nginx", () => {
  const conf = read("deploy/nginx.conf").replace(/#.*$/gm, "");

  test("never sends a write twice, and writes down nothing of who asks", () => {
    expect(conf).toContain("error_log stderr alert;");
    expect(conf).toContain("proxy_next_upstream error timeout http_502 http_503;");
    expect(conf).not.toContain("non_idempotent");
    expect(conf).toContain("access_log off;");
  });

  test("sends a write on a connection of its own, which is refused before it is done", () => {
    expect(conf).toMatch(/upstream writes \{[^}]*\}/);
    expect(/upstream writes \{[^}]*\}/.exec(conf)?.[0]).not.toContain("keepalive");
    expect(conf).toMatch(/map \$request_method \$instances \{[^}]*default writes;/);
  });

  test("takes no instance for dead that answers 503, as all do while the database is away", () => {
    for (const name of ["instances.conf", "instances.compose.conf"])
      for (const line of read(`deploy/${name}`).match(/^server .*/gm) ?? [])
        expect(line).toContain("max_fails=0");
  });

  test("overwrites what a client says of where it comes from", () => {
    expect(conf).toContain("proxy_set_header X-Forwarded-For $remote_addr;");
    expect(conf).not.toContain("$proxy_add_x_forwarded_for");
  });
});

test("every setting that the code reads is explained, and the runbook names no other", () => {
  const inCode = [...read("lib/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(
    ([, name]) => name as string,
  );
  const ofTheStart = ["IS_LOOPBACK", "HAS_DEMONSTRATION_ACCOUNTS"];
  expect(inCode.filter((name) => !settings.includes(name) && !ofTheStart.includes(name))).toEqual([]);
  const told = [...read("docs/operations.md").matchAll(/^\| `([A-Z_]+)/gm)].map(([, name]) => name as string);
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter((name) => !settings.includes(name))).toEqual([]);
});
