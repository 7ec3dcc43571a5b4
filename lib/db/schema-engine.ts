import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool, type QueryResult } from "pg";

/** What PostgreSQL said about a script that failed, with the place where it stopped when it names one. */
export interface ScriptFailure {
  script: string;
  message: string;
  detail: string | undefined;
  hint: string | undefined;
  line: number | undefined;
}

export interface OpenEngine {
  engine: SchemaEngine;
  /** The engine words database errors for its own use; this is the last one in PostgreSQL's words. */
  lastFailure(): ScriptFailure | undefined;
  close(): Promise<void>;
}

// Prisma's command line downloads a native schema engine, also for offline work. This is the same engine in
// WebAssembly, from npm; a bundler would instantiate it, plain Node has to do it by hand.
let instantiated: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  // Where the engine leaves its words when it gives up; it expects to find this place.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`Prisma's schema engine gave up: ${message}`);
      },
    },
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** Opens Prisma's schema engine on a database, optionally knowing the schema that it should arrive at. */
export async function openSchemaEngine(
  databaseUrl: string,
  schema?: { path: string; content: string },
): Promise<OpenEngine> {
  instantiated ??= instantiate();
  await instantiated;

  let failure: ScriptFailure | undefined;
  const pool = new Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
  // An idle connection that the server ends raises "error" on the pool; without a listener that ends the process.
  pool.on("error", () => {});
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    readOneByteChars(pool, adapter);
    // The adapter splits scripts at every semicolon, which breaks function bodies and leaves half a migration
    // behind. Sent whole, PostgreSQL parses it and runs it as one transaction.
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        failure = describeFailure(error, script);
        throw error;
      }
    };
    return adapter;
  };

  const engine = await bindings.SchemaEngine.new(
    { datamodels: schema ? [[schema.path, schema.content]] : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  return {
    engine,
    lastFailure: () => failure,
    close: async () => {
      engine.free();
      await pool.end();
    },
  };
}

// The catalogues that the engine reads to compare schemas have columns of PostgreSQL's one-byte type "char", which
// the adapter does not know. It is given them as text, and the engine is told that they are characters.
function readOneByteChars(pool: Pool, adapter: SqlDriverAdapter): void {
  const oneByteChar = 18;
  const text = 25;
  const charColumns = new WeakMap<object, Set<number>>();

  const poolQuery = pool.query.bind(pool) as (config: unknown) => Promise<QueryResult>;
  pool.query = (async (config: unknown) => {
    const result = await poolQuery(config);
    const found = new Set<number>();
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== oneByteChar) continue;
      field.dataTypeID = text;
      found.add(index);
    }
    if (result.rows) charColumns.set(result.rows, found);
    return result;
  }) as typeof pool.query;

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const chars = charColumns.get(result.rows);
    const columnTypes = result.columnTypes.map((type, index) =>
      chars?.has(index) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}

function describeFailure(error: unknown, script: string): ScriptFailure {
  const { message, detail, hint, position } = error as {
    message: string;
    detail?: string;
    hint?: string;
    position?: string;
  };
  const line = position ? [...script].slice(0, Number(position)).join("").split("\n").length : undefined;
  return { script, message, detail, hint, line };
}
