import type { Actor } from "../../../lib/auth/actor";
import type { ClaimantFacts } from "../../../lib/origins/trace";
import type { ClaimantKind } from "../../../lib/vocabulary";
import { type Draw, drawFrom, idAt } from "./draw";
import { type Chain, keepHistory, type Made, newChain } from "./history";
import { bodyFrom, type Names, personFrom, publicationFrom } from "./names";
import type { Tables } from "./tables";

export type OnFile = { facts: Omit<ClaimantFacts, "side">; kind: ClaimantKind; parentId: string | null };
type Outlet = { id: string; name: string; slug: string; family: { id: string; name: string } | null };

/** What stands outside events: who works here, who claims, who publishes. The history of the register goes on at `chain`. */
export type Register = {
  editors: readonly Actor[];
  journalists: readonly Actor[];
  claimants: readonly OnFile[];
  claimantsById: ReadonlyMap<string, OnFile>;
  publications: readonly Outlet[];
  chain: Chain;
};

const BEGUN = Date.parse("2014-12-01T00:00:00Z");

/** Puts a register on file for so many claims: a claimant to every fifty of them, a publication to every five hundred. */
export function makeRegister(tables: Tables, claims: number): Register {
  const made: Made[] = [];
  const [editors, journalists] = makeActors(tables, made);
  const editor = editors[0] as Actor;
  const publications = makePublications(tables, made, editor, Math.max(40, Math.floor(claims / 500)));
  const claimants = makeClaimants(tables, made, editor, publications, Math.max(200, Math.floor(claims / 50)));
  const chain = newChain("register");
  keepHistory(tables, chain, made, drawFrom("history of the register"));
  return {
    editors,
    journalists,
    claimants,
    claimantsById: new Map(claimants.map((claimant) => [claimant.facts.id, claimant])),
    publications,
    chain,
  };
}

function makeActors(tables: Tables, made: Made[]): [Actor[], Actor[]] {
  const draw = drawFrom("actors");
  const roles = ["admin", ...Array(5).fill("editor"), ...Array(12).fill("journalist")] as Actor["role"][];
  const actors = roles.map((role): Actor => {
    const actor: Actor = { id: idAt(BEGUN, draw), kind: "person", name: personFrom(draw)[0] ?? "", role };
    const createdAt = new Date(BEGUN);
    tables.put("actor", { ...actor, createdAt });
    made.push(change(actor, "actor.registered", "actor", actor.id, createdAt, { name: actor.name, role }));
    return actor;
  });
  return [
    actors.filter(({ role }) => role !== "journalist"),
    actors.filter(({ role }) => role === "journalist"),
  ];
}

function makePublications(tables: Tables, made: Made[], actor: Actor, count: number): Outlet[] {
  const families = Array.from({ length: Math.ceil(count / 8) }, (_each, at) => {
    const family = { id: idAt(BEGUN, drawFrom(`family ${at}`)), name: `Publisher ${at + 1}` };
    tables.put("publisher_family", family);
    return family;
  });
  return Array.from({ length: count }, (_each, at) => {
    const draw = drawFrom(`publication ${at}`);
    const createdAt = new Date(BEGUN + at * 1000);
    const family = draw.chance(0.5) ? draw.one(families) : null;
    const own = {
      id: idAt(createdAt.getTime(), draw),
      slug: `publication-${at + 1}`,
      name: publicationFrom(draw),
    };
    const country = draw.one(["UA", "RU", "SY", "US", "FR", null]);
    tables.put("publication", { ...own, familyId: family?.id ?? null, country, createdAt });
    const { id: _, ...told } = own;
    const after = { ...told, aliases: [], family: family?.name ?? null, country };
    made.push(change(actor, "publication.created", "publication", own.id, createdAt, after));
    return { ...own, family };
  });
}

const KINDS: readonly ClaimantKind[] = [
  "government_body",
  "government_body",
  "armed_force",
  "person",
  "person",
  "person",
  "ngo",
  "intergovernmental",
  "media",
  "political_body",
  "company",
  "academic",
  "unnamed",
];

function makeClaimants(
  tables: Tables,
  made: Made[],
  actor: Actor,
  publications: readonly Outlet[],
  count: number,
): OnFile[] {
  const bodies: OnFile[] = [];
  return Array.from({ length: count }, (_each, at) => {
    const draw = drawFrom(`claimant ${at}`);
    // The first twelve, who claim most, are bodies.
    const kind = at < 12 ? "government_body" : draw.one(KINDS);
    const createdAt = new Date(BEGUN + at * 1000);
    const id = idAt(createdAt.getTime(), draw);
    // The same whatever the number of publications.
    const outlet = kind === "media" || kind === "unnamed" ? publications[draw.skewed(40)] : undefined;
    const parent = kind === "person" && draw.chance(0.6) ? bodies[draw.skewed(bodies.length)] : undefined;
    const [name = "", ...aliases] = namesOf(kind, outlet, draw);
    const row = {
      id,
      slug: `claimant-${at + 1}`,
      name,
      kind,
      parentId: parent?.facts.id ?? null,
      publicationId: kind === "media" ? (outlet?.id ?? null) : null,
      viaPublicationId: kind === "unnamed" ? (outlet?.id ?? null) : null,
    };
    tables.put("claimant", { ...row, createdAt });
    for (const alias of aliases) tables.put("claimant_alias", { claimantId: id, name: alias });
    const { id: _, ...told } = row;
    made.push(change(actor, "claimant.created", "claimant", id, createdAt, { ...told, aliases }));
    const onFile: OnFile = {
      facts: {
        id,
        name,
        bodyId: parent?.facts.bodyId ?? id,
        isUnnamed: kind === "unnamed",
        publication: outlet ? { id: outlet.id, name: outlet.name, family: outlet.family } : null,
      },
      kind,
      parentId: row.parentId,
    };
    if (kind !== "person" && kind !== "media" && kind !== "unnamed") bodies.push(onFile);
    return onFile;
  });
}

function namesOf(kind: ClaimantKind, outlet: Outlet | undefined, draw: Draw): Names {
  if (outlet && kind === "media") return [outlet.name];
  const [name = "", ...others] = kind === "person" ? personFrom(draw) : bodyFrom(draw);
  if (outlet) return [`unnamed official at ${name}, via ${outlet.name}`];
  return draw.chance(0.6) ? [name, ...others] : [name];
}

function change(
  actor: Actor,
  action: Made["change"]["action"],
  subjectKind: Made["change"]["subjectKind"],
  subjectId: string,
  at: Date,
  after: Made["change"]["after"],
): Made {
  return { actor, change: { at, action, subjectKind, subjectId, version: 1, after } };
}
