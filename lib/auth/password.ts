import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

// OWASP's table for scrypt: N = 2^15, r = 8, p = 3. Node's own limit of memory lies just below what that takes.
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;

/** Hashes a password with scrypt and a salt of its own, as `$scrypt$ln=15,r=8,p=3$salt$hash` (PHC, base64 without padding). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, LENGTH, COST);
  return `$scrypt$ln=${Math.log2(COST.N)},r=${COST.r},p=${COST.p}$${text(salt)}$${text(hash)}`;
}

/** Whether a password is the one that a hash was made of. A hash that is none of ours fits no password. */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const [, ln, r, p, salt = "", expected = ""] = FORM.exec(hash) ?? [];
  if (ln === undefined) return false;
  const cost = { N: 2 ** Number(ln), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  const known = Buffer.from(expected, "base64");
  const derived = await derive(password, Buffer.from(salt, "base64"), known.length, cost);
  return timingSafeEqual(derived, known);
}

const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]{16,})\$([\w+/]{32,})$/;

// NFKC, so that one password typed on two keyboards is one.
function derive(password: string, salt: Buffer, length: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, length, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function text(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
