import type { Announcement } from "../history/content-channel";

/** When something was rendered, in changes heard, and on which event's page: null where it is a list, or any other. */
export type Rendered = { tick: number; event: string | null };

/** The changes that an instance has heard of, in their order. */
export interface HeardChanges {
  add(change: Announcement): void;
  /** Whether a chain's version was not heard before. */
  isNew(chain: string, version: number): boolean;
  /** As if everything had changed, and something been blanked. */
  forget(): void;
  /** How many changes were heard so far. */
  tick(): number;
  /** Whether no change was heard since that shows on it. */
  holds(rendered: Rendered): boolean;
  /** Whether something was blanked since: it must not be shown again, even while the database is away. */
  isBlanked(rendered: Rendered): boolean;
}

// Beyond so many events, the older ones are taken to have changed just now: memory stays bounded.
const EVENTS_MAX = 10_000;

/** None yet. */
export function nothingHeard(): HeardChanges {
  let latest = 0;
  let everywhereAt = 0;
  let blankedAt = 0;
  const eventsAt = new Map<string, number>();
  const versions = new Map<string, number>();

  const changeEverywhere = (): void => {
    everywhereAt = latest;
    eventsAt.clear();
  };
  const isNew = (chain: string, version: number): boolean => (versions.get(chain) ?? 0) < version;

  return {
    isNew,
    add({ chain, version, event, isBlanked }) {
      if (!isNew(chain, version)) return;
      latest += 1;
      if (versions.size >= EVENTS_MAX) versions.clear();
      versions.set(chain, version);
      if (isBlanked) blankedAt = latest;
      if (event === null || eventsAt.size >= EVENTS_MAX) changeEverywhere();
      else eventsAt.set(event, latest);
    },
    forget() {
      latest += 1;
      blankedAt = latest;
      versions.clear();
      changeEverywhere();
    },
    tick: () => latest,
    holds: ({ tick, event }) =>
      event === null ? tick === latest : tick >= everywhereAt && tick >= (eventsAt.get(event) ?? 0),
    isBlanked: ({ tick }) => blankedAt > tick,
  };
}
