import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** One hash over the names and contents of these files and folders; what does not exist is left out. */
export function contentHash(paths: string[], ...further: string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(listFiles).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.update(further.join("\0")).digest("hex");
}

/** Whether the hash was noted in that file by an earlier run. */
export function isNoted(file: string, hash: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)));
}
