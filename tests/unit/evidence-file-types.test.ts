import { describe, expect, test } from "vitest";
import { fileTypeCode } from "../../lib/evidence/file-types";
import { findFileType } from "../../lib/evidence/find-file-type";

const from = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const typeOf = (bytes: Uint8Array, name = "file.bin") => findFileType(bytes, name);

/** One entry of a ZIP file, stored as it is. */
function entry(name: string, content = ""): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name + content, "latin1")]);
}
const zip = (...entries: Buffer[]) => new Uint8Array(Buffer.concat(entries));
const office = (kind: string, type = `application/vnd.openxmlformats-officedocument.${kind}.main+xml`) =>
  zip(entry("[Content_Types].xml", `<Types><Override PartName="/x" ContentType="${type}"/></Types>`));
const box = (brand: string) => from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}isom`);

describe("what a file is, is found in its bytes", () => {
  test.each([
    ["pdf", from("%PDF-1.7\n")],
    ["jpeg", from("\xff\xd8\xff\xe0\0\x10JFIF\0")],
    [
      "png",
      from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\0IDAT"),
    ],
    ["webp", from("RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0")],
    ["gif", from("GIF89a\x01\0\x01\0")],
    ["tiff", from("II*\0\x08\0\0\0\0\0\0\0\0\0")],
    ["mp4", box("isom")],
    ["mov", box("qt  ")],
    ["m4a", box("M4A ")],
    ["webm", from("\x1a\x45\xdf\xa3\x87\x42\x82\x84webm")],
    ["mp3", from("\xff\xfb\x90\x64\0\0\0\0")],
    ["wav", from("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0")],
    ["ogg", from(`OggS\0\x02${"\0".repeat(20)}\x01\x13OpusHead\x01`)],
    ["docx", office("wordprocessingml.document")],
    ["xlsx", office("spreadsheetml.sheet")],
    ["txt", utf8("Загинули 89 людей.\n")],
  ])("%s, whatever its name says", async (code, bytes) => {
    expect(fileTypeCode((await typeOf(bytes, "page.html")) ?? "")).toBe(code);
  });

  test("a text whose name ends in .csv is a table", async () => {
    expect(await typeOf(utf8("name;age\nОлена;34\n"), "List.CSV")).toBe("text/csv");
  });

  test.each([
    ["a page", utf8("<!doctype html><title>x</title>")],
    ["a page after blanks", utf8("\ufeff \n\t<html><script>alert(1)</script>")],
    ["a page behind a sentence", utf8("Dear reader, <script>alert(1)</script>")],
    ["a page behind a comment", utf8("<!-- a register --><p>x</p>")],
    ["a drawing", utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    [
      "a drawing behind its declaration",
      utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ["a program for Windows", from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff")],
    ["a program for Linux", from("\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0")],
    ["an archive", zip(entry("register.pdf", "%PDF-1.7"))],
    ["a document with macros", office("x", "application/vnd.ms-word.document.macroEnabled.main+xml")],
    ["an archive of another kind", from("\x1f\x8b\x08\0\0\0\0\0\0\x03")],
    ["bytes that say nothing", from("\x01\x02\x03\xfe\xff\0\x10")],
    ["a text with a NUL in it", utf8("before\0after")],
    ["a text in an encoding of its own", from("d\xe9c\xe8s")],
  ])("%s is refused as a PDF, a picture or a text", async (_, bytes) => {
    for (const name of ["register.pdf", "photo.jpg", "notes.txt", "list.csv"])
      expect(await typeOf(bytes, name)).toBeNull();
  });
});
