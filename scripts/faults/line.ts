import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import { Transform } from "node:stream";

/**
 * Where one connection is cut: behind so many bytes that were asked or answered on any of them from now on, or at the next
 * COMMIT: before the database gets it, or behind it, so that nobody hears whether it was done.
 */
export type Cut = { after: "asked" | "answered"; bytes: number } | { at: "commit"; isSent: boolean };

/** The way to a database, which can be cut, mended and slowed down. */
export type Line = {
  url: string;
  /** Cuts all connections, and lets nobody through until it is mended. */
  cut(): void;
  mend(): void;
  /** Cuts one connection as soon as it comes to it. */
  cutAt(where: Cut): void;
  /** How often `cutAt` came to it. */
  cuts(): number;
  /** Every part of an answer comes so many ms late. */
  delay(ms: number): void;
  close(): Promise<void>;
};

/** A line to the database at this address, by a port of its own. */
export async function openLine(databaseUrl: string): Promise<Line> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let isCut = false;
  let delayMs = 0;
  let next: Cut | null = null;
  let cuts = 0;

  /** What of a part still goes through; null: all of it, and nothing is cut. */
  function goesThrough(part: Buffer, way: "asked" | "answered"): Buffer | null {
    if (next === null || !("after" in next) || next.after !== way) return null;
    next.bytes -= part.length;
    return next.bytes > 0 ? null : part.subarray(0, part.length + next.bytes);
  }

  function carry(near: Socket, far: Socket): void {
    let isCommitted = false;
    const cutHere = () => {
      next = null;
      cuts += 1;
      near.destroy();
      far.destroy();
    };
    const asking = new Transform({
      transform(part: Buffer, _, done) {
        if (next && "at" in next && /\bcommit\b/i.test(part.toString("latin1"))) {
          if (!next.isSent) return cutHere();
          next = null;
          isCommitted = true;
        }
        const rest = goesThrough(part, "asked");
        if (rest === null) return done(null, part);
        next = null;
        far.write(rest, cutHere);
      },
    });
    const answering = new Transform({
      transform(part: Buffer, _, done) {
        const rest = goesThrough(part, "answered");
        if (isCommitted) return cutHere();
        if (rest !== null) {
          next = null;
          return void near.write(rest, cutHere);
        }
        if (delayMs === 0) return done(null, part);
        setTimeout(done, delayMs, null, part);
      },
    });
    near.pipe(asking).pipe(far);
    far.pipe(answering).pipe(near);
  }

  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
    }
    carry(near, far);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    cutAt(where) {
      next = { ...where };
    },
    cuts: () => cuts,
    delay(ms) {
      delayMs = ms;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
