import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { poolState } from "../db/pool-state";
import type { DatabaseLook } from "../http/probes";
import type { Limit } from "./asker";
import type { Counts } from "./counts";
import type { RequestCounts } from "./request-counts";

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
  requests: RequestCounts;
  /** How often each limit refused somebody before anything was rendered. */
  refusals: ReadonlyMap<Limit, number>;
  /** Asked when the metrics are; null where the database does not answer. */
  inDatabase: () => Promise<DatabaseLook | null>;
  isDatabaseThere: () => boolean;
  replica: () => Replica;
};

/** The metrics of this instance, for Prometheus. */
export function metricsOf({
  counts,
  requests,
  refusals,
  inDatabase,
  isDatabaseThere,
  replica,
}: Measured): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number | null) =>
    new Gauge({
      name: `counterclaim_${name}`,
      help,
      registers: [registry],
      collect() {
        setOrRemove(this, value());
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
  new Counter({
    name: "counterclaim_requests_total",
    help: "Requests that were not answered as they were kept, by kind and status; 499: who asked went away",
    labelNames: ["kind", "status"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { kind, status, count } of requests.answered.values()) this.inc({ kind, status }, count);
    },
  });
  new Histogram({
    name: "counterclaim_request_seconds",
    help: "How long they took, from the request to the end of the answer",
    labelNames: ["kind"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
    collect() {
      for (const { kind, ms } of requests.durations.splice(0)) this.observe({ kind }, ms / 1000);
    },
  });
  new Counter({
    name: "counterclaim_refused_total",
    help: "Requests refused before anything was rendered, by the limit",
    labelNames: ["limit"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [limit, count] of refusals) this.inc({ limit }, count);
    },
  });
  gauge("pool_connections", "Connections of the pool to the primary", () => poolState()?.total ?? null);
  gauge("pool_in_use", "Of them, those that answer somebody now", () => poolState()?.inUse ?? null);
  gauge("pool_waiting", "Who waits for one", () => poolState()?.waiting ?? null);
  new Gauge({
    name: "counterclaim_chain_head_age_seconds",
    help: "How long ago the newest revision was recorded",
    registers: [registry],
    async collect() {
      const look = await inDatabase();
      setOrRemove(this, look?.chainHeadAgeSeconds ?? null);
    },
  });
  new Gauge({
    name: "counterclaim_jobs_waiting",
    help: "Jobs that no worker has taken up",
    registers: [registry],
    async collect() {
      const look = await inDatabase();
      setOrRemove(this, look?.jobsWaiting ?? null);
    },
  });
  return registry;
}

function setOrRemove(gauge: Gauge, value: number | null): void {
  if (value === null) gauge.remove();
  else gauge.set(value);
}

/** Whether a request has this token, as `Authorization: Bearer`; never where there is none. */
export function hasToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return token !== undefined && sent !== undefined && timingSafeEqual(digest(sent), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
