/** How many wrong codes are free, and how long one waits after each further one. */
interface LockRule {
  free: number;
  firstMs: number;
  mostMs: number;
}

/**
 * A person mistypes a few times; a machine tries a million codes. After five wrong codes an address waits
 * 2, 4, 8 … seconds, up to 15 minutes. Whoever has many addresses meets the lock of the whole room: after
 * 30 wrong codes everybody who has not joined yet waits, up to a minute after each further one. So at most
 * about 160 codes can be tried in two hours, one chance in 6,000. Who has joined notices nothing.
 */
const perAddress: LockRule = { free: 5, firstMs: 2_000, mostMs: 15 * 60_000 };
const overall: LockRule = { free: 30, firstMs: 1_000, mostMs: 60_000 };

const mostAddresses = 10_000;

export class GuessLock {
  readonly #now: () => number;
  readonly #byAddress = new Map<string, Failures>();
  readonly #all: Failures = { count: 0, until: 0 };

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Wrong codes since the beginning. */
  get refused(): number {
    return this.#all.count;
  }

  /**
   * Milliseconds that this address has to wait before it may try a code; 0 when it may now. Who gave the
   * right one before does not wait for the guesses of others.
   */
  waitOf(address: string, wasIn = false): number {
    const own = this.#byAddress.get(address)?.until ?? 0;
    const until = wasIn ? own : Math.max(this.#all.until, own);
    return Math.max(0, until - this.#now());
  }

  wrongFrom(address: string): void {
    const own = this.#byAddress.get(address) ?? { count: 0, until: 0 };
    // Taken out and put back, so that the map stays in the order of the last failure.
    this.#byAddress.delete(address);
    this.#byAddress.set(address, own);
    this.#count(own, perAddress);
    this.#count(this.#all, overall);
    if (this.#byAddress.size <= mostAddresses) return;
    for (const oldest of this.#byAddress.keys()) {
      this.#byAddress.delete(oldest);
      break;
    }
  }

  rightFrom(address: string): void {
    this.#byAddress.delete(address);
  }

  #count(failures: Failures, { free, firstMs, mostMs }: LockRule): void {
    failures.count++;
    const beyond = failures.count - free;
    if (beyond <= 0) return;
    failures.until = this.#now() + Math.min(mostMs, firstMs * 2 ** Math.min(beyond - 1, 30));
  }
}

interface Failures {
  count: number;
  until: number;
}
