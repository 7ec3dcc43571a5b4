import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Counts } from "./counts";

type Replica = {
  isConfigured: boolean;
  isUsed: boolean;
  lagSeconds: number | null;
  lagBytes: number | null;
  /** Statements of anonymous readers, by who answered. */
  reads: { replica: number; primary: number };
};

type Measured = {
  counts: Counts;
  isDatabaseThere: () => boolean;
  replica: () => Replica;
};

/** The metrics of this instance, for Prometheus. */
export function metricsOf({ counts, isDatabaseThere, replica }: Measured): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number | null) =>
    new Gauge({
      name: `counterclaim_${name}`,
      help,
      registers: [registry],
      collect() {
        const now = value();
        if (now === null) this.remove();
        else this.set(now);
      },
    });
  const counter = (name: string, help: string, value: () => number) =>
    new Counter({
      name: `counterclaim_${name}`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(value());
      },
    });

  counter("kept_hits_total", "Answers given as they were kept", () => counts.served.hit);
  counter("kept_misses_total", "Answers rendered and kept", () => counts.served.fresh);
  counter(
    "kept_stale_total",
    "Answers given though they could not be rendered again",
    () => counts.served.stale,
  );
  counter("kept_waits_total", "Readers who waited for a rendering under way", () => counts.waited);
  counter(
    "not_kept_total",
    "Answers that are not kept: with a session, writes, failures",
    () => counts.passed,
  );
  counter("kept_evictions_total", "Kept answers that made room for others", () => counts.evicted);
  gauge("kept_entries", "Answers kept", () => counts.held().entries);
  gauge("kept_bytes", "Bytes of kept answers", () => counts.held().bytes);
  gauge("database_up", "1 while the database tells of changes", () => Number(isDatabaseThere()));
  gauge("replica_configured", "1 where there is a read replica", () => Number(replica().isConfigured));
  gauge("replica_used", "1 while public reads go to it", () => Number(replica().isUsed));
  gauge("replica_lag_seconds", "How far it is behind", () => replica().lagSeconds);
  gauge("replica_lag_bytes", "How much of the log it has yet to replay", () => replica().lagBytes);
  counter(
    "replica_reads_total",
    "Statements of anonymous readers that it answered",
    () => replica().reads.replica,
  );
  counter(
    "primary_reads_total",
    "Statements of anonymous readers that the primary answered beside a replica",
    () => replica().reads.primary,
  );
  new Histogram({
    name: "counterclaim_render_seconds",
    help: "How long answers took to render that were kept then",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
    collect() {
      for (const ms of counts.renders.splice(0)) this.observe(ms / 1000);
    },
  });
  return registry;
}

/** Whether a request has this token, as `Authorization: Bearer`; never where there is none. */
export function hasToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return token !== undefined && sent !== undefined && timingSafeEqual(digest(sent), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
