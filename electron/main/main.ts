import path from 'node:path';
import { app, type BrowserWindow, ipcMain } from 'electron';
import type { Result } from '../../core/contract/app-error.ts';
import {
  type EventMap,
  type EventName,
  isMethodName,
  type MethodName,
  type ShellMethodName,
} from '../../core/contract/contract.ts';
import type { RecentWorkspace, UndoState } from '../../core/contract/workspace.contract.ts';
import { builtFiles } from './built-files.ts';
import { workspaceFileIn } from './command-line.ts';
import { HostProcess } from './host-process.ts';
import { denyPermissions, lockDown } from './lock-down.ts';
import { openMainWindow } from './main-window.ts';
import { showMenu } from './menu.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';
import { callShell } from './shell-methods.ts';
import { shellWords } from './shell-words.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** The desktop shell: one window, one host, and messages between them. */
class DesktopShell {
  readonly #host: HostProcess;
  #window: BrowserWindow | null = null;
  #words = shellWords('ko');

  constructor() {
    this.#host = new HostProcess(builtFiles.hostEntry, (name, payload) =>
      this.#tell(name, payload),
    );
  }

  async open(workspaceFile: string | null): Promise<void> {
    denyPermissions();
    servePage(builtFiles.renderer);
    ipcMain.handle('csm:call', (event, method: unknown, input: unknown) =>
      isTrustedSender(event) ? this.#answer(method, input) : refused(),
    );
    if (workspaceFile !== null) await this.openWorkspace(workspaceFile);
    this.showWindow();
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
    this.#window.on('closed', () => {
      this.#window = null;
    });
  }

  /** A `.csm` opened by double click or named on the command line. */
  async openWorkspace(file: string): Promise<void> {
    const opened = await this.#openToken(await this.#host.admit(file));
    if (opened) app.addRecentDocument(file);
  }

  stop(): Promise<void> {
    return this.#host.stop();
  }

  async #openToken(token: string): Promise<boolean> {
    const opened = await this.#host.call('workspace.open', { token });
    if (!opened.ok) this.#tell('shell.refused', opened.error);
    return opened.ok;
  }

  #answer(method: unknown, input: unknown): Promise<Result<unknown>> {
    if (!isMethodName(method)) return Promise.resolve(refused());
    if (isShellMethod(method)) {
      if (this.#window === null) return Promise.resolve(refused());
      const context = { host: this.#host, window: this.#window, words: this.#words };
      return callShell(context, method, input);
    }
    return this.#host.call(method, input);
  }

  #tell<E extends EventName>(name: E, payload: EventMap[E]): void {
    this.#window?.webContents.send('csm:event', name, payload);
    if (name === 'areas.changed') void this.#refreshMenu();
  }

  /** In the person's language, with the names of what would be undone. */
  async #refreshMenu(): Promise<void> {
    const [preferences, undo, recent] = await Promise.all([
      this.#host.call('preference.list', {}),
      this.#host.call('undo.state', {}),
      this.#host.call('workspace.listRecent', {}),
    ]);
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

function start(): void {
  // A second start hands its file to the first and ends: two hosts would fight over one workspace.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  declarePageScheme();
  lockDown();
  const shell = new DesktopShell();
  let opened = workspaceFileIn(process.argv);
  let ready = false;
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (ready) void shell.openWorkspace(file);
    else opened = file;
  });
  app.on('second-instance', (_event, argv, workingFolder) => {
    const file = workspaceFileIn(argv, workingFolder);
    if (file !== null) void shell.openWorkspace(file);
    shell.showWindow();
  });
  app.on('activate', () => shell.showWindow());
  app.on('window-all-closed', () => app.quit());
  quitCleanly(shell);
  void app.whenReady().then(async () => {
    ready = true;
    await shell.open(opened);
  });
}

/** The workspace is closed, and its log folded into the one file, before the process ends. */
function quitCleanly(shell: DesktopShell): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void shell.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

start();
