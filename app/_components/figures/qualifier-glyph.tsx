import type { Qualifier, Verification } from "@/lib/vocabulary";
import type { Axis } from "./axis";
import { MARK_OF } from "./grammar";
import { Mark } from "./mark";

/** A little axis of its own on which each qualifier is drawn with the very marks of the charts. */
const AXIS: Axis = { kind: "linear", least: 1, max: 100, at: (value) => value, reach: 55 };

const SAMPLES: Record<Qualifier, [low: number | null, high: number | null, central: number | null]> = {
  exact: [50, 50, null],
  about: [50, 50, null],
  at_least: [25, null, null],
  more_than: [25, null, null],
  up_to: [null, 72, null],
  fewer_than: [null, 72, null],
  relative: [null, 72, null],
  between: [15, 85, null],
  words: [10, 90, null],
  none: [50, 50, null],
  some: [null, null, null],
  not_stated: [null, null, null],
  estimate_ci: [10, 90, 45],
};

type Props = { qualifier: Qualifier; verification?: Verification; isCrossed?: boolean; hatch?: string };

/** The mark of a qualifier, as the charts draw it, without a place on any axis. */
export function QualifierGlyph({
  qualifier,
  verification = "unverified",
  isCrossed = false,
  hatch = "glyph-hatch",
}: Props) {
  const [low, high, central] = SAMPLES[qualifier];
  const width = MARK_OF[qualifier] === "dot" || MARK_OF[qualifier] === "ringed_dot" ? 20 : 40;
  if (MARK_OF[qualifier] === "words_at_edge") return <WordsGlyph />;
  return (
    <svg className="glyph" width={width} height="24" aria-hidden="true">
      {qualifier === "words" ? (
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="mark-line mark-fine" x1="3" x2="3" y2="6" />
        </pattern>
      ) : null}
      {qualifier === "none" ? <line className="mark-grid" x1="50%" x2="50%" y2="24" /> : null}
      <Mark
        quantity={{ raw: "", qualifier, low, high, central, reading: "stated" }}
        verification={verification}
        isCrossed={isCrossed}
        axis={AXIS}
        y={12}
        hatch={hatch}
      />
    </svg>
  );
}

/** Words without a number have no mark; quotation marks stand for them. */
function WordsGlyph() {
  return (
    <svg className="glyph" width="28" height="24" aria-hidden="true">
      <text className="figure-text" x="2" y="18">
        “…”
      </text>
    </svg>
  );
}
