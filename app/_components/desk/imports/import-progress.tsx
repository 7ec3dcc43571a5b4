"use client";

import { useEffect, useState } from "react";

/** How far an import is, as its page and its route tell it. */
export type Told = {
  isMoving: boolean;
  done: number;
  /** Null: not counted yet. */
  total: number | null;
  text: string;
  /** Where to look once it is over. */
  next: string;
};

type Props = { address: string; initial: Told; label: string; lost: string };

const EVERY_MS = 1_000;
/** Somebody who listens is told less often than somebody who looks. */
const TOLD_EVERY = 5;

/** How far an import is: a bar and a sentence, asked for again and again until it is over. */
export function ImportProgress({ address, initial, label, lost }: Props) {
  const [told, setTold] = useState(initial);
  const [aloud, setAloud] = useState(initial.text);
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    let [timer, times]: [ReturnType<typeof setTimeout> | undefined, number] = [undefined, 0];
    let isOver = false;
    const ask = async () => {
      const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
      if (isOver) return;
      setIsLost(!answer?.ok);
      if (answer?.ok) {
        const now: Told = await answer.json();
        if (!now.isMoving) return window.location.assign(now.next);
        setTold(now);
        times += 1;
        if (times % TOLD_EVERY === 0) setAloud(now.text);
      }
      timer = setTimeout(ask, EVERY_MS);
    };
    timer = setTimeout(ask, EVERY_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [address]);

  return (
    <div className="grid gap-2 measure-text">
      <progress
        className="w-full"
        aria-label={label}
        max={told.total ?? undefined}
        value={told.total === null ? undefined : Math.min(told.done, told.total)}
      />
      <p aria-hidden="true">{isLost ? lost : told.text}</p>
      <p role="status" className="sr-only">
        {isLost ? lost : aloud}
      </p>
    </div>
  );
}
