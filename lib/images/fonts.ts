import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The typefaces of the site as files, by package and folder of a weight. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  "source-serif-4": ["400Regular", "600SemiBold"],
  "source-sans-3": ["400Regular", "600SemiBold", "700Bold"],
  "noto-sans-arabic": ["400Regular", "600SemiBold"],
};

let isSet = false;

/**
 * Lets this process draw text in the typefaces of the site: writes a list of their folders for fontconfig, which reads
 * it when the first text is drawn, and never again. Other scripts are drawn in what the system has.
 */
export function setFonts(): void {
  if (isSet) return;
  isSet = true;
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-fonts-"));
  const file = join(folder, "fonts.conf");
  writeFileSync(file, fontList(join(folder, "cache")));
  process.env.FONTCONFIG_FILE = file;
}

function fontList(cache: string): string {
  const fonts = join(process.cwd(), "node_modules", "@expo-google-fonts");
  const folders = Object.entries(FOLDERS).flatMap(([name, weights]) =>
    weights.map((weight) => join(fonts, name, weight)),
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...folders.map((folder) => `<dir>${escaped(folder)}</dir>`),
    `<cachedir>${escaped(cache)}</cachedir>`,
    "</fontconfig>",
    "",
  ].join("\n");
}

const escaped = (path: string) => path.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
