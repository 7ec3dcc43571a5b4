/** Ends a turn; once or oftener. */
export type EndTurn = () => void;

/** Whose turn it is to have an answer made. Nothing of it is told to other instances: it is about this one's processor. */
export interface Turns {
  /** Waits for a turn of this client; null where too many of its own wait already. */
  take(client: string, isBusy: boolean): Promise<EndTurn | null>;
}

type Waiting = { isBusy: boolean; since: number; begin: () => void };

/** Of one client that is not busy: as many as a browser asks for at once. */
const AT_ONCE_MAX = 4;
const WAITING_MAX = 20;
/** What takes longer waits for something else than the processor: a slow reader, an upload, a long download. */
const TURN_MS_MAX = 1_000;
/** Busy clients get on, a little, however many others there are. */
const PATIENCE_MS = 500;
/** Whoever comes while something is rendered waits for it: of seven moments six are left free for others, while there are any. */
const REST_TIMES = 6;
const REST_MS_MAX = 1_000;
const OTHERS_ARE_THERE_MS = 5_000;

/**
 * Shares this process out to those for whom something must be rendered. Who asks now and then begins at once. The busy,
 * all of them together, have one answer made at a time, in turn, while nobody else is being answered; and where there were
 * others within five seconds, with a rest after each: so few of the others meet a rendering of theirs, and nobody two.
 */
export function newTurns(): Turns {
  const underWay = new Map<string, number>();
  // In the order of their next turn.
  const waiting = new Map<string, Waiting[]>();
  let others = 0;
  let othersAt = Number.NEGATIVE_INFINITY;
  let busy = 0;
  let restUntil = 0;

  const mayBegin = (client: string, { isBusy, since }: Omit<Waiting, "begin">): boolean => {
    if (!isBusy) return (underWay.get(client) ?? 0) < AT_ONCE_MAX;
    const now = performance.now();
    return busy === 0 && now >= restUntil && (others === 0 || now - since > PATIENCE_MS);
  };

  const begin = (client: string, isBusy: boolean): EndTurn => {
    const begun = performance.now();
    underWay.set(client, (underWay.get(client) ?? 0) + 1);
    if (isBusy) busy += 1;
    else {
      others += 1;
      othersAt = begun;
    }
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      const left = (underWay.get(client) ?? 1) - 1;
      if (left > 0) underWay.set(client, left);
      else underWay.delete(client);
      if (isBusy) {
        busy -= 1;
        rest(performance.now() - begun);
      } else others -= 1;
      goOn();
    };
    const late = setTimeout(end, TURN_MS_MAX);
    return end;
  };

  const rest = (ms: number): void => {
    const now = performance.now();
    if (now - othersAt > OTHERS_ARE_THERE_MS) return;
    restUntil = now + Math.min(REST_TIMES * ms, REST_MS_MAX);
    goOnAfterRest();
  };

  /** A timer may go off too early: it counts from when the process last looked at the clock. */
  const goOnAfterRest = (): void => {
    const left = restUntil - performance.now();
    if (left > 0) setTimeout(goOnAfterRest, left);
    else goOn();
  };

  /** Each client's first that may; who had a turn goes behind the others. */
  const goOn = (): void => {
    for (const [client, queue] of [...waiting]) {
      const [first] = queue;
      if (!first || !mayBegin(client, first)) continue;
      queue.shift();
      waiting.delete(client);
      if (queue.length > 0) waiting.set(client, queue);
      first.begin();
    }
  };

  return {
    take(client, isBusy) {
      const queue = waiting.get(client) ?? [];
      const since = performance.now();
      if (queue.length === 0 && mayBegin(client, { isBusy, since }))
        return Promise.resolve(begin(client, isBusy));
      if (queue.length >= WAITING_MAX) return Promise.resolve(null);
      return new Promise((resolve) => {
        queue.push({ isBusy, since, begin: () => resolve(begin(client, isBusy)) });
        waiting.set(client, queue);
      });
    },
  };
}
