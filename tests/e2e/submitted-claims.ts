import { randomUUID } from "node:crypto";
import { type APIRequestContext, type Browser, expect } from "@playwright/test";
import { openForm, sendForm } from "../../scripts/bench/desk-form";
import { storageStateOf } from "./signed-in";

/**
 * An event of its own with one claim for each figure, logged by the demonstration journalist as a browser without
 * scripts does it, and so handed in. Gives the event's title and slug, and the claims' public ids.
 */
export async function submitFigures(browser: Browser, baseURL: string, title: string, figures: string[]) {
  const storageState = await storageStateOf(browser, "journalist", baseURL);
  const context = await browser.newContext({ baseURL, storageState });
  const make = (kind: string, form: Record<string, string>) =>
    makeRecord(context.request, baseURL, kind, form);
  const event = await make("event", {
    title,
    summary: "Three counts of one day.",
    placeName: "Testtown",
    occurred: "2023-01-02",
    zone: "Europe/Kyiv",
  });
  const measure = await make("measure", {
    eventId: event.id,
    label: `People killed, ${title}`,
    kinds: "killed",
    unit: "people",
    total: "running_total",
  });
  const cookie = storageState.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const form = await openForm(baseURL, cookie);
  const publicIds: string[] = [];
  for (const figure of figures) {
    const claimant = await make("claimant", {
      name: `Office of ${figure}, ${title}`,
      kind: "government_body",
    });
    const { savedAt, said } = await sendForm(form, {
      submissionId: randomUUID(),
      type: "figure",
      eventId: event.id,
      claimantId: claimant.id,
      measureId: measure.id,
      figure,
      stated: "2023-01-03",
      language: "en",
      basis: "unstated",
      standing: "reported",
      isFromMemory: "yes",
      submitForReview: "yes",
      next: "look",
    });
    expect(savedAt, said).not.toBeNull();
    publicIds.push(new URL(savedAt ?? "", baseURL).pathname.split("/").at(-1) ?? "");
  }
  await context.close();
  return { slug: event.extra.slug ?? "", publicIds };
}

async function makeRecord(
  request: APIRequestContext,
  baseURL: string,
  kind: string,
  form: Record<string, string>,
) {
  const answer = await request.post(`/en/desk/make/${kind}`, { form, headers: { origin: baseURL } });
  const { outcome, fieldErrors, result } = await answer.json();
  expect({ outcome, fieldErrors }).toEqual({ outcome: "done", fieldErrors: {} });
  return result as { id: string; extra: { slug?: string } };
}
