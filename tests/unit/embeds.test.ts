import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { type OEmbed, oembedXml } from "../../app/_components/embed/oembed-xml";
import { readOEmbedQuery } from "../../app/oembed/read-query";
import { embedCode, embedPath, embedQuery } from "../../lib/embeds/embed-address";
import { frameHeight } from "../../lib/embeds/frame-height";
import { HEIGHT_SCRIPT } from "../../lib/embeds/height-script";
import { siteUrl } from "../../lib/format/site-url";
import { securityHeaders } from "../../lib/http/security-headers";
import { aChartEvent, aChartFigure, aChartMeasure } from "../fixtures/a-chart";

const headersOf = (pathname: string) => securityHeaders({ pathname, nonce: "n", isHttps: true, dev: false });
const policyOf = (pathname: string) => headersOf(pathname)["Content-Security-Policy"];

describe("the code of a frame", () => {
  test("is one frame with its address and name, whatever these hold", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (src, title) => {
        const { document } = parseHTML(
          `<html><body>${embedCode({ src, title, width: 700, height: 900 })}</body></html>`,
        );
        const [frame] = document.querySelectorAll("iframe");
        expect(document.body.children).toHaveLength(1);
        expect(frame?.getAttribute("src")).toBe(src);
        expect(frame?.getAttribute("width")).toBe("700");
        expect(document.body.textContent).toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  test("names the event or one measure of it, and asks for no more than was chosen", () => {
    expect(embedPath({ event: "flood", measure: null })).toBe("/embed/events/flood");
    expect(embedPath({ event: "flood", measure: "killed" })).toBe("/embed/measures/flood/killed");
    expect(embedQuery({ theme: null, locale: null, since: null })).toBe("");
    expect(embedQuery({ theme: "dark", locale: "ar", since: "2026-05-01T00:00:00.000Z" })).toBe(
      "?lang=ar&theme=dark&since=2026-05-01T00%3A00%3A00.000Z",
    );
  });
});

describe("the policy of a frame", () => {
  test("lets one script run, by its digest, and every page around it", () => {
    const digest = createHash("sha256").update(readFileSync("public/embed-height.js")).digest("base64");
    expect(HEIGHT_SCRIPT.integrity).toBe(`sha256-${digest}`);
    const policy = policyOf("/embed/events/flood");
    expect(policy).toContain(`script-src '${HEIGHT_SCRIPT.integrity}' ${siteUrl("/embed-height.js")};`);
    expect(policy).toContain("frame-ancestors *");
  });

  test("is that of frames alone: no other page may be framed, and one may hold a frame of ours", () => {
    expect(policyOf("/en/events/flood")).toContain("frame-ancestors 'none'");
    expect(policyOf("/en/events/flood")).toContain("frame-src 'none'");
    expect(policyOf("/en/events/flood/embed")).toContain("frame-src 'self'");
    expect(policyOf("/en/events/flood/embed")).toContain("frame-ancestors 'none'");
  });

  test("lets a frame in a sandbox, which has no origin, have its styles, fonts and script, and nothing else", () => {
    const open = (pathname: string) => headersOf(pathname)["Access-Control-Allow-Origin"];
    for (const pathname of [
      "/_next/static/chunks/a.css",
      "/_next/static/media/a.woff2",
      "/embed-height.js",
    ]) {
      expect(open(pathname)).toBe("*");
      expect(headersOf(pathname)["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
    }
    for (const pathname of ["/en/events/flood", "/_next/static/chunks/a.js", "/copy.js", "/files/1.css"]) {
      expect(open(pathname)).toBeUndefined();
      expect(headersOf(pathname)["Cross-Origin-Resource-Policy"]).toBe("same-origin");
    }
  });
});

describe("the height of a frame", () => {
  const figures = (count: number) =>
    Array.from({ length: count }, (_, i) => aChartFigure({ name: `Claimant ${i}`, publicId: `claim${i}` }));
  const heightOf = (count: number, width: number, more: Partial<ReturnType<typeof aChartEvent>> = {}) => {
    const measure = aChartMeasure(figures(count));
    return frameHeight({ ...aChartEvent(measure), ...more }, measure, width);
  };

  test("grows with the figures, and where lines break sooner", () => {
    for (const width of [280, 639, 640, 767, 768, 1120])
      for (const count of [1, 6, 60]) {
        expect(heightOf(count + 1, width)).toBeGreaterThan(heightOf(count, width));
        expect(heightOf(count, width - 1)).toBeGreaterThanOrEqual(heightOf(count, width));
      }
  });

  test("leaves room for what was taken back of the chart, and none for what is not in it (R23)", () => {
    const [one, other] = figures(2);
    const claim = { ...one, raw: "7", qualifier: "exact" as const, asOf: null };
    const takenBack = (publicId = "") => ({
      takenBack: {
        claims: [{ claim: { ...claim, publicId }, kind: "retraction", at: 0, reason: "" }],
        hasMore: false,
      } as ReturnType<typeof aChartEvent>["takenBack"],
    });
    expect(heightOf(2, 700, takenBack(other?.publicId))).toBeGreaterThan(heightOf(2, 700));
    expect(heightOf(2, 700, takenBack("elsewhere"))).toBe(heightOf(2, 700));
  });
});

describe("what a consumer of oEmbed asks", () => {
  const ask = (url: string, more = {}) => readOEmbedQuery(new URLSearchParams({ url, ...more }));

  test("names an event, one of its measures, a claim or a frame of this site", () => {
    const none = { locale: "en", event: null, measure: null, claim: null };
    for (const [path, address] of [
      ["/en/events/flood", { ...none, event: "flood" }],
      ["/en/events/flood/?scale=linear", { ...none, event: "flood" }],
      ["/en/events/flood#killed", { ...none, event: "flood", measure: "killed" }],
      ["/en/events/flood#claim-abcdefgh", { ...none, event: "flood" }],
      ["/en/claims/abcdefgh", { ...none, claim: "abcdefgh" }],
      ["/embed/events/flood", { ...none, event: "flood" }],
      ["/embed/measures/flood/killed", { ...none, event: "flood", measure: "killed" }],
    ] as const)
      expect(ask(siteUrl(path)), path).toMatchObject({ address, format: "json", maxwidth: null });
  });

  test("is refused with the status of the specification", () => {
    const here = siteUrl("/en/events/flood");
    for (const path of ["/", "/en", "/en/events/flood/history", "/xx/events/flood", "/embed/measures/flood"])
      expect(ask(siteUrl(path)), path).toMatchObject({ status: 404 });
    expect(ask("https://elsewhere.example/en/events/flood")).toMatchObject({ status: 404 });
    expect(ask("flood")).toMatchObject({ status: 400 });
    expect(ask(here, { format: "yaml" })).toMatchObject({ status: 501 });
    for (const maxwidth of ["0", "-1", "wide", "1e3", "700.5"])
      expect(ask(here, { maxwidth }), maxwidth).toMatchObject({ status: 400 });
    expect(ask(here, { maxwidth: "300", maxheight: "" })).toMatchObject({ maxwidth: 300, maxheight: null });
  });

  test("is answered in XML that is whole, whatever the words hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        const xml = oembedXml({ type: "rich", title: words, html: `<iframe title="${words}">` } as OEmbed);
        expect(xml.replaceAll(/&(amp|lt|gt|quot|apos|#39|#x27);/g, "")).not.toMatch(/&/);
        expect(xml.match(/<[^>]*>/g)).toEqual([
          '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
          ...["<oembed>", "<type>", "</type>", "<title>", "</title>", "<html>", "</html>", "</oembed>"],
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});
