import { translator } from "@/lib/format/messages";
import { NodeGlyph } from "./tree-marks";
import type { NodeMark } from "./tree-node";

const MARKS = {
  origin: { kind: "origin", isDenied: false },
  claim: { kind: "claim", verification: "unverified", isCrossed: false, isEarlier: false },
  report: { kind: "report", isRead: true, isOnlyNamed: false },
  notRead: { kind: "report", isRead: false, isOnlyNamed: false },
  notFound: { kind: "unknown" },
} as const satisfies Record<string, NodeMark>;

/** The marks of the drawing and of the list, in one line. */
export function OriginsKey({ locale }: { locale: string }) {
  const t = translator(locale);
  const names = Object.keys(MARKS) as (keyof typeof MARKS)[];
  return (
    <ul className="origin-key small text-muted" aria-label={t("originsPage.key.title")}>
      {names.map((name) => (
        <li key={name}>
          <NodeGlyph mark={MARKS[name]} />
          <span>{t(`originsPage.key.${name}`)}</span>
        </li>
      ))}
    </ul>
  );
}
