import { z } from "zod";
import { Slug } from "../forms/fields";
import { RELATED_MAX } from "../quantity/relations";

/** So many figures are drawn and compared each with each. */
export const COMPARED_MAX = RELATED_MAX;

/** So many claims, claimants and measures an address may name, each. */
export const CHOSEN_MAX = 24;

/** More letters than any name has. */
const TYPED_LENGTH_MAX = 200;

/** A measure by its place on its event's page, where estimates have a slug of their own. */
export type MeasurePlace = { event: string; measure: string };

const MeasureAddress = z
  .string()
  .transform((address) => address.split("/"))
  .pipe(z.tuple([Slug, Slug]))
  .transform(([event, measure]): MeasurePlace => ({ event, measure }));

/** One value of each part of the address of a comparison. */
const PARTS = {
  claim: z.string().regex(/^[0-9a-z]{6,20}$/),
  claimant: Slug,
  measure: MeasureAddress,
} as const;

// What cannot be seen cannot have been meant.
const Typed = z
  .string()
  .transform((typed) => typed.replace(/\p{Cc}|\p{Cs}/gu, " ").trim())
  .pipe(z.string().min(1).max(TYPED_LENGTH_MAX));

const ScaleKind = z.enum(["linear", "symlog"]);

/** What a reader chose to compare, without repeats, in the order of the address. */
export type CompareChoice = {
  claims: string[];
  claimants: string[];
  measures: MeasurePlace[];
  /** What was typed to find more; null: nothing. */
  q: string | null;
  /** How the axes are asked for; null: as fits the figures. */
  scale: z.output<typeof ScaleKind> | null;
};

/** A part of an address that was not used: what it says, and whether it was one too many or not understood. */
export type Unread = { name: string; value: string; why: "not_understood" | "too_many" };

export type Address = Readonly<Record<string, string | string[] | undefined>>;

/** Reads each part of an address by itself, so that one that is not understood spoils no other. */
export function readChoice(address: Address): { choice: CompareChoice; unread: Unread[] } {
  const unread: Unread[] = [];
  const many = <T>(name: keyof typeof PARTS, schema: z.ZodType<T>): T[] => {
    const once = [...new Set([address[name] ?? []].flat())].filter((value) => value !== "");
    const understood = once.flatMap((value) => {
      const read = schema.safeParse(value);
      if (!read.success) unread.push({ name, value, why: "not_understood" });
      return read.success ? [{ value, read: read.data }] : [];
    });
    for (const { value } of understood.slice(CHOSEN_MAX)) unread.push({ name, value, why: "too_many" });
    return understood.slice(0, CHOSEN_MAX).map(({ read }) => read);
  };
  const one = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const value = address[name];
    if (value === undefined || (typeof value === "string" && value.trim() === "")) return null;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    unread.push({ name, value: [value].flat().join(", "), why: "not_understood" });
    return null;
  };
  const choice: CompareChoice = {
    claims: many("claim", PARTS.claim),
    claimants: many("claimant", PARTS.claimant),
    measures: many("measure", PARTS.measure),
    q: one("q", Typed),
    scale: one("scale", ScaleKind),
  };
  for (const [name, value] of Object.entries(address)) {
    if (value === undefined || Object.hasOwn(PARTS, name) || name === "q" || name === "scale") continue;
    unread.push({ name, value: [value].flat().join(", "), why: "not_understood" });
  }
  return { choice, unread };
}

/** Whether nothing was chosen; what was typed to find something is no choice. */
export function isEmptyChoice({ claims, claimants, measures }: CompareChoice): boolean {
  return claims.length + claimants.length + measures.length === 0;
}

/** The address of a comparison: its path, and what was chosen. What was typed to find more is no part of it. */
export function compareHref(path: string, choice: Partial<CompareChoice>): string {
  const query = new URLSearchParams();
  for (const claim of choice.claims ?? []) query.append("claim", claim);
  for (const claimant of choice.claimants ?? []) query.append("claimant", claimant);
  for (const measure of choice.measures ?? []) query.append("measure", measureAddress(measure));
  if (choice.scale) query.set("scale", choice.scale);
  const search = query.toString().replaceAll("%2F", "/");
  return search ? `${path}?${search}` : path;
}

/** A measure as the address names it. */
export function measureAddress({ event, measure }: MeasurePlace): string {
  return `${event}/${measure}`;
}
