/** What one address may ask for: a page with its files at once, then a steady stream of taps. */
const burst = 120;
const perSecond = 30;
const mostAddresses = 10_000;

/** A bucket of requests for each address, so that nobody keeps the computer of the room busy. */
export class RequestBudget {
  readonly #now: () => number;
  readonly #left = new Map<string, { tokens: number; at: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** False when the address has used up its budget. */
  take(address: string): boolean {
    const now = this.#now();
    const before = this.#left.get(address) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond);
    if (this.#left.size >= mostAddresses) this.#left.clear();
    this.#left.set(address, { tokens: Math.max(0, tokens - 1), at: now });
    return tokens >= 1;
  }
}
