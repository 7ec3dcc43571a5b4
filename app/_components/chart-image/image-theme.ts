/** The colours of one theme of the site, as a picture holds them: those of globals.css. */
export type ImageTheme = {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
  band: string;
  flag: string;
  sides: readonly string[];
};

export const IMAGE_THEMES: Readonly<Record<"light" | "dark", ImageTheme>> = {
  light: {
    paper: "#fbfaf7",
    ink: "#1c1b19",
    muted: "#67635b",
    rule: "#dedad1",
    band: "#efece4",
    flag: "#a33b1c",
    sides: ["#9a5b13", "#0f6b77", "#64548f", "#63380a", "#08454d", "#3f3363"],
  },
  dark: {
    paper: "#151617",
    ink: "#eceae4",
    muted: "#a19d94",
    rule: "#33363a",
    band: "#2a2d31",
    flag: "#e98b6a",
    sides: ["#e0a458", "#5cb3bd", "#a99bd1", "#f2cd9c", "#a5dde3", "#d2c9ec"],
  },
};

const SERIF = "'Source Serif 4', 'Source Serif Pro', 'Noto Sans Arabic', Georgia, 'Times New Roman', serif";
const SANS = "'Source Sans 3', 'Source Sans Pro', 'Noto Sans Arabic', 'Segoe UI', Arial, sans-serif";

/** What one class of the charts' style sheet says, as attributes; null: what is of this class is not drawn. */
export type Paint = Readonly<Record<string, string | number>> | null;

const sans = (size: number, weight: number, fill: string) => ({
  fill,
  "font-family": SANS,
  "font-size": size,
  "font-weight": weight,
});

/** What figures.css says of marks and their words, for a file that has no style sheet. */
export function paintsOf({ paper, ink, muted, rule, band, flag, sides }: ImageTheme): Record<string, Paint> {
  return {
    ...Object.fromEntries(sides.map((color, i) => [`side-${i}`, { color }])),
    "mark-hit": null,
    "mark-line": { fill: "none", stroke: "currentColor", "stroke-width": 2 },
    "mark-hatched": { stroke: "currentColor", "stroke-width": 1, "stroke-dasharray": "3 3" },
    "mark-fine": { "stroke-width": 1.25 },
    "mark-dotted": { "stroke-dasharray": "1.5 4", "stroke-linecap": "round" },
    "mark-hollow": { fill: paper, stroke: "currentColor", "stroke-width": 2.25 },
    "mark-full": { fill: "currentColor", stroke: paper, "stroke-width": 1 },
    "mark-query": { ...sans(11, 700, "currentColor"), "text-anchor": "middle" },
    "mark-grey": { color: muted },
    "mark-grid": { stroke: rule, "stroke-width": 1 },
    "mark-band": { fill: band },
    "mark-bracket": { fill: "none", stroke: ink, "stroke-width": 1.5 },
    "mark-documented": { stroke: flag, "stroke-width": 2, "stroke-dasharray": "5 3.5" },
    "figure-text": {
      fill: ink,
      stroke: paper,
      "stroke-width": 4,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
      "font-family": SERIF,
      "font-size": 15,
      "font-weight": 600,
    },
    rtl: { direction: "rtl" },
    note: sans(13, 400, muted),
    was: { stroke: "none", "font-weight": 400, fill: muted, "text-decoration": "line-through" },
    "axis-text": { ...sans(12.5, 400, muted), "text-anchor": "middle" },
    "caption-text": sans(12.5, 400, ink),
    strong: { "font-weight": 600 },
    flag: { fill: flag, "font-weight": 600 },
    // Of pictures alone: words and surfaces that the page sets by its own rules.
    "image-paper": { fill: paper },
    "image-serif": { fill: ink, "font-family": SERIF, "font-weight": 600 },
    "image-sans": { fill: ink, "font-family": SANS, "font-weight": 400 },
    "image-halo": { stroke: paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" },
    "image-strong": { "font-weight": 600 },
    "image-muted": { fill: muted },
    "image-state": { color: ink },
  };
}
