import { spawnSync } from "node:child_process";

/** Whom PostgreSQL runs as. It refuses to run as root, so then it gets an account of its own. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const creations: [string, ...string[]][] = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
  ["adduser", "-S", "-D", "-H", "postgres"],
];

/** The account to run PostgreSQL as, made when it is missing; undefined when we are an ordinary user ourselves. */
export function accountForPostgres(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp("postgres");
  if (existing) return existing;
  for (const [command, ...args] of creations) {
    if (spawnSync(command, args).status === 0) break;
  }
  return lookUp("postgres") ?? lookUp("nobody") ?? { name: "65534", uid: 65534, gid: 65534 };
}

/** Tries, as that account, whether a folder can be entered and written to: rights alone do not tell. */
export function canWrite(folder: string, account: Account | undefined): boolean {
  const script = 'cd "$1" && : > reachable';
  return spawnSync("/bin/sh", ["-c", script, "sh", folder], { cwd: "/", ...account }).status === 0;
}

function lookUp(name: string): Account | undefined {
  const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
  const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
