import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanFileName, contentDisposition } from "../../lib/evidence/file-name";
import { formatFileSize } from "../../lib/format/file-size";

describe("a file is called as it was where it came from", () => {
  test.each([
    ["Register of the hospital.pdf", "Register of the hospital.pdf"],
    ["C:\\Users\\olena\\Desktop\\list.xlsx", "list.xlsx"],
    ["../../etc/passwd", "passwd"],
    ["Список загиблих.pdf", "Список загиблих.pdf"],
    ["قائمة\u200f.pdf", "قائمة.pdf"],
    // It would read as "receiptexe.pdf".
    ["receipt\u202efdp.exe", "receiptfdp.exe"],
    ["two\r\nlines\u0000.txt", "twolines.txt"],
    ["..hidden", "hidden"],
    ["  a   b .pdf ", "a b .pdf"],
    ["/", "file"],
    ["\u202e", "file"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test("a long name keeps its ending", () => {
    const kept = cleanFileName(`${"ж".repeat(300)}.pdf`);
    expect([...kept].length).toBe(200);
    expect(kept.endsWith("ж.pdf")).toBe(true);
  });

  test("whatever it was, its name is one line of at most 200 characters, and clean already", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const kept = cleanFileName(given);
        expect(kept).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect([...kept].length).toBeGreaterThan(0);
        expect([...kept].length).toBeLessThanOrEqual(200);
        expect(cleanFileName(kept)).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a file is told to a browser as a download", () => {
  test.each([
    ["list.pdf", "application/pdf", `attachment; filename="list.pdf"; filename*=UTF-8''list.pdf`],
    [
      'Liste "complète" (1).pdf',
      "application/pdf",
      `attachment; filename="Liste _compl_te_ (1).pdf"; filename*=UTF-8''Liste%20%22compl%C3%A8te%22%20%281%29.pdf`,
    ],
    ["photo.JPEG", "image/jpeg", `attachment; filename="photo.JPEG"; filename*=UTF-8''photo.JPEG`],
  ])("%s", (name, type, header) => {
    expect(contentDisposition(name, type)).toBe(header);
  });

  test("with the ending of its type, where its name has that of another", () => {
    expect(contentDisposition("page.html", "text/plain")).toContain("page.html.txt");
    expect(contentDisposition("run.exe", "application/pdf")).toContain("run.exe.pdf");
    expect(contentDisposition("register", "text/csv")).toContain("register.csv");
  });

  test("and whatever its name, the header is one line of ASCII that ends where it should", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const header = contentDisposition(cleanFileName(given), "text/plain");
        expect(header).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w%.~!$&+^`|-]*$/);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  [1, "0.1\u00a0kB"],
  [2_400, "2.3\u00a0kB"],
  [340 * 1024, "340\u00a0kB"],
  [1024 * 1024 - 1, "1\u00a0MB"],
  [2_500_000, "2.4\u00a0MB"],
  [20 * 1024 * 1024, "20\u00a0MB"],
])("%i bytes read as %s", (bytes, words) => {
  expect(formatFileSize(bytes, "en")).toBe(words);
});
