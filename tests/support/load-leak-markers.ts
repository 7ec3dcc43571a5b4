import { makeApiToken } from "../../lib/accounts/api-tokens";
import { invitePerson } from "../../lib/accounts/invite-person";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { declineSupersession } from "../../lib/claims/decline-link";
import { editClaim } from "../../lib/claims/edit-claim";
import {
  archiveClaim,
  publishClaim,
  returnClaim,
  reviewClaim,
  submitClaim,
} from "../../lib/claims/move-claim";
import type { EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { keepDraft } from "../../lib/drafts/keep-draft";
import { reportError } from "../../lib/error-reports/report-error";
import { uploadEvidenceFile } from "../../lib/evidence/upload-evidence-file";
import { writeNote } from "../../lib/notes/write-note";
import { findVersionAt } from "../../lib/past/find-version";
import { redactField } from "../../lib/redactions/redact-field";
import { visitEmbeddedDatabase } from "../../scripts/embedded-database";
import { shutDown } from "../../scripts/shutdown";
import { anAccount } from "../factories/accounts";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aClaim, aPublishedEvent, attributionInput, publish, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { aProposal, correctionProposal } from "../factories/proposals";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, type Made } from "../factories/records";

/** What the leak test looks for, and where. */
export type Leaks = {
  /** By what it stands in: a word that must be in no answer. Those of `personal` not even in one for a colleague. */
  words: Record<string, string>;
  personal: Record<string, string>;
  /** A word beside each of those, for searches. */
  bait: string;
  /** By the segment of an address before them: what addresses of public and of unpublished records are made of. */
  places: Record<string, string[]>;
};

const BAIT = "zzbait";
const words: Leaks["words"] = {};
const personal: Leaks["personal"] = {};
const places: Record<string, Set<string>> = {};

/** Words that go where a record of this kind has text. */
function marked(kind: string, list = words): string {
  list[kind] = `zzleak${kind.replaceAll(/\W/g, "").toLowerCase()}`;
  return `${BAIT} ${list[kind]}`;
}

function at(segment: string, ...values: string[]): void {
  places[segment] = new Set([...(places[segment] ?? []), ...values]);
}

/** A draft figure in the event, each of whose texts, and each of whose records, carries the words. */
async function aMarkedClaim(event: Made, kind: string, slug: string) {
  const text = marked(kind);
  const claimant = await aClaimant({
    slug: `c-${slug}`,
    name: `Office ${text}`,
    aliases: [`Bureau ${text}`],
  });
  const publication = await aPublication({
    slug: `p-${slug}`,
    name: `Daily ${text}`,
    aliases: [`Paper ${text}`],
  });
  const reportId = await aReport({
    publicationId: publication.id,
    title: `Report ${text}`,
    note: `Read ${text}`,
  });
  const measureId = await aMeasure(event.id, { slug: `m-${slug}`, label: `People killed ${text}` });
  const passage = {
    text: `It said ${text}`,
    language: "en",
    translation: `It told ${text}`,
    translatedBy: "us",
  };
  const claim = await aClaim({
    eventId: event.id,
    claimantId: claimant.id,
    measureId,
    raw: `twelve ${text}`,
    attributions: [attributionInput(reportId, { locator: `Page ${text}`, passage })],
  });
  const report = await db().report.findUniqueOrThrow({ where: { id: reportId } });
  at("claims", claim.publicId);
  at("claimants", claimant.slug);
  at("publications", publication.slug);
  at("reports", report.publicId);
  at("measures", `m-${slug}`);
  return claim;
}

// Into the embedded database of DATA_DIR, also while a server runs on it.
await visitEmbeddedDatabase();
try {
  const [journalist, editor, admin] = [await aJournalist(), await anEditor(), await anAdmin()];
  const event = await aPublishedEvent({ slug: "leak-test", title: "A strike that only tests know" });
  at("events", event.slug);

  await aMarkedClaim(event, "a draft", "draft");
  const submitted = await aMarkedClaim(event, "a submitted claim", "submitted");
  await submitClaim(journalist, { id: submitted.id, version: 1 }, tick());
  const reviewed = await aMarkedClaim(event, "a claim in review", "reviewed");
  await submitClaim(journalist, { id: reviewed.id, version: 1 }, tick());
  await reviewClaim(editor, { id: reviewed.id, version: 2 }, tick());
  const returned = await aMarkedClaim(event, "a returned claim", "returned");
  await submitClaim(journalist, { id: returned.id, version: 1 }, tick());
  await reviewClaim(editor, { id: returned.id, version: 2 }, tick());
  await returnClaim(editor, { id: returned.id, version: 3, reason: marked("why it was returned") }, tick());
  const archived = await aMarkedClaim(event, "an archived claim", "archived");
  const why = marked("why it was archived");
  await archiveClaim(journalist, { id: archived.id, version: 1, reason: why }, tick());

  const hiddenText = marked("an unpublished event");
  const hidden = await anEvent({
    slug: "not-there-yet",
    title: `Strike ${hiddenText}`,
    summary: `Told ${hiddenText}`,
    aliases: [`Attack ${hiddenText}`],
    place: { name: `Town ${hiddenText}`, country: "UA", latitude: null, longitude: null },
  });
  at("events", hidden.slug);
  await publish(await aMarkedClaim(hidden, "a published claim of an unpublished event", "hidden"));

  // A public claim, and what of it is not public: how it read before, why it went back, what colleagues say of it.
  const draft = await aClaim({ eventId: event.id, raw: `twelve ${marked("a wording before publication")}` });
  const values = toInput(valuesOf(draft)) as EditedClaim;
  const wording = { text: "12", language: "en", translation: null, translatedBy: null };
  await editClaim(journalist, { id: draft.id, version: 1, claim: { ...values, wording } }, tick());
  await submitClaim(journalist, { id: draft.id, version: 2 }, tick());
  await reviewClaim(editor, { id: draft.id, version: 3 }, tick());
  await returnClaim(editor, { id: draft.id, version: 4, reason: marked("why it went back once") }, tick());
  await submitClaim(journalist, { id: draft.id, version: 5 }, tick());
  await reviewClaim(editor, { id: draft.id, version: 6 }, tick());
  const shown = { id: draft.id, version: 7, reason: marked("why it was published") };
  await publishClaim(editor, shown, tick());
  const claim = await readClaim(draft.id);
  at("claims", claim.publicId);
  await writeNote(
    journalist,
    { subjectKind: "claim", subjectId: claim.id, text: marked("an internal note") },
    tick(),
  );
  const proposed = {
    wording: { ...wording, text: `thirteen ${marked("a proposed wording")}` },
  };
  at("proposals", await aProposal(correctionProposal(claim, proposed, marked("the reason of a proposal"))));

  const found = await reportError(
    {
      publicId: claim.publicId,
      claimVersion: claim.version,
      text: `Wrong ${marked("what a reader reported", personal)}`,
      url: `https://example.org/${marked("where a reader checked it", personal).split(" ")[1]}`,
      contact: marked("how to reach a reader", personal),
      leaveBlank: "",
    },
    { address: "192.0.2.1" },
    tick(),
  );
  if (found.state === "taken") at("error-reports", found.publicId);

  const told = await publish(
    await aClaim({
      eventId: event.id,
      attributions: [attributionInput(await aReport(), { locator: marked("a redacted text") })],
    }),
  );
  const attribution = await db().attribution.findFirstOrThrow({ where: { claimId: told.id } });
  const of = { subjectKind: "attribution", subjectId: attribution.id, field: "locator" } as const;
  await redactField(admin, { ...of, reason: "A witness must not be named." }, tick());
  at("attributions", attribution.id);
  at("claims", told.publicId);

  const values2 = { wording: [marked("a form that is not sent", personal)] };
  await keepDraft(journalist, { id: crypto.randomUUID(), form: "claim", values: values2 }, tick());
  const account = await anAccount({ name: "Somebody Else" });
  at("accounts", account.id);
  personal["an e-mail address"] = account.email;
  personal["an invitation"] = "zzleakinvited@newsroom.example";
  await invitePerson(admin, { email: personal["an invitation"], role: "journalist" }, tick());
  const token = { actorId: account.id, name: marked("a token's name", personal), scopes: ["read"] as const };
  await makeApiToken(admin, { ...token, scopes: [...token.scopes] }, tick());

  const bytes = new TextEncoder().encode(marked("a file that no assessment names", personal));
  const file = await uploadEvidenceFile(editor, { name: "names.txt", bytes }, tick());
  const stored = await db().evidenceFile.findUniqueOrThrow({ where: { id: file.id } });
  at("files", stored.publicId);

  const same = { eventId: event.id, claimantId: told.claimantId, measureId: told.measureId ?? "" };
  const later = await publish(await aClaim({ ...same, n: 99, stated: "2026-05-20" }));
  const pair = { kind: "supersedes", fromClaimId: later.id, toClaimId: told.id } as const;
  const link = await db().claimLink.findUnique({ where: { kind_fromClaimId_toClaimId: pair } });
  await declineSupersession(
    editor,
    {
      newer: { id: later.id },
      older: { id: told.id },
      state: "declined",
      note: marked("why a link was declined"),
      version: link?.version ?? 0,
    },
    tick(),
  );

  // Versions of the public event: its first, and that which readers see.
  const last = await findVersionAt(event.slug, tick().getTime());
  at("versions", "4", String(last));

  const lists = Object.fromEntries(Object.entries(places).map(([segment, all]) => [segment, [...all]]));
  const leaks: Leaks = { words, personal, bait: BAIT, places: lists };
  console.log(`MADE ${JSON.stringify(leaks)}`);
} finally {
  await db().$disconnect();
  await shutDown();
}
