import type { RawValue } from "../types";
import { COLUMNS_MAX, DEPTH_MAX } from "./limits";

/**
 * The values of one object by their paths: { residential: { destroyed: 159 } } has "residential.destroyed". Elements of
 * an array are counted from 0; an array of plain values is one value, put together by "; ". Null where it is nested too
 * deep or has too many values.
 */
export function flatten(object: object): Map<string, RawValue> | null {
  const values = new Map<string, RawValue>();
  return put(values, "", object, 1) ? values : null;
}

function put(values: Map<string, RawValue>, path: string, value: unknown, depth: number): boolean {
  if (value === null || typeof value !== "object") {
    values.set(path, value as RawValue);
    return values.size <= COLUMNS_MAX;
  }
  if (depth > DEPTH_MAX) return false;
  if (Array.isArray(value) && value.every((one) => one === null || typeof one !== "object"))
    return put(values, path, value.join("; "), depth);
  const prefix = path === "" ? "" : `${path}.`;
  return Object.entries(value).every(([name, of]) => put(values, prefix + name, of, depth + 1));
}
