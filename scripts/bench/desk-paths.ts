import { listAccounts } from "../../lib/accounts/desk-accounts";
import type { Actor } from "../../lib/auth/actor";
import { findClaimantForDesk, listDeskClaimants } from "../../lib/claimants/desk-claimants";
import { findDeskClaim } from "../../lib/claims/desk-claims";
import { listMyClaims, listRecentClaims } from "../../lib/claims/desk-claims-list";
import { listEventClaims } from "../../lib/claims/desk-event-claims";
import { db } from "../../lib/db/client";
import { listErrorReports } from "../../lib/error-reports/desk-error-reports";
import { listStandingEstimates } from "../../lib/estimates/desk-estimates";
import { findEventForDesk, listDeskEvents } from "../../lib/events/desk-events";
import { listFollowed } from "../../lib/events/list-followed";
import { listImports } from "../../lib/imports/desk-imports";
import { listOpenClaimLinks } from "../../lib/links/desk-claim-links";
import { countOpenLinks, listLinkEvents } from "../../lib/links/desk-links";
import { listOriginAlarms } from "../../lib/links/desk-origin-links";
import { listTwins } from "../../lib/links/desk-twins";
import { listOpenVias } from "../../lib/links/desk-via-links";
import { listDeskMeasures } from "../../lib/measures/desk-measures";
import { listNotes } from "../../lib/notes/desk-notes";
import { listMyProposals, listOpenProposals } from "../../lib/proposals/desk-proposals";
import { findPublicationForDesk, listDeskPublications } from "../../lib/publications/desk-publications";
import { countQueue } from "../../lib/queue/desk-counts";
import { listQueue, listQueueChoices, listQueueEvents } from "../../lib/queue/desk-queue";
import { QUEUE_TABS } from "../../lib/queue/types";
import { listRedactions } from "../../lib/redactions/desk-redactions";
import { findChoices } from "../../lib/search/choices";
import { FORTY, LARGEST } from "./data/plans-of-events";
import type { Path } from "./paths";

const NOW = new Date("2026-06-01");

/** What people at the desk and admins ask for, as an admin, who may ask for all. */
export async function deskPaths(): Promise<Path[]> {
  const { id, name, role } = await db().actor.findFirstOrThrow({ where: { role: "admin" } });
  const actor: Actor = { id, kind: "person", name, role };
  return [...(await queuePaths(actor)), ...(await recordPaths(actor)), ...choicePaths(actor)];
}

async function queuePaths(actor: Actor): Promise<Path[]> {
  return [
    ...QUEUE_TABS.flatMap((tab) => [
      { name: `queue, ${tab}`, ask: () => listQueue(actor, { tab }) },
      { name: `queue, ${tab}, of an event`, ask: () => listQueue(actor, { tab, event: LARGEST }) },
    ]),
    { name: "queue, counts", ask: () => countQueue(actor) },
    { name: "queue, choices", ask: () => listQueueChoices(actor) },
    { name: "queue, events", ask: () => listQueueEvents(actor) },
    ...(["supersedes", "duplicate_of"] as const).map((kind) => ({
      name: `links, ${kind}`,
      ask: () => listOpenClaimLinks(actor, { kind }),
    })),
    { name: "links, counts", ask: () => countOpenLinks(actor) },
    { name: "links, events", ask: () => listLinkEvents(actor) },
    { name: "links, via", ask: () => listOpenVias(actor) },
    { name: "links, alarms", ask: () => listOriginAlarms(actor) },
    { name: "proposals", ask: () => listOpenProposals(actor) },
    { name: "proposals of mine", ask: () => listMyProposals(actor) },
    { name: "error reports", ask: () => listErrorReports(actor) },
    { name: "error reports, decided", ask: () => listErrorReports(actor, { isDecided: true }) },
    { name: "estimates", ask: () => listStandingEstimates(actor) },
  ];
}

async function recordPaths(actor: Actor): Promise<Path[]> {
  const claim = await db().claim.findFirstOrThrow({ where: { event: { slug: FORTY }, number: 20 } });
  return [
    { name: "my claims", ask: () => listMyClaims(actor) },
    { name: "my drafts", ask: () => listMyClaims(actor, { status: "draft" }) },
    { name: "recent claims", ask: () => listRecentClaims(actor) },
    { name: "claims of an event", ask: () => listEventClaims(actor, claim.eventId) },
    { name: "a claim at the desk", ask: () => findDeskClaim(actor, claim.publicId) },
    { name: "twins of a claim", ask: () => listTwins(actor, claim.publicId) },
    { name: "notes of a claim", ask: () => listNotes(actor, "claim", claim.id) },
    { name: "events of the desk", ask: () => listDeskEvents(actor) },
    { name: "events of the desk, by name", ask: () => listDeskEvents(actor, { q: "flood" }) },
    { name: "events of the desk, drafts", ask: () => listDeskEvents(actor, { status: "draft" }) },
    { name: "an event at the desk", ask: () => findEventForDesk(actor, LARGEST) },
    { name: "measures of an event", ask: () => listDeskMeasures(actor, LARGEST) },
    { name: "claimants of the desk", ask: () => listDeskClaimants(actor) },
    { name: "claimants of the desk, by name", ask: () => listDeskClaimants(actor, { q: "ministry" }) },
    { name: "a claimant at the desk", ask: () => findClaimantForDesk(actor, "claimant-1") },
    { name: "publications of the desk", ask: () => listDeskPublications(actor) },
    { name: "publications of the desk, by name", ask: () => listDeskPublications(actor, { q: "daily" }) },
    { name: "a publication at the desk", ask: () => findPublicationForDesk(actor, "publication-1") },
    { name: "events followed", ask: () => listFollowed(actor) },
    { name: "accounts", ask: () => listAccounts(actor, NOW) },
    { name: "redactions", ask: () => listRedactions(actor, { after: null }) },
    { name: "imports", ask: () => listImports(actor) },
  ];
}

function choicePaths(actor: Actor): Path[] {
  return (["event", "claimant", "publication", "report"] as const).flatMap((kind) =>
    ["", "kari", "ministry"].map((q) => ({
      name: `choices of ${kind} ${q}`.trim(),
      ask: () => findChoices(actor, { kind, q }),
    })),
  );
}
