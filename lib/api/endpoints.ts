import type { Endpoint } from "./endpoint";
import { READS } from "./reads";
import { getMe } from "./reads/me-read";
import { WRITES } from "./writes";

/** Every endpoint of the API: its routes, its document and its tests are made from these. */
export const ENDPOINTS: readonly Endpoint[] = [...READS, ...WRITES, getMe];

const byId = new Map(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint]));

/** The endpoint of this name. */
export function endpointOf(id: string): Endpoint {
  const endpoint = byId.get(id);
  if (!endpoint) throw new Error(`There is no endpoint ${id}.`);
  return endpoint;
}
