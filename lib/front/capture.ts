import type { ServerResponse } from "node:http";

/** What became of an answer while it was written. */
export type Captured =
  /** Whole, and not sent yet. */
  | { outcome: "whole"; status: number; body: Buffer }
  /** It is being sent as it comes: too long to hold, or of no use to anybody else. */
  | { outcome: "sent" }
  /** Who asked went away before it was whole. */
  | { outcome: "gone" };

type Options = { bytesMax: number; isHeld: (response: ServerResponse) => boolean };

/**
 * Holds what is written to a response back until it is whole. `isHeld` is asked once, when its status and headers are
 * there; an answer that it refuses, or that grows beyond `bytesMax`, is sent as it comes.
 */
export function capture(
  response: ServerResponse,
  { bytesMax, isHeld }: Options,
  work: () => Promise<void>,
): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const { writeHead, write, end, flushHeaders } = response;
    const held: Buffer[] = [];
    let bytes = 0;
    let course = "undecided" as "undecided" | "hold" | "pass";

    const settle = (captured: Captured): void => {
      response.off("close", onClose);
      resolve(captured);
    };
    const onClose = (): void => settle({ outcome: "gone" });
    const pass = (): void => {
      course = "pass";
      settle({ outcome: "sent" });
    };
    const decide = (): void => {
      if (course !== "undecided") return;
      if (isHeld(response)) course = "hold";
      else pass();
    };
    const hold = (chunk: unknown): void => {
      if (chunk === undefined || chunk === null || typeof chunk === "function") return;
      const part = Buffer.from(chunk as string | Uint8Array);
      bytes += part.length;
      held.push(part);
      if (bytes <= bytesMax) return;
      pass();
      for (const earlier of held.splice(0)) write.call(response, earlier, "utf8");
    };

    response.on("close", onClose);
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      // A framework may hand its headers over here, by name or one after the other.
      for (const [name, value] of headersAmong(rest)) response.setHeader(name, value);
      decide();
      return course === "pass" ? writeHead.call(response, status) : response;
    }) as typeof writeHead;
    response.flushHeaders = () => {
      decide();
      if (course === "pass") flushHeaders.call(response);
    };
    response.write = ((...args: Parameters<typeof write>) => {
      decide();
      if (course === "pass") return write.apply(response, args);
      hold(args[0]);
      return true;
    }) as typeof write;
    response.end = ((...args: Parameters<typeof end>) => {
      decide();
      if (course === "pass") return end.apply(response, args);
      hold(args[0]);
      if (course === "hold")
        settle({ outcome: "whole", status: response.statusCode, body: Buffer.concat(held) });
      else end.call(response, "", "utf8");
      return response;
    }) as typeof end;

    work().catch((error: unknown) => {
      course = "pass";
      response.off("close", onClose);
      reject(error);
    });
  });
}

function headersAmong(rest: readonly unknown[]): [string, string | string[]][] {
  const headers = rest.find((part) => typeof part === "object" && part !== null);
  if (!headers) return [];
  if (!Array.isArray(headers)) return Object.entries(headers) as [string, string][];
  if (Array.isArray(headers[0])) return headers as [string, string][];
  return headers.flatMap((name, i) => (i % 2 === 0 ? [[name, headers[i + 1]] as [string, string]] : []));
}
