import { describe, expect, test } from "vitest";
import { decodePage } from "../../lib/reports/decode-page";

const CYRILLIC = Buffer.from([0xc4, 0xee, 0xed, 0xe5, 0xf6, 0xea]);
const ARABIC = Buffer.from([0xdb, 0xd2, 0xc9]);
const meta = (charset: string) => Buffer.from(`<html><head><meta charset="${charset}"><title>`);
const http = (charset: string) =>
  Buffer.from(`<meta http-equiv='Content-Type' content='text/html; charset=${charset}'>`);

describe("the charset of a page", () => {
  test("is that of the header", () => {
    expect(decodePage(CYRILLIC, "windows-1251")).toBe("Донецк");
    expect(decodePage(ARABIC, "windows-1256")).toBe("غزة");
  });

  test("is else that of its first bytes", () => {
    for (const start of [
      meta("windows-1251"),
      http("Windows-1251"),
      Buffer.from('<?xml version="1.0" encoding="cp1251"?>'),
    ]) {
      expect(decodePage(Buffer.concat([start, CYRILLIC]), null)).toBe(`${start.toString()}Донецк`);
    }
  });

  test("is the header's where the two differ", () => {
    expect(decodePage(Buffer.concat([meta("utf-8"), CYRILLIC]), "windows-1251")).toContain("Донецк");
  });

  test("is that of the mark before everything, which is not part of the text", () => {
    expect(decodePage(Buffer.from("\ufeffДонецк"), "windows-1251")).toBe("Донецк");
    expect(decodePage(Buffer.from("\ufeffДонецк", "utf16le"), null)).toBe("Донецк");
  });

  test("is UTF-8 where nobody says, or says what nobody knows", () => {
    expect(decodePage(Buffer.from("Донецк"), null)).toBe("Донецк");
    expect(decodePage(Buffer.from("Донецк"), "no-such-charset")).toBe("Донецк");
    expect(decodePage(Buffer.concat([meta("utf-16"), Buffer.from("Донецк")]), null)).toContain("Донецк");
  });

  test("never stops a page from being read", () => {
    expect(decodePage(CYRILLIC, "utf-8")).toContain("\ufffd");
    expect(decodePage(Buffer.alloc(0), null)).toBe("");
  });
});
