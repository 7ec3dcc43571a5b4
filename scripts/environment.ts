import { existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { Problem } from "./problem";

export interface Environment {
  /** Whether we run our own PostgreSQL, because DATABASE_URL names none. */
  isEmbedded: boolean;
  host: string;
  port: number;
}

const defaultPort = 3000;

/** Reads .env, if there is one, and the settings that the start itself needs. What is set outside .env wins. */
export function readEnvironment(): Environment {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const isEmbedded = !process.env.DATABASE_URL;
  const port = Number(process.env.PORT || defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Problem(`PORT is ${process.env.PORT}, which is no port; use a whole number up to 65535.`);
  }
  // The demonstration is for this machine only; with a database of its own it is meant to be reached.
  return { isEmbedded, port, host: process.env.HOST || (isEmbedded ? "127.0.0.1" : "0.0.0.0") };
}

/** Says at once, before anything is started, when the port cannot be had. */
export function ensureFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code }: NodeJS.ErrnoException) => reject(new Problem(explain(code, port, host))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** A port of this machine that nobody uses at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function explain(code: string | undefined, port: number, host: string): string {
  if (code === "EADDRINUSE")
    return `Port ${port} is in use by another program; stop it or choose another, for example PORT=${port + 1} npm start.`;
  if (code === "EACCES")
    return `Port ${port} may only be used by root; choose one above 1023, for example PORT=${defaultPort} npm start.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST is ${host}, which is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all.`;
  return `Port ${port} on ${host} cannot be used (${code}); choose another with PORT and HOST.`;
}
