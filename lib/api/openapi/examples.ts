import { siteUrl } from "../../format/site-url";
import type { Endpoint } from "../endpoint";
import examples from "./examples.json";

/** A request that can be made on the demonstration data, and what was answered. */
export type Example = { request: string; answer: { data: unknown; page?: unknown } };

/** The site that the examples were taken from stands in them by this name. */
const PLACEHOLDER = "https://counterclaim.example";

/** The example of an endpoint, with addresses of this site; null where it has none. */
export function exampleOf({ id }: Pick<Endpoint, "id">): Example | null {
  const example = (examples as Record<string, unknown>)[id];
  if (!example) return null;
  const here = siteUrl("/").replace(/\/$/, "");
  return JSON.parse(JSON.stringify(example).replaceAll(PLACEHOLDER, here)) as Example;
}
