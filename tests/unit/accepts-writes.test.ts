import { expect, test } from "vitest";
import { acceptsWrites } from "../../lib/http/writes";

test.each([
  "/theme",
  "/api/v1/claims",
  "/en/desk",
  "/en/desk/claims/log",
  "/en/sign-in",
  "/en/invitation/secret",
  "/en/claims/7kd3mwpq2/report-error",
  "/ar-XB/claims/7kd3mwpq2/report-error",
])("a form may be sent to %s", (pathname) => {
  expect(acceptsWrites(pathname)).toBe(true);
});

test.each([
  "/",
  "/en",
  "/en/claims",
  "/en/claims/7kd3mwpq2",
  "/en/claims/report-error",
  "/en/claims/7kd3mwpq2/report-error/more",
  "/en/claims/7kd3mwpq2/7kd3mwpq2/report-error",
  "/claims/7kd3mwpq2/report-error",
  "/en/events/makiivka-2023",
  "/en/deskwork",
  "/theme/dark",
])("%s is for reading alone", (pathname) => {
  expect(acceptsWrites(pathname)).toBe(false);
});
