/** The colours a reader may choose; "system" leaves it to the device and keeps no cookie. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

export function readTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
