import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

const root = join(import.meta.dirname, "../..");

export type Import = {
  /** What is imported: a path from the root of the project, or the name of a package. */
  target: string;
  /** Gone when the program runs: it can neither close a cycle nor bring code along. */
  isType: boolean;
};

export type SourceFile = { path: string; text: string; imports: Import[] };

/** The program files under a folder, each with what it imports. Paths are from the root, with forward slashes. */
export function listSources(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => readSource(relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  return { path, text, imports: importsOf(path, text) };
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const CALL = /\bimport\(\s*"([^"]+)"\s*\)/g;

function importsOf(path: string, text: string): Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, type, target = ""]) => ({
    target,
    isType: !!type,
  }));
  const calls = [...text.matchAll(CALL)].map(([, target = ""]) => ({ target, isType: false }));
  return [...statements, ...calls].map(({ target, isType }) => ({ target: resolve(path, target), isType }));
}

function resolve(from: string, target: string): string {
  if (!/^(\.|@\/)/.test(target)) return target;
  const path = target.startsWith("@/") ? target.slice(2) : normalize(join(dirname(from), target));
  const found = [path, `${path}.ts`, `${path}.tsx`].find(
    (file) => /\.\w+$/.test(file) && existsSync(join(root, file)),
  );
  return found ?? path;
}

/** All that a file brings along when it runs: its files and packages, and those of its files, each with the way to it. */
export function reachedFrom(file: SourceFile): Map<string, string[]> {
  const reached = new Map<string, string[]>();
  const visit = (source: SourceFile, way: string[]) => {
    for (const { target, isType } of source.imports) {
      if (isType || reached.has(target)) continue;
      reached.set(target, [...way, target]);
      if (/^(lib|app|prisma)\/.*\.tsx?$/.test(target) && !isActions(cached(target)))
        visit(cached(target), [...way, target]);
    }
  };
  visit(file, [file.path]);
  return reached;
}

// What imports an action has its address, and nothing that it brings along: it runs on the server, when it is sent.
function isActions({ text }: SourceFile): boolean {
  return /^["']use server["']/.test(text);
}

const sources = new Map<string, SourceFile>();
function cached(path: string): SourceFile {
  const source = sources.get(path) ?? readSource(path);
  sources.set(path, source);
  return source;
}

/** The ways by which a file reaches the database, the disk, the network or the server's own code. */
export function waysToTheOutside(file: SourceFile): string[] {
  return [...reachedFrom(file)].filter(([target]) => OUTSIDE.test(target)).map(([, way]) => way.join(" > "));
}
const OUTSIDE =
  /^(server-only$|node:|pg$|pino$|@prisma\/|next\/(headers|cache|server)|prisma\/generated\/client|lib\/env)/;
