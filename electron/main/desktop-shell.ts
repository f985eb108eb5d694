import path from 'node:path';
import { app, type BrowserWindow, ipcMain } from 'electron';
import { AppError, type Result } from '../../core/contract/app-error.ts';
import {
  type EventMap,
  type EventName,
  isMethodName,
  type MethodName,
  type ShellMethodName,
} from '../../core/contract/contract.ts';
import type { RecentWorkspace, UndoState } from '../../core/contract/workspace.contract.ts';
import { builtFiles } from './built-files.ts';
import { HostProcess } from './host-process.ts';
import { openMainWindow } from './main-window.ts';
import { showMenu } from './menu.ts';
import { PageEvents } from './page-events.ts';
import { openProjectorWindow, showWorkshop } from './projector-window.ts';
import { callShell } from './shell-methods.ts';
import { shellWords } from './shell-words.ts';
import { takeFile } from './taken-file.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** One window to work in, at most one for the room, one host, and messages between them. To be made after the app is ready. */
export class DesktopShell {
  readonly #host: HostProcess;
  readonly #page = new PageEvents();
  #window: BrowserWindow | null = null;
  #projector: BrowserWindow | null = null;
  #words = shellWords('ko');
  #menuRequests = 0;

  constructor() {
    this.#host = new HostProcess(builtFiles.hostEntry, (name, payload) =>
      this.#tell(name, payload),
    );
  }

  /** Shows the window at once; the workspace, which may take a moment, follows. */
  async open(workspaceFile: string | null): Promise<void> {
    ipcMain.handle('csm:call', (event, method: unknown, input: unknown) =>
      isTrustedSender(event) ? this.#answer(method, input) : refused(),
    );
    ipcMain.handle('csm:take-file', (event, file: unknown) =>
      isTrustedSender(event) ? takeFile(this.#host, file) : refused(),
    );
    ipcMain.on('csm:listening', (event, name: unknown) => {
      if (isTrustedSender(event)) this.#page.listens(name, event.sender);
    });
    this.showWindow();
    if (workspaceFile === null) this.#accept(await this.#host.begin());
    else await this.openWorkspace(workspaceFile);
    await this.#refreshMenu();
  }

  showWindow(): void {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    this.#window = openMainWindow({
      preload: builtFiles.preload,
      stateFile: path.join(app.getPath('userData'), 'window.json'),
    });
    this.#page.attach(this.#window);
    this.#window.on('closed', () => {
      this.#window = null;
      this.#projector?.close();
    });
  }

  /** One window for the room, which closes with the one that steers it. */
  #openProjector(main: BrowserWindow, workshopId: number): void {
    if (this.#projector !== null) {
      showWorkshop(this.#projector, workshopId);
      this.#projector.focus();
      return;
    }
    this.#projector = openProjectorWindow(main, builtFiles.preload, workshopId);
    this.#page.attachBeside(this.#projector);
    this.#projector.on('closed', () => {
      this.#projector = null;
    });
  }

  /** A `.csm` opened by double click or named on the command line. */
  async openWorkspace(file: string): Promise<void> {
    try {
      if (await this.#openToken(await this.#host.admit(file))) app.addRecentDocument(file);
    } catch (error) {
      // The host has gone, which the page is told by itself.
      if (!(error instanceof AppError)) throw error;
    }
  }

  stop(): Promise<void> {
    return this.#host.stop();
  }

  async #openToken(token: string): Promise<boolean> {
    return this.#accept(await this.#host.call('workspace.open', { token }));
  }

  /** Tells the person of a refusal of what was not asked for on the screen. */
  #accept(result: Result<unknown>): boolean {
    if (!result.ok) this.#tell('shell.refused', result.error);
    return result.ok;
  }

  #answer(method: unknown, input: unknown): Promise<Result<unknown>> {
    if (!isMethodName(method)) return Promise.resolve(refused());
    if (isShellMethod(method)) {
      const window = this.#window;
      if (window === null) return Promise.resolve(refused());
      const openProjector = (workshopId: number) => this.#openProjector(window, workshopId);
      const context = { host: this.#host, window, words: this.#words, openProjector };
      return callShell(context, method, input);
    }
    return this.#host.call(method, input);
  }

  #tell<E extends EventName>(name: E, payload: EventMap[E]): void {
    this.#page.tell(name, payload);
    if (name === 'areas.changed') void this.#refreshMenu();
  }

  /** In the person's language, with the names of what would be undone. */
  async #refreshMenu(): Promise<void> {
    const request = ++this.#menuRequests;
    const [preferences, undo, recent] = await Promise.all([
      this.#host.call('preference.list', {}),
      this.#host.call('undo.state', {}),
      this.#host.call('workspace.listRecent', {}),
    ]);
    // Several changes in a row ask several times; only the last answer is the menu of now.
    if (request !== this.#menuRequests) return;
    this.#words = shellWords(localeIn(preferences));
    showMenu({
      words: this.#words,
      undo: undo.ok ? (undo.value as UndoState) : { undo: null, redo: null },
      recent: recent.ok ? (recent.value as RecentWorkspace[]) : [],
      onCommand: (command) => this.#tell('menu.chosen', { command }),
      onRecent: (token) => void this.#openToken(token),
    });
  }
}

function isShellMethod(method: MethodName): method is ShellMethodName {
  return method.startsWith('shell.');
}

function localeIn(preferences: Result<unknown>): 'ko' | 'en' {
  const known = preferences.ok ? preferences.value : null;
  return typeof known === 'object' && known !== null && 'locale' in known && known.locale === 'en'
    ? 'en'
    : 'ko';
}

function refused(): Result<never> {
  return { ok: false, error: { code: 'app.unknownMethod', params: {} } };
}
