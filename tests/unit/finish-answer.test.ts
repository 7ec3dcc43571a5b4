import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { finishAnswer } from "../../lib/http/finish-answer";

/** What somebody gets of what is written to an answer that this finishes. */
async function finished(write: (response: ServerResponse) => void): Promise<Response> {
  const failed = () => ({ status: 503, page: "<h1>Away</h1>" }) as const;
  const server = createServer((_, response) => {
    finishAnswer(response, { status: null, isForReading: false }, { failed, keepsScripts: false });
    write(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

test("a program is told of a failure in the words of the API, not by a page", async () => {
  const problem = JSON.stringify({ status: 503, title: "Service Unavailable" });
  const answer = await finished((response) => {
    response.statusCode = 503;
    response.setHeader("Content-Type", "application/problem+json");
    response.setHeader("Retry-After", "5");
    response.end(problem);
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(await answer.text()).toBe(problem);
});

test("a reader gets a page in place of what the framework sends after a failure, and when to come back", async () => {
  const answer = await finished((response) => {
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end("<html><script>1</script></html>");
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(await answer.text()).toBe("<h1>Away</h1>");
});

test("what a route refuses by a status of its own is sent as it says it", async () => {
  const answer = await finished((response) => {
    response.statusCode = 501;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end("There are json and xml, and no other format.\n");
  });
  expect(answer.status).toBe(501);
  expect(await answer.text()).toBe("There are json and xml, and no other format.\n");
});
