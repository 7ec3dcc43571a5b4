import type { EstimateEvent } from "../support/load-estimate-event";
import { loadWorld } from "./load-world";
import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

let event: EstimateEvent;
test.beforeAll(() => {
  event = loadWorld("load-estimate-event");
});

test("R10, R23: an estimate is read back, published, and stale for readers once a figure that it was made from is retracted", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const reader = page;
  const estimates = `/en/desk/events/${event.slug}/measures/killed/estimate`;
  await reader.goto(`/en/events/${event.slug}`);
  await expect(reader.getByText("Best estimate by our editors: no estimate made.")).toBeVisible();

  const storageState = await storageStateOf(browser, "editor", String(baseURL));
  const desk = await (await browser.newContext({ baseURL, storageState })).newPage();
  await desk.goto(`/en/desk/events/${event.slug}`);
  await desk.getByRole("link", { name: "Best estimate" }).click();
  await expect(desk).toHaveURL(estimates);
  await desk.getByRole("button", { name: "Check the wording" }).click();
  await expect(desk.getByText("Tick at least one figure that it was made with.").first()).toBeVisible();
  await desk.getByLabel("The estimate, in your words").fill("about 150");
  await desk
    .getByLabel("How it was made")
    .fill("The count of the hospital, without those sent on to others.");
  await desk.getByRole("checkbox", { name: /^63/ }).check();
  await desk.getByRole("checkbox", { name: /^400/ }).check();
  await desk.getByRole("button", { name: "Check the wording" }).click();
  await expect(desk.getByText("This is read as: close to 150.")).toBeVisible({ timeout: 15_000 });
  await expect(desk.getByRole("checkbox", { name: /^400/ })).toBeChecked();
  expect(await violationsOn(desk)).toEqual([]);
  await desk.getByRole("button", { name: "Publish the estimate" }).click();
  await expect(desk.getByText("The estimate is published.")).toBeFocused({ timeout: 15_000 });

  await reader.reload();
  const told = reader.getByRole("main");
  await expect(told).toContainText("Best estimate by our editors: about 150");
  await expect(told).toContainText("Method: The count of the hospital, without those sent on to others.");

  await desk.goto(`/en/desk/claims/${event.high}`);
  await desk.getByText("Its claimant retracted it").click();
  const act = desk.locator("details[open]", { hasText: "It will touch" });
  await expect(act).toContainText("1 best estimate was made with it and is flagged as stale:");
  await expect(act.getByRole("link", { name: "about 150 for People killed in the collapse" })).toBeVisible();
  await act.getByLabel("Reason, which readers see").fill("The hospital counted one ward twice.");
  await act.getByRole("button", { name: "Mark as retracted" }).click();
  await expect(desk.getByRole("status").filter({ hasText: /\w/ }).first()).toBeVisible({ timeout: 15_000 });

  await reader.reload();
  await expect(told).toContainText("Needs to be looked at again: a figure that it was made from changed on");
  await expect(told).toContainText("(retracted)");
  const takenBack = reader.locator("#taken-back");
  await expect(takenBack).toContainText("400, Hospital that counts");
  await expect(takenBack).toContainText("Reason: The hospital counted one ward twice.");
  expect(await violationsOn(reader)).toEqual([]);

  await desk.goto("/en/desk/estimates");
  const listed = desk.getByRole("listitem").filter({ hasText: "People killed in the collapse" }).first();
  await expect(listed).toContainText("Retracted by its claimant");
  await listed.getByRole("link", { name: "People killed in the collapse" }).click();
  await expect(desk.getByRole("checkbox", { name: /^63/ })).toBeChecked();
  await expect(desk.getByRole("checkbox", { name: /^400/ })).toHaveCount(0);
  await desk.getByText("Withdraw the estimate").click();
  await desk.getByLabel("Reason, which readers see").fill("Nothing is left to rest it on.");
  await desk.getByRole("button", { name: "Withdraw it" }).click();
  await expect(desk.getByText("The estimate is withdrawn.")).toBeFocused({ timeout: 15_000 });
  await reader.reload();
  await expect(told).toContainText("The last one, about 150, was withdrawn by Demonstration editor on");
  await desk.context().close();
});
