import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import { QUALIFIERS, VERIFICATIONS } from "@/lib/vocabulary";
import { QualifierGlyph } from "./qualifier-glyph";
import { ContestedShape, CrossShape, VerificationShape } from "./verification-shape";

/** How to read the marks: every qualifier and every state, drawn as the charts draw them. */
export function FigureLegend({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2 small">
      <Part title={t("figures.key.figures")}>
        {QUALIFIERS.map((qualifier) => (
          <Entry
            key={qualifier}
            glyph={<QualifierGlyph qualifier={qualifier} />}
            label={t(`qualifier.${qualifier}.label`)}
            explanation={t(`qualifier.${qualifier}.explanation`)}
          />
        ))}
      </Part>
      <div className="grid gap-6 content-start">
        <Part title={t("figures.key.states")}>
          {VERIFICATIONS.map((verification) => (
            <Entry
              key={verification}
              glyph={
                <Glyph>
                  <VerificationShape verification={verification} />
                </Glyph>
              }
              label={t(`verification.${verification}.label`)}
              explanation={t(`verification.${verification}.explanation`)}
            />
          ))}
          <Entry
            glyph={
              <Glyph>
                <ContestedShape />
              </Glyph>
            }
            label={t("figures.contested")}
            explanation={t("figures.key.contested")}
          />
        </Part>
        <Part title={t("figures.key.others")}>
          <Entry
            glyph={<EarlierGlyph />}
            label={t("lifecycle.superseded.label")}
            explanation={t("figures.key.superseded")}
          />
          <Entry
            glyph={
              <Glyph>
                <VerificationShape verification="unverified" />
                <CrossShape />
              </Glyph>
            }
            label={t("standing.disowned.label")}
            explanation={t("figures.key.crossed")}
          />
          <Entry
            glyph={<RangeGlyph />}
            label={t("figures.range.label")}
            explanation={t("figures.key.range")}
          />
          <Entry
            glyph={<DocumentedGlyph />}
            label={t("figures.documented.label")}
            explanation={t("figures.key.documented")}
          />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-base mb-2">{title}</h3>
      <dl className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 gap-y-2">{children}</dl>
    </section>
  );
}

function Entry({ glyph, label, explanation }: { glyph: ReactNode; label: string; explanation: string }) {
  return (
    <div className="grid grid-cols-subgrid col-span-2 items-start">
      <dt className="col-start-2 font-semibold">{label}</dt>
      <dd className="col-start-1 row-start-1 row-span-2" aria-hidden="true">
        {glyph}
      </dd>
      <dd className="col-start-2 text-muted">{explanation}</dd>
    </div>
  );
}

function Glyph({ children, isWide }: { children: ReactNode; isWide?: boolean }) {
  return (
    <svg className="glyph" width={isWide ? 40 : 20} height="24" aria-hidden="true">
      <svg x="50%" y="12" overflow="visible">
        {children}
      </svg>
    </svg>
  );
}

export function EarlierGlyph() {
  return (
    <Glyph isWide>
      <g className="mark-grey">
        <line className="mark-line mark-fine" x1="-15" x2="12" />
        <circle className="mark-hollow mark-fine" cx="-15" r="3.5" />
      </g>
      <svg x="12" overflow="visible">
        <VerificationShape verification="unverified" />
      </svg>
    </Glyph>
  );
}

export function RangeGlyph() {
  return (
    <Glyph isWide>
      <rect className="mark-band" x="-18" y="-6" width="36" height="18" />
      <path className="mark-bracket" d="M-18 -4V-10H18V-4" />
    </Glyph>
  );
}

export function DocumentedGlyph() {
  return (
    <Glyph>
      <line className="mark-documented" y1="-12" y2="12" />
    </Glyph>
  );
}
