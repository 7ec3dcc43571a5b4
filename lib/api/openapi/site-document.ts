import "server-only";
import { ENDPOINTS } from "../endpoints";
import { type OpenApiDocument, type Operation, openApiDocument } from "./document";

/** The document of this site's API. */
export function siteDocument(): OpenApiDocument {
  return openApiDocument(ENDPOINTS);
}

/** One operation at its address. */
export type Described = { method: string; path: string; operation: Operation };

/** The operations of a tag, in the order of the document. */
export function operationsOf({ paths }: OpenApiDocument, tag: string): Described[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** A tag as it stands in the address of its page. */
export function tagSlug(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
