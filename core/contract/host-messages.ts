import type { Result } from './app-error.ts';
import type { EventMap, EventName } from './contract.ts';

/*
 * What the desktop shell's main process and the host's utility process say to each other. `call` is
 * the screen's; the others are the shell's own: paths live in these two processes only.
 */

export type ToHost =
  | { kind: 'call'; id: number; method: string; input: unknown }
  /** A start without a file: opens the workspace of last time, or the sample at the very first. */
  | { kind: 'begin'; id: number }
  /** Registers a file the person picked in a dialog; answered with its token. */
  | { kind: 'admit'; id: number; path: string }
  /** Puts the file behind a token where the person wants it. */
  | { kind: 'deliver'; id: number; token: string; path: string }
  /** Close the workspace; answered when the file is closed. */
  | { kind: 'shutdown'; id: number };

export type FromHost =
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | { [E in EventName]: { kind: 'event'; name: E; payload: EventMap[E] } }[EventName];
