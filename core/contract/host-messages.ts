import type { Result } from './app-error.ts';
import type { EventMap, EventName } from './contract.ts';

/*
 * What the desktop shell's main process and the host's utility process say to each other. `call` is
 * the screen's; `admit` and `locate` are the shell's own: paths live in these two processes only.
 */

export type ToHost =
  | { kind: 'call'; id: number; method: string; input: unknown }
  /** Registers a file the person picked in a dialog; answered with its token. */
  | { kind: 'admit'; id: number; path: string }
  /** Where the file behind a token lies; answered with the path. */
  | { kind: 'locate'; id: number; token: string }
  /** Close the workspace; answered when the file is closed. */
  | { kind: 'shutdown'; id: number };

export type FromHost =
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | { [E in EventName]: { kind: 'event'; name: E; payload: EventMap[E] } }[EventName];
