const KEYS = [
  { code: "help", keys: ["?"] },
  { code: "palette", keys: ["Ctrl", "K"] },
  { code: "search", keys: ["/"] },
  { code: "new", keys: ["n"] },
  { code: "edit", keys: ["e"] },
  { code: "next", keys: ["j"] },
  { code: "previous", keys: ["k"] },
  { code: "tick", keys: ["x"], isForEditors: true },
  { code: "take", keys: ["a"], isForEditors: true },
  { code: "publish", keys: ["p"], isForEditors: true },
  { code: "return", keys: ["r"], isForEditors: true },
  { code: "goDesk", keys: ["g", "d"] },
  { code: "goQueue", keys: ["g", "q"], isForEditors: true },
  { code: "goEvents", keys: ["g", "e"] },
  { code: "goClaimants", keys: ["g", "s"] },
  { code: "goClaims", keys: ["g", "c"] },
  { code: "save", keys: ["Ctrl", "Enter"] },
  { code: "close", keys: ["Esc"] },
] as const;

/** The keys of the desk, in the order in which they are told. Messages hold what each does. */
export function keysFor(isEditor: boolean) {
  return KEYS.filter((key) => isEditor || !("isForEditors" in key));
}
