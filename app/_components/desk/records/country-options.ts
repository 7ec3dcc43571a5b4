import type { Option } from "../select-field";

// Codes that Intl names, and that are of no country of today, or of none at all.
const NOT_COUNTRIES = new Set([
  "EU",
  "EZ",
  "UN",
  "XA",
  "XB",
  "ZZ",
  "QO",
  "AC",
  "CP",
  "DG",
  "EA",
  "IC",
  "TA",
  "CQ",
]);

const kept = new Map<string, Option[]>();

/** The countries of ISO 3166-1 by name, in the order of the language. */
export function countryOptions(locale: string): Option[] {
  const known = kept.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const options = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NOT_COUNTRIES.has(code) && new Intl.Locale("und", { region: code }).region === code)
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .flatMap((code) => {
      const label = names.of(code);
      return label ? [{ value: code, label }] : [];
    });
  options.sort((a, b) => a.label.localeCompare(b.label, locale));
  kept.set(locale, options);
  return options;
}
