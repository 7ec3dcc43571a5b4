import { randomFillSync } from "node:crypto";

// Random bytes are asked for many at once: one call costs more than the bytes.
const pool = Buffer.alloc(8 * 1024);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/** A new id, UUID version 7 (RFC 9562): those of one process stand in the order in which they were made. */
export function newId(): string {
  const ms = Math.max(Date.now(), lastMs);
  counter = ms === lastMs ? counter + 1 : 0;
  // More than 4,096 in a millisecond: the next one is begun before its time.
  lastMs = counter > 0xfff ? ms + 1 : ms;
  if (counter > 0xfff) counter = 0;
  const time = lastMs.toString(16).padStart(12, "0");
  const count = counter.toString(16).padStart(3, "0");
  const random = randomHex();
  const variant = "89ab"[Number.parseInt(random[0] ?? "0", 16) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

/** 128 random bits, for a digest that cannot be guessed by trying. */
export function newSalt(): string {
  const at = randomAt(16);
  return pool.toString("base64url", at, at + 16);
}

/** 64 random bits, in hex. */
function randomHex(): string {
  const at = randomAt(8);
  return pool.toString("hex", at, at + 8);
}

/** Where in the pool so many bytes are that nobody has had. */
function randomAt(bytes: number): number {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return used - bytes;
}
