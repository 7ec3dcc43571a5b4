import { randomInt } from "node:crypto";

// No vowels, so that no word appears; no 0, 1 or l, so that it can be read aloud.
const ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";

/** A short random id for the address of a claim or report: 9 signs, 28^9 of them; the database refuses a repeat. */
export function newPublicId(): string {
  return Array.from({ length: 9 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
