import { translator } from "@/lib/format/messages";
import type { ImportState } from "@/lib/vocabulary";

const SHAPES: Record<ImportState, "ring" | "half" | "dot" | "square" | "bar" | "cross" | "back"> = {
  uploaded: "ring",
  checking: "half",
  checked: "dot",
  queued: "half",
  running: "half",
  done: "square",
  cancelled: "bar",
  failed: "cross",
  undoing: "half",
  undone: "back",
};

/** Where an import stands: a shape, and always the words. */
export function ImportStateWords({ state, locale }: { state: ImportState; locale: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <svg viewBox="0 0 12 12" className="size-3 shrink-0 self-center" aria-hidden="true">
        <Shape shape={SHAPES[state]} />
      </svg>
      {translator(locale)(`importState.${state}.label`)}
    </span>
  );
}

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.5 };

function Shape({ shape }: { shape: (typeof SHAPES)[ImportState] }) {
  switch (shape) {
    case "ring":
      return <circle cx={6} cy={6} r={4.5} {...line} />;
    case "half":
      return (
        <>
          <circle cx={6} cy={6} r={4.5} {...line} />
          <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
        </>
      );
    case "dot":
      return <circle cx={6} cy={6} r={5} fill="currentColor" />;
    case "square":
      return <rect x={1.5} y={1.5} width={9} height={9} fill="currentColor" />;
    case "bar":
      return <path d="M1.5 1.5h9v9h-9z" {...line} />;
    case "cross":
      return <path d="m2 2 8 8m0-8-8 8" {...line} />;
    case "back":
      return (
        <>
          <circle cx={6} cy={6} r={4.5} {...line} />
          <path d="M2 6h8" {...line} />
        </>
      );
  }
}
