import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may use the server: whoever redeemed a launch token. A token opens one session and is then
 * spent; only the newest unspent one counts, so a link left in a terminal's history opens nothing.
 */
export class LoopbackAccess {
  #launchToken: string | null = null;
  readonly #sessions = new Set<string>();

  issueLaunchToken(): string {
    this.#launchToken = newSecret();
    return this.#launchToken;
  }

  /** Answers with a new session's id, or null when the token is wrong or spent. */
  redeem(token: string): string | null {
    if (this.#launchToken === null || !isSame(token, this.#launchToken)) return null;
    this.#launchToken = null;
    const session = newSecret();
    this.#sessions.add(session);
    return session;
  }

  admits(session: string | undefined): boolean {
    if (session === undefined) return false;
    let known = false;
    for (const candidate of this.#sessions) known = isSame(session, candidate) || known;
    return known;
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time wherever the two differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
