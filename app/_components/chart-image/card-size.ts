/** What those who show a link expect of its picture, in pixels. */
export const CARD_PX = { width: 1200, height: 630 };

/** Where the words of a card begin and end. */
export type CardFrame = { left: number; right: number; edge: "left" | "right"; direction: "ltr" | "rtl" };
