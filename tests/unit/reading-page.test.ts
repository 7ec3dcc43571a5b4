import { expect, test } from "vitest";
import { withoutFrameworkScripts, withPrinted } from "../../lib/http/reading-page";

test("the framework's scripts are left out, with what is fetched ahead for them", () => {
  const html = `<head><link rel="preload" as="script" nonce="a" href="/_next/static/a.js"/><link rel="preload" as="font" href="/f"/>
<script src="/_next/static/a.js" async="" nonce="a"></script></head><body><p>89</p><script nonce="a">(self.__next_f=[]).push("<p>")</script></body>`;
  expect(withoutFrameworkScripts(html)).toBe(`<head><link rel="preload" as="font" href="/f"/>
</head><body><p>89</p></body>`);
});

test("scripts of our own, and data in scripts, stay", () => {
  const html = `<script type="module" src="/chart-keys.js"></script><script type="application/ld+json">{"a":1}</script>`;
  expect(withoutFrameworkScripts(html)).toBe(html);
});

test("a claim that speaks of scripts loses nothing", () => {
  const html = `<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>`;
  expect(withoutFrameworkScripts(html)).toBe(html);
});

test("what was printed past the framework stands in the places held for it, whatever it says", () => {
  const page = '<main><template id="printed-1"></template>,<template id="printed-0"></template></main>';
  const printed = ["<p>ü</p>", '<b>$1<template id="printed-0"></template></b>'].map((html) =>
    Buffer.from(html),
  );
  expect(withPrinted(page, printed).toString()).toBe(`<main>${printed[1]},${printed[0]}</main>`);
  expect(withPrinted("<main>none</main>", []).toString()).toBe("<main>none</main>");
});
