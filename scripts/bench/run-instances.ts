import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../environment";
import { NO_LIMITS } from "../no-limits";
import { onShutdown } from "../shutdown";
import { startCommand } from "../start-command";

/** A process of Counterclaim, on this machine alone. */
export type Instance = {
  origin: string;
  pid: () => number;
  start: () => Promise<void>;
  /** Asks it to stop as a supervisor does, and gives its exit code and how long it took. */
  stop: () => Promise<{ code: number | null; ms: number }>;
};

export const SECRET = "a secret of the measurement alone, for all its instances";

/** Starts an instance on a database that is there, and waits until it serves. It is stopped at the end. */
export async function startInstance(databaseUrl: string, port: number): Promise<Instance> {
  const env = {
    ...startCommand().env,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: SECRET,
    HOST: "127.0.0.1",
    PORT: String(port),
    SITE_URL: "",
    TRUST_PROXY: "1",
    ...NO_LIMITS,
  };
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, startCommand().args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said = (said + chunk).slice(-5_000);
        if (said.includes("Counterclaim is at ")) resolve();
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("close", (code) => reject(new Error(`An instance ended with ${code}:\n${said}`)));
    });
  };
  const stop = async () => {
    const begun = performance.now();
    if (child.exitCode === null) {
      const closed = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await closed;
    }
    return { code: child.exitCode, ms: performance.now() - begun };
  };
  onShutdown(async () => void (await stop()));
  await start();
  return { origin: `http://127.0.0.1:${port}`, pid: () => child.pid as number, start, stop };
}

/** One address for several instances: nginx with the configuration that is checked in, or a plain substitute. */
export async function startBalancer(ports: readonly number[]): Promise<{ origin: string; name: string }> {
  const { status, stderr } = spawnSync("nginx", ["-v"], { encoding: "utf8" });
  if (status !== 0) {
    console.log(
      "nginx is not installed: a balancer of a few lines stands in for it (apt-get install nginx).",
    );
    return { origin: await startSubstitute(ports), name: "a substitute for nginx" };
  }
  return { origin: await startNginx(ports), name: stderr.trim().split(": ").at(-1) ?? "nginx" };
}

async function startNginx(ports: readonly number[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-nginx-"));
  const port = await findFreePort();
  mkdirSync(join(folder, "logs"));
  const read = (name: string) => readFileSync(join("deploy", name), "utf8");
  const conf = read("nginx.conf").replace("listen 8080;", `listen 127.0.0.1:${port};`);
  const instances = ports.reduce(
    (text, own, at) => text.replace(`:${3001 + at} `, `:${own} `),
    read("instances.conf"),
  );
  writeFileSync(join(folder, "nginx.conf"), conf);
  writeFileSync(join(folder, "instances.conf"), instances);
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-g", "daemon off;"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  onShutdown(async () => {
    const closed = new Promise((resolve) => child.once("close", resolve));
    if (child.kill("SIGTERM")) await closed;
    rmSync(folder, { recursive: true, force: true });
  });
  await wait(500);
  if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}.`);
  return `http://127.0.0.1:${port}`;
}

/** Each in turn; what could not be sent to one is sent to the next, and reads that failed are asked again. */
async function startSubstitute(ports: readonly number[]): Promise<string> {
  let turn = 0;
  const server = createServer((request, response) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const attempt = (left: number): void => {
      const port = ports[turn++ % ports.length] as number;
      const { method = "GET", url = "/", headers } = request;
      const own = { ...headers, "x-forwarded-for": request.socket.remoteAddress, connection: "close" };
      const asked = ask(
        { host: "127.0.0.1", port, method, path: url, headers: own, agent: false },
        (answer) => {
          if (isRead && left > 0 && [502, 503].includes(answer.statusCode ?? 0)) {
            answer.resume();
            return attempt(left - 1);
          }
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      asked.on("error", (error: NodeJS.ErrnoException) => {
        if (left > 0 && (isRead || error.code === "ECONNREFUSED")) attempt(left - 1);
        else if (response.headersSent) response.destroy();
        else response.writeHead(502).end("No instance answered.");
      });
      if (isRead) asked.end();
      else request.pipe(asked);
    };
    attempt(ports.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onShutdown(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
