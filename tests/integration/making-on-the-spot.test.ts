import { describe, expect, test } from "vitest";
import { findNewSlug, findSlug } from "../../lib/addresses/desk-address";
import { withFreeSlug } from "../../lib/addresses/free-slug";
import { createClaimant } from "../../lib/claimants/create-claimant";
import { editClaimant } from "../../lib/claimants/edit-claimant";
import { listEventClaims } from "../../lib/claims/desk-event-claims";
import { Conflict, Forbidden } from "../../lib/errors";
import { findEventTime } from "../../lib/events/desk-event-time";
import { defineMeasure } from "../../lib/measures/define-measure";
import { findPublicationByUrl, findReportByUrl } from "../../lib/reports/desk-report-by-url";
import { aJournalist, anEditor } from "../factories/cast";
import { aClaim, aPublishedClaim } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { aClaimant, anEvent, aPublication, aReport, claimantInput, measureInput } from "../factories/records";

describe("an address for what is made on the spot", () => {
  test("is the first that is free, and never one that leads elsewhere already (R30)", async () => {
    const [base, editor] = [unique("relief-council"), await anEditor()];
    const make = (slug: string) => createClaimant(editor, claimantInput({ slug }), tick());
    const first = await withFreeSlug({ kind: "claimant" }, base, make);
    const renamed = { ...claimantInput(), id: first, version: 1, slug: unique("renamed") };
    await editClaimant(editor, renamed, tick());

    const second = await withFreeSlug({ kind: "claimant" }, base, make);
    const third = await withFreeSlug({ kind: "claimant" }, base, make);
    expect(await findSlug(editor, "claimant", second)).toBe(`${base}-2`);
    expect(await findSlug(editor, "claimant", third)).toBe(`${base}-3`);
    expect(await findNewSlug(editor, "claimant", base)).toBe(renamed.slug);
  });

  test("goes to each of two people who make the same name at once", async () => {
    const [base, editor] = [unique("gazette"), await anEditor()];
    const make = (slug: string) => createClaimant(editor, claimantInput({ slug }), tick());
    const ids = await Promise.all([1, 2].map(() => withFreeSlug({ kind: "claimant" }, base, make)));
    const slugs = await Promise.all(ids.map((id) => findSlug(editor, "claimant", id)));
    expect(slugs.toSorted()).toEqual([base, `${base}-2`]);
  });

  test("does not hide a refusal that is about something else: one measure of a set and scope (R6)", async () => {
    const [event, journalist] = [await anEvent(), await aJournalist()];
    const place = { kind: "measure", eventId: event.id } as const;
    const input = measureInput(event.id);
    const make = (slug: string) => defineMeasure(journalist, { ...input, slug }, tick());
    await withFreeSlug(place, "people-killed", make);
    await expect(withFreeSlug(place, "people-killed", make)).rejects.toThrow(Conflict);
  });
});

describe("what is known of a report by its address", () => {
  test("it is on file, whatever form of the address is pasted (R29)", async () => {
    const host = `${unique("news")}.example`;
    const id = await aReport({ url: `https://www.${host}/a?utm_source=x` });
    expect(await findReportByUrl(await aJournalist(), `http://m.${host}/a#top`)).toBe(id);
    expect(await findReportByUrl(await aJournalist(), `https://${host}/b`)).toBeNull();
  });

  test("its publication is the one that most reports of the site are of, and none where two are as likely", async () => {
    const host = `${unique("paper")}.example`;
    const [paper, other] = [await aPublication(), await aPublication()];
    const journalist = await aJournalist();
    await aReport({ url: `https://${host}/1`, publicationId: paper.id });
    await aReport({ url: `https://${host}/2`, publicationId: other.id });
    expect(await findPublicationByUrl(journalist, `https://${host}/3`)).toBeNull();
    await aReport({ url: `https://${host}/4`, publicationId: paper.id });
    expect(await findPublicationByUrl(journalist, `https://amp.${host}/3`)).toBe(paper.id);
  });

  test("on a site of many, the channel tells whose it is, and the site alone nothing", async () => {
    const [channel, publication] = [unique("channel").replaceAll("-", "_"), await aPublication()];
    await aReport({ url: `https://t.me/${channel}/1`, publicationId: publication.id });
    const journalist = await aJournalist();
    expect(await findPublicationByUrl(journalist, `https://t.me/s/${channel}/22`)).toBe(publication.id);
    expect(await findPublicationByUrl(journalist, `https://t.me/${channel}x/22`)).toBeNull();
    expect(await findPublicationByUrl(journalist, "https://www.youtube.com/watch?v=abc")).toBeNull();
  });
});

describe("what the desk shows of an event", () => {
  test("all its claims of every record status, in the order in which they were logged", async () => {
    const published = await aPublishedClaim();
    const draft = await aClaim({ eventId: published.eventId, measureId: published.measureId as string });
    const listed = await listEventClaims(await aJournalist(), published.eventId);
    expect(listed.map(({ id, recordStatus }) => [id, recordStatus])).toEqual([
      [published.id, "published"],
      [draft.id, "draft"],
    ]);
  });

  test("its time, in whose zone dates are read; none for an event that is not there", async () => {
    const event = await anEvent({ occurred: { edtf: "2023-01-01", zone: "Europe/Kyiv" } });
    expect(await findEventTime(await aJournalist(), event.id)).toMatchObject({ zone: "Europe/Kyiv" });
    const claimant = await aClaimant();
    expect(await findEventTime(await aJournalist(), claimant.id)).toBeNull();
  });
});

test("nothing of the desk is read by a role that has no part in it", async () => {
  const reader = { ...(await aJournalist()), role: "reader" as never };
  await expect(findReportByUrl(reader, "https://a.example/1")).rejects.toThrow(Forbidden);
  await expect(findEventTime(reader, "01a2046f-0f54-758f-b983-d6d58176e1a3")).rejects.toThrow(Forbidden);
});
