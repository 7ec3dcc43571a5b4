"use client";

import { useEffect, useRef } from "react";

type Named = { publicId: string; name: string };

/** What became of the claims that were ticked, each by its name, and the sentences above the two lists. */
export type QueueOutcome = {
  told: string | null;
  done: readonly Named[];
  refusedTold: string | null;
  refused: readonly (Named & { message: string })[];
};

/** Says what was done and what was refused and why, claim by claim. Takes the focus when it appears. */
export function OutcomeList({ outcome, locale }: { outcome: QueueOutcome; locale: string }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer is told
  useEffect(() => place.current?.focus(), [outcome]);
  const { told, done, refusedTold, refused } = outcome;
  return (
    <div ref={place} role="status" tabIndex={-1} className="my-5 border-s-3 border-ink ps-4 measure-text">
      {told ? (
        <>
          <p className="font-semibold">{told}</p>
          <ul>
            {done.map((claim) => (
              <li key={claim.publicId}>
                <ClaimLink claim={claim} locale={locale} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {refusedTold ? (
        <>
          <p className="font-semibold text-flag">{refusedTold}</p>
          <ul>
            {refused.map((claim) => (
              <li key={claim.publicId}>
                <ClaimLink claim={claim} locale={locale} />: {claim.message}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function ClaimLink({ claim, locale }: { claim: Named; locale: string }) {
  return (
    <a className="inline-block py-1" href={`/${locale}/desk/claims/${claim.publicId}`}>
      <bdi>{claim.name}</bdi>
    </a>
  );
}
