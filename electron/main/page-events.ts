import type { BrowserWindow, WebContents } from 'electron';
import { type EventMap, type EventName, eventNames } from '../../core/contract/contract.ts';

/** What a person must hear even when it happened before the page was up. */
const neverMissed: ReadonlySet<EventName> = new Set(['shell.refused', 'host.failed']);

interface Told {
  name: EventName;
  payload: unknown;
}

/**
 * What the page is told. A page hears nothing before its script has asked to, so refusals wait for
 * that; whatever else it missed it sees when it asks for the data.
 */
export class PageEvents {
  readonly #listening = new Set<EventName>();
  #contents: WebContents | null = null;
  #waiting: Told[] = [];

  attach(window: BrowserWindow): void {
    const { webContents } = window;
    this.#contents = webContents;
    // A page that was loaded anew, after a crash, has to say again what it listens to.
    webContents.on('did-navigate', () => this.#listening.clear());
    window.on('closed', () => {
      this.#contents = null;
      this.#listening.clear();
    });
  }

  tell<E extends EventName>(name: E, payload: EventMap[E]): void {
    if (neverMissed.has(name) && !this.#listening.has(name)) this.#waiting.push({ name, payload });
    else this.#send({ name, payload });
  }

  /** The page has begun to listen to `name`. */
  listens(name: unknown): void {
    const known = eventNames.find((candidate) => candidate === name);
    if (known === undefined) return;
    this.#listening.add(known);
    const due = this.#waiting.filter((told) => told.name === known);
    this.#waiting = this.#waiting.filter((told) => told.name !== known);
    for (const told of due) this.#send(told);
  }

  #send({ name, payload }: Told): void {
    this.#contents?.send('csm:event', name, payload);
  }
}
