import type { ReportRow } from "../attributions/attribution-view";
import { dateColumns } from "../dates/columns";
import { type RecordState, type States, statesOf } from "../history/state-at";
import type { ClaimantFacts } from "../origins/trace";
import type { ClaimantKind } from "../vocabulary";
import { codeOf, dateOf, requiredText, textOf } from "./fields";

/** A claimant as a row of a claim names it. */
export type FoldedClaimant = {
  slug: string;
  name: string;
  kind: ClaimantKind;
  parent: { slug: string; name: string } | null;
};

/** The claimants of the register, by their ids. */
export function foldedClaimants(register: States): Map<string, FoldedClaimant> {
  const states = statesOf(register, "claimant");
  return new Map(
    [...states.values()].map((state) => {
      const parent = states.get(textOf(state, "parentId") ?? "");
      return [
        state.id,
        {
          ...nameOf(state),
          kind: codeOf<ClaimantKind>(state, "kind", "person"),
          parent: parent ? nameOf(parent) : null,
        },
      ];
    }),
  );
}

/** The reports of the register, by their ids; those of which the history tells no publication are left out. */
export function foldedReports(register: States): Map<string, ReportRow> {
  const publications = statesOf(register, "publication");
  return new Map(
    [...statesOf(register, "report").values()].flatMap((state): [string, ReportRow][] => {
      const publication = publications.get(textOf(state, "publicationId") ?? "");
      if (!publication) return [];
      // The address of a redacted report is gone, and with it that of its copy.
      const isAddressGone = state.redacted.has("url");
      const row = {
        id: state.id,
        publicId: requiredText(state, "publicId"),
        title: textOf(state, "title"),
        url: isAddressGone ? null : textOf(state, "url"),
        archiveUrl: isAddressGone ? null : textOf(state, "archiveUrl"),
        note: textOf(state, "note"),
        ...dateColumns("published", dateOf(state, "published", "publishedZone")),
        publication: nameOf(publication),
      };
      return [[state.id, row]];
    }),
  );
}

/** What independence looks at of these claimants, with the sides that an event's parties had (R12). */
export function foldedFacts(
  register: States,
  ids: Iterable<string>,
  sideOf: ReadonlyMap<string, string | null>,
): Map<string, ClaimantFacts> {
  const states = statesOf(register, "claimant");
  const publications = statesOf(register, "publication");
  return new Map(
    [...new Set(ids)].flatMap((id): [string, ClaimantFacts][] => {
      const state = states.get(id);
      if (!state) return [];
      const above = bodiesAbove(state, states);
      const speaks = textOf(state, "viaPublicationId") ?? textOf(state, "publicationId");
      const publication = publications.get(speaks ?? "");
      const facts = {
        id,
        name: requiredText(state, "name"),
        bodyId: above.at(-1)?.id ?? id,
        isUnnamed: textOf(state, "kind") === "unnamed",
        side: above.map((body) => sideOf.get(body.id) ?? null).find((side) => side !== null) ?? null,
        publication: publication ? publicationFacts(publication) : null,
      };
      return [[id, facts]];
    }),
  );
}

/** A claimant and the bodies that it belongs to, the nearest first. */
function bodiesAbove(state: RecordState, states: ReadonlyMap<string, RecordState>): RecordState[] {
  const above: RecordState[] = [];
  for (
    let body: RecordState | undefined = state;
    body && !above.includes(body);
    body = states.get(textOf(body, "parentId") ?? "")
  ) {
    above.push(body);
  }
  return above;
}

/** A family is told by its name, which no other has. */
function publicationFacts(state: RecordState): NonNullable<ClaimantFacts["publication"]> {
  const family = textOf(state, "family");
  return {
    id: state.id,
    name: requiredText(state, "name"),
    family: family === null ? null : { id: family, name: family },
  };
}

function nameOf(state: RecordState): { slug: string; name: string } {
  return { slug: requiredText(state, "slug"), name: requiredText(state, "name") };
}
