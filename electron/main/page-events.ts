import type { BrowserWindow, WebContents } from 'electron';
import { type EventMap, type EventName, eventNames } from '../../core/contract/contract.ts';

/** What a person must hear even when it happened before the page was up. */
const neverMissed: ReadonlySet<EventName> = new Set(['shell.refused', 'host.failed']);

/** What only the window the person works in is told: the room's view does nothing by itself. */
const mainWindowOnly: ReadonlySet<EventName> = new Set(['menu.chosen', 'shell.refused']);

interface Told {
  name: EventName;
  payload: unknown;
}

/**
 * What the pages are told. A page hears nothing before its script has asked to, so refusals wait for
 * that; whatever else it missed it sees when it asks for the data.
 */
export class PageEvents {
  readonly #listening = new Set<EventName>();
  /** Of the window the person works in. */
  #contents: WebContents | null = null;
  /** Of windows beside it. */
  readonly #others = new Set<WebContents>();
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

  attachBeside(window: BrowserWindow): void {
    const { webContents } = window;
    this.#others.add(webContents);
    window.on('closed', () => this.#others.delete(webContents));
  }

  tell<E extends EventName>(name: E, payload: EventMap[E]): void {
    if (!mainWindowOnly.has(name)) {
      for (const contents of this.#others) contents.send('csm:event', name, payload);
    }
    if (neverMissed.has(name) && !this.#listening.has(name)) this.#waiting.push({ name, payload });
    else this.#send({ name, payload });
  }

  /** A page has begun to listen to `name`; that of a window beside the main one missed nothing. */
  listens(name: unknown, sender: WebContents): void {
    if (sender !== this.#contents) return;
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
