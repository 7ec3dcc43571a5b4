import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endIfSlow } from "../../lib/http/slow-requests";

// Whole requests are answered; of others nothing is.
const server = createServer((request, response) => {
  endIfSlow(request, new URL(request.url ?? "", "http://localhost").pathname, 0.1);
  request.resume().on("end", () => response.end("whole"));
  request.on("error", () => {});
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Sends half of a body, and the rest after a while: what is answered, or that the connection was ended. */
function sendSlowly(path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => {
      answer += String(data);
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\nab`,
    );
    setTimeout(() => socket.write("cd"), 300);
  });
}

describe("a request that does not come to its end", () => {
  test("is ended after its time", async () => {
    expect(await sendSlowly("/en/desk/claims/log")).toBe("");
  });

  test("may take longer where it is the upload of a file to be imported", async () => {
    expect(await sendSlowly("/en/desk/imports/upload")).toContain("whole");
  });
});
