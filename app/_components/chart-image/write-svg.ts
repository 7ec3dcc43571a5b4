import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { escapedXml } from "@/lib/format/escape-xml";
import type { Paint } from "./image-theme";

/** The box in which percentages count, and the colour that "currentColor" is, where an element stands. */
type Surroundings = { width: number; height: number; color: string };

type Sheet = { paints: Readonly<Record<string, Paint>>; linkTo: (path: string) => string };

/**
 * Writes elements of the charts as one SVG file that needs nothing else: classes become attributes, percentages become
 * pixels, drawings within drawings become moved groups. Any text comes out as text, whatever it holds.
 */
export function writeSvg(
  root: ReactElement<{ width: number; height: number }>,
  color: string,
  sheet: Sheet,
): string {
  const { width, height } = root.props;
  const markup = write(root, { width, height, color }, sheet, true);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}

type Props = Record<string, unknown> & { children?: ReactNode; className?: string };

function write(node: ReactNode, around: Surroundings, sheet: Sheet, isRoot = false): string {
  if (Array.isArray(node)) return node.map((one) => write(one, around, sheet)).join("");
  if (typeof node === "string" || typeof node === "number") return escapedXml(String(node));
  if (!isValidElement<Props>(node)) return "";
  const { type, props } = node;
  if (type === Fragment) return write(props.children, around, sheet);
  if (typeof type === "function")
    return write((type as (props: Props) => ReactNode)(props), around, sheet, isRoot);
  return writeElement(String(type), props, around, sheet, isRoot);
}

function writeElement(
  tag: string,
  props: Props,
  around: Surroundings,
  sheet: Sheet,
  isRoot: boolean,
): string {
  const paints = (props.className ?? "").split(" ").map((name) => sheet.paints[name]);
  if (paints.includes(null)) return "";
  const given = Object.fromEntries(
    Object.entries(props).flatMap(([name, value]) => attributeOf(name, value, around)),
  );
  const { color, ...attributes }: Record<string, string | number> = Object.assign(given, ...paints);
  const inner = { ...around, color: typeof color === "string" ? color : around.color };
  if (tag === "svg" && !isRoot) return writeGroup(props, attributes, inner, sheet);
  // Words of one line stand in several elements: the spaces at their ends part them.
  if (tag === "text") attributes["xml:space"] = "preserve";
  if (tag === "a") return writeLink(props, attributes, inner, sheet);
  return element(tag, coloured(attributes, inner.color), write(props.children, inner, sheet));
}

/** A drawing within the drawing: moved to its place, and a box of its own where it says how large it is. */
function writeGroup(
  props: Props,
  attributes: Record<string, string | number>,
  inner: Surroundings,
  sheet: Sheet,
): string {
  const { x = 0, y = 0, width, height } = attributes;
  const box = { ...inner, width: Number(width ?? inner.width), height: Number(height ?? inner.height) };
  const children = write(props.children, box, sheet);
  const isMoved = Number(x) !== 0 || Number(y) !== 0;
  return isMoved ? element("g", { transform: `translate(${x} ${y})` }, children) : children;
}

/** A link has its whole address, since the file may lie anywhere, and says where it leads. */
function writeLink(
  props: Props,
  attributes: Record<string, string | number>,
  inner: Surroundings,
  sheet: Sheet,
): string {
  const label =
    typeof props["aria-label"] === "string" ? element("title", {}, escapedXml(props["aria-label"])) : "";
  return element(
    "a",
    { href: sheet.linkTo(String(attributes.href)) },
    label + write(props.children, inner, sheet),
  );
}

const WIDE = /^(x|x1|x2|width|cx)$/;
const HIGH = /^(y|y1|y2|height|cy)$/;
/** Written as they are, though they hold a capital. */
const CAPITALS = /^(viewBox|pattern(Units|Transform))$/;
const LEFT_OUT = /^(children|className|overflow|key|aria-.*)$/;

function attributeOf(name: string, value: unknown, around: Surroundings): [string, string | number][] {
  if (LEFT_OUT.test(name) || (typeof value !== "string" && typeof value !== "number")) return [];
  const written = CAPITALS.test(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const part = typeof value === "string" && /^(-?[\d.]+)%$/.exec(value)?.[1];
  if (part && WIDE.test(name)) return [[written, (Number(part) / 100) * around.width]];
  if (part && HIGH.test(name)) return [[written, (Number(part) / 100) * around.height]];
  return [[written === "xml-lang" ? "xml:lang" : written, value]];
}

function coloured(attributes: Record<string, string | number>, color: string) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value === "currentColor" ? color : value]),
  );
}

function element(tag: string, attributes: Record<string, string | number>, children: string): string {
  const written = Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${escapedXml(typeof value === "number" ? String(rounded(value)) : value)}"`,
    )
    .join("");
  return children ? `<${tag}${written}>${children}</${tag}>` : `<${tag}${written}/>`;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
