import { readFileSync, writeFileSync } from "node:fs";
import { Problem } from "./problem";

export const LIST = "public/licences.txt";

/** They ask for their notice, which is in the package, and for nothing of what is built with it. */
const FREE = [
  ...["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"],
  ...["Unlicense", "CC0-1.0", "CC-BY-4.0"],
];
/** Of fonts: they may be served, and not be sold alone. */
const FONTS = ["OFL-1.1"];
/** Whoever changes the package itself gives the change away; used unchanged, as here, it asks nothing of the rest. */
const OF_THEIR_OWN_FILES = ["MPL-2.0", "LGPL-3.0-or-later", "EPL-2.0"];
const ALLOWED = new Set([...FREE, ...FONTS, ...OF_THEIR_OWN_FILES]);

/** Packages whose package.json is silent, by the licence that lies in them. */
const SILENT: Readonly<Record<string, string>> = { "seq-queue@0.0.5": "MIT" };

export type Dependency = { name: string; version: string; licence: string | null };
type Locked = { version?: string; license?: string; dev?: boolean; devOptional?: boolean };

/** Every package that is installed without the tools of development, by what the lockfile says, each once, by name. */
export function dependenciesOf(lockfile: string): Dependency[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, Locked> };
  const found = Object.entries(packages).flatMap(([path, { version = "", license, dev, devOptional }]) => {
    if (path === "" || dev || devOptional) return [];
    const name = path.split("node_modules/").at(-1) as string;
    return [{ name, version, licence: license ?? SILENT[`${name}@${version}`] ?? null }];
  });
  const each = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...each.values()].toSorted((a, b) =>
    `${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1,
  );
}

/** Whether it may be used in what is under the MIT licence: of a choice one way, of several all. */
export function isAllowed(licence: string | null): boolean {
  if (licence === null) return false;
  const plain = licence.replace(/[()]/g, "");
  const ways = plain.split(/ or /i).map((way) => way.split(/ and /i));
  // Of a choice within several, or the other way round, nothing is guessed.
  if (ways.length > 1 && ways.some((way) => way.length > 1)) return false;
  return ways.some((way) => way.every((one) => ALLOWED.has(one)));
}

/** The list as readers get it: name, version and licence, a line each. */
export function listOf(dependencies: readonly Dependency[]): string {
  const lines = dependencies.map(
    ({ name, version, licence }) => `${name} ${version}: ${licence ?? "unknown"}`,
  );
  return [
    "Counterclaim is under the MIT licence. It is built with the packages below, each under its own;",
    "the text of each licence is in its package. Some are only installed on other systems than yours.",
    "",
    ...lines,
    "",
  ].join("\n");
}

/** npm run licences: writes the list of all dependencies, and refuses one that may not be used. */
export function main(): void {
  const dependencies = dependenciesOf(readFileSync("package-lock.json", "utf8"));
  const refused = dependencies.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0)
    throw new Problem(`These may not be used, or nobody looked yet:\n${listOf(refused)}`);
  writeFileSync(LIST, listOf(dependencies));
  console.log(`${dependencies.length} packages are listed in ${LIST}.`);
}
