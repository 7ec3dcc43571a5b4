import { hash } from "node:crypto";

/** Numbers that look drawn, and are the same each time for the same seed. */
export type Draw = {
  /** A whole number from 0 to under n. */
  below(n: number): number;
  chance(share: number): boolean;
  one<T>(of: readonly T[]): T;
  /** As `below`, but by Zipf: 0 comes most often, each next one less. */
  skewed(n: number): number;
  /** So many hexadecimal digits. */
  hex(digits: number): string;
};

/** By sfc32, a small fast generator of PractRand. */
export function drawFrom(seed: string): Draw {
  const start = hash("sha256", seed, "hex");
  let [a = 0, b = 0, c = 0, count = 0] = [0, 8, 16, 24].map(
    (at) => Number.parseInt(start.slice(at, at + 8), 16) | 0,
  );
  const next = () => {
    const t = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  const share = () => next() / 2 ** 32;
  const below = (n: number) => Math.floor(share() * n);
  return {
    below,
    chance: (of) => share() < of,
    one: (of) => of[below(of.length)] as (typeof of)[number],
    skewed: (n) => Math.floor((n + 1) ** share()) - 1,
    hex(digits) {
      let text = "";
      while (text.length < digits) text += next().toString(16).padStart(8, "0");
      return text.slice(0, digits);
    },
  };
}

/** An id as the app makes them (UUID version 7) of a moment, its random part drawn. */
export function idAt(ms: number, draw: Draw): string {
  const time = ms.toString(16).padStart(12, "0");
  const rest = draw.hex(18);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6)}`;
}

const ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";

/** The n-th public id: all different, in no visible order. */
export function publicIdOf(n: number): string {
  let rest = (n * 636_413_623) % 28 ** 8;
  let text = "";
  for (let at = 0; at < 8; at += 1) {
    text = ALPHABET[rest % 28] + text;
    rest = Math.floor(rest / 28);
  }
  return `b${text}`;
}
