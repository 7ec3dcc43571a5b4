import sharp from "sharp";
import { setFonts } from "./fonts";

/** So many pictures may wait for their turn; who comes later is asked to come again. */
const WAITING_MAX = 24;
/** What the renderer can draw at all, and how much of it is bearable. */
const SIDE_MAX_PX = 32_000;
const AREA_MAX_PX = 48_000_000;

let last: Promise<unknown> = Promise.resolve();
let waitingCount = 0;

/** Draws an SVG of ours at `times` its size, or smaller where it would be too large; null: too many wait already. */
export async function drawPng(svg: string, times: number): Promise<Buffer<ArrayBuffer> | null> {
  if (waitingCount >= WAITING_MAX) return null;
  waitingCount += 1;
  // One at a time: a picture takes a core while it is drawn.
  const drawn = last.then(() => draw(svg, times));
  last = drawn.catch(() => undefined);
  try {
    return await drawn;
  } finally {
    waitingCount -= 1;
  }
}

async function draw(svg: string, times: number): Promise<Buffer<ArrayBuffer>> {
  setFonts();
  const file = Buffer.from(svg);
  const limits = { limitInputPixels: 2 * AREA_MAX_PX, unlimited: true };
  const { width, height } = await sharp(file, limits).metadata();
  const scale = Math.min(
    times,
    SIDE_MAX_PX / Math.max(width, height),
    Math.sqrt(AREA_MAX_PX / (width * height)),
  );
  const drawn = await sharp(file, { ...limits, density: 72 * scale })
    .flatten({ background: "#ffffff" })
    .png({ compressionLevel: 9, palette: true, colours: 256, dither: 0 })
    .toBuffer();
  return Buffer.from(drawn);
}
