import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { noCounts } from "../../lib/front/counts";
import { metricsOf } from "../../lib/front/metrics";
import { newRequestCounts, noteRequest } from "../../lib/front/request-counts";

function answered(
  requests: ReturnType<typeof newRequestCounts>,
  method: string,
  url: string,
  status: number,
) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url });
  const response = new ServerResponse(request);
  noteRequest(requests, request, response);
  if (status !== 499) response.writeHead(status);
  response.emit("close");
}

test("metrics tell requests by kind and status, refusals by limit and what the database says, and no address", async () => {
  const requests = newRequestCounts();
  for (const [method, url, status] of [
    ["GET", "/en/search?q=aleppo", 200],
    ["GET", "/en/claims", 200],
    ["GET", "/en/claims", 429],
    ["GET", "/en/claims", 499],
    ["POST", "/en/sign-in", 303],
    ["POST", "/api/v1/claims", 201],
    ["GET", "/export/claims.csv", 500],
  ] as const)
    answered(requests, method, url, status);
  const registry = metricsOf({
    counts: noCounts(),
    requests,
    refusals: new Map([["search", 7]]),
    inDatabase: async () => ({ chainHeadAgeSeconds: 42, jobsWaiting: null }),
    isDatabaseThere: () => true,
    replica: () => ({
      isConfigured: false,
      isUsed: false,
      lagSeconds: null,
      lagBytes: null,
      reads: { replica: 0, primary: 0 },
    }),
  });
  for (let scrape = 0; scrape < 2; scrape += 1) {
    const text = await registry.metrics();
    const lines = text.split("\n");
    for (const line of [
      'counterclaim_requests_total{kind="page",status="200"} 2',
      'counterclaim_requests_total{kind="page",status="429"} 1',
      'counterclaim_requests_total{kind="page",status="499"} 1',
      'counterclaim_requests_total{kind="form",status="303"} 1',
      'counterclaim_requests_total{kind="api",status="201"} 1',
      'counterclaim_requests_total{kind="download",status="500"} 1',
      'counterclaim_request_seconds_count{kind="page"} 4',
      'counterclaim_refused_total{limit="search"} 7',
      "counterclaim_chain_head_age_seconds 42",
    ])
      expect(lines).toContain(line);
    expect(text).not.toMatch(/^counterclaim_jobs_waiting \d/m);
    expect(text).not.toContain("aleppo");
  }
});
