import { type Answer, ask, type PageScore, pause, type Refused } from './server-calls.ts';

export type QueueState = 'saved' | 'saving' | 'offline';

interface QueueWatch {
  onState: (state: QueueState) => void;
  /** The computer of the room took none of them any more, with how many were lost. */
  onRefused: (refused: Refused, lost: number) => void;
}

const longestPauseMs = 8_000;
/** What the other side takes at once. */
const mostAtOnce = 500;

/**
 * Scores on their way. What cannot be sent stays on this device, also when the page is loaded anew, and
 * goes out as soon as the network is back.
 */
export class ScoreQueue {
  readonly roundId: number;
  readonly #key: string;
  readonly #watch: QueueWatch;
  readonly #pending: Map<string, PageScore>;
  #sending = false;
  #atOnce = mostAtOnce;
  #ended = false;

  constructor(roundId: number, participantId: number, watch: QueueWatch) {
    this.roundId = roundId;
    this.#key = `csm-vote:${location.host}:${roundId}:${participantId}`;
    this.#watch = watch;
    this.#pending = new Map(readKept(this.#key).map((score) => [keyOf(score), score]));
    if (this.#pending.size > 0) void this.#send();
  }

  get size(): number {
    return this.#pending.size;
  }

  /** What was scored here and may not have arrived. */
  pending(): PageScore[] {
    return [...this.#pending.values()];
  }

  put(score: PageScore): void {
    this.#pending.set(keyOf(score), score);
    this.#keep();
    void this.#send();
  }

  /** The round is over: nothing more goes out. */
  end(): void {
    this.#ended = true;
    this.#pending.clear();
    this.#keep();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let pauseMs = 500;
    while (this.#pending.size > 0 && !this.#ended) {
      this.#watch.onState('saving');
      // What is tapped in one go leaves in one go.
      await pause(150);
      const scores = this.pending().slice(0, this.#atOnce);
      const answer = await ask('/scores', { roundId: this.roundId, scores }).catch(() => null);
      if (this.#ended) break;
      if (answer?.ok === true) {
        pauseMs = 500;
        this.#arrived(scores);
        this.#atOnce = Math.min(mostAtOnce, this.#atOnce * 2);
      } else if (answer?.refused.error === 'notAsked') {
        this.#leaveOut(scores);
      } else if (answer === null || isPassing(answer)) {
        this.#watch.onState('offline');
        await pause(pauseMs);
        pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      } else {
        this.#giveUp(answer.refused);
      }
    }
    this.#sending = false;
    if (!this.#ended) this.#watch.onState('saved');
  }

  #arrived(scores: readonly PageScore[]): void {
    for (const score of scores) {
      // It may have been changed while it was on its way.
      if (this.#pending.get(keyOf(score)) === score) this.#pending.delete(keyOf(score));
    }
    this.#keep();
  }

  /** One of them was removed meanwhile: fewer at a time, until it goes alone and is given up. */
  #leaveOut(scores: readonly PageScore[]): void {
    if (scores.length === 1) this.#arrived(scores);
    this.#atOnce = Math.ceil(scores.length / 2);
  }

  #giveUp(refused: Refused): void {
    const lost = this.#pending.size;
    // Without a cookie they wait for this person to join again.
    if (refused.status !== 401) this.end();
    this.#ended = true;
    this.#watch.onRefused(refused, lost);
  }

  #keep(): void {
    try {
      if (this.#pending.size === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(this.pending()));
    } catch {
      // A private window keeps nothing; the scores still wait in memory.
    }
  }
}

/** Too much at once, or a fault that may be over at the next try. */
function isPassing(answer: Answer<unknown>): boolean {
  return !answer.ok && (answer.refused.status === 429 || answer.refused.status >= 500);
}

function readKept(key: string): PageScore[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as PageScore[];
  } catch {
    return [];
  }
}

export function keyOf({ whatId, howId }: { whatId: number; howId: number | null }): string {
  return `${whatId}:${howId ?? 0}`;
}
