import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../core/contract/app-error.ts';
import type { PickedFile } from '../../core/contract/shell.contract.ts';
import { startTestDesktop, type TestDesktop } from '../support/desktop-builder.ts';
import type { FakeMenuItem } from '../support/fake-electron.ts';

vi.mock('electron', () => import('../support/fake-electron.ts'));

let desktop: TestDesktop;

beforeAll(async () => {
  desktop = await startTestDesktop();
});
afterAll(() => desktop.dispose());

async function ask<T>(method: string, input: unknown = {}): Promise<T> {
  const result = await desktop.bridge.call(method, input);
  if (!result.ok) throw new Error(result.error.code);
  return result.value as T;
}

/** The menu after `work`, once it shows an entry of that label. */
async function menuWith(label: RegExp): Promise<FakeMenuItem> {
  for (;;) {
    const found = entries(desktop.electron.state.menu).find((item) => label.test(item.label ?? ''));
    if (found !== undefined) return found;
    await desktop.electron.nextMenu();
  }
}

function entries(menu: FakeMenuItem[]): FakeMenuItem[] {
  return menu.flatMap((item) => [item, ...entries(item.submenu ?? [])]);
}

describe('the window', () => {
  it('is sandboxed and isolated, and shown', () => {
    const [window] = desktop.electron.state.windows;

    expect(window?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    expect(window?.shown).toBe(true);
  });

  it('opens no other window and goes to no other address', () => {
    const contents = desktop.electron.state.windows[0]!.webContents;
    const prevented: string[] = [];
    const visit = (url: string) =>
      contents.emit('will-frame-navigate', { url, preventDefault: () => prevented.push(url) });
    visit('https://example.com/');
    visit('csm://app.example.com/');
    visit('file:///etc/passwd');
    visit('csm://app/voc');

    expect(contents.windowOpenHandler?.({ url: 'csm://app/' })).toEqual({ action: 'deny' });
    expect(prevented).toEqual([
      'https://example.com/',
      'csm://app.example.com/',
      'file:///etc/passwd',
    ]);
  });

  it('grants no permission but copying and pasting, and that to our page only', () => {
    const { requestHandler, checkHandler } = desktop.electron.session.defaultSession;
    const { webContents } = desktop.electron.state.windows[0]!;
    const answers = ['media', 'geolocation', 'clipboard-read', 'clipboard-sanitized-write'].map(
      (permission) => {
        const granted: unknown[] = [];
        requestHandler?.(webContents, permission, (answer: unknown) => granted.push(answer));
        return granted[0];
      },
    );

    expect(answers).toEqual([false, false, true, true]);
    expect(checkHandler?.(null, 'clipboard-read', 'csm://app')).toBe(true);
    expect(checkHandler?.(null, 'clipboard-read', 'https://example.com')).toBe(false);
    expect(checkHandler?.(null, 'media', 'csm://app')).toBe(false);
    expect(checkHandler?.(null, 'clipboard-sanitized-write', 'https://example.com')).toBe(false);
  });
});

describe('calls', () => {
  it('are answered to the main frame of our page only', async () => {
    const { invokeFrom, state, FakeFrame } = desktop.electron;
    const { webContents } = state.windows[0]!;
    const inner = Object.assign(new FakeFrame(), { url: 'csm://app/' });
    const foreign = Object.assign(new FakeFrame(), { url: 'https://example.com/' });
    const from = [
      { sender: webContents, senderFrame: inner },
      { sender: { mainFrame: foreign }, senderFrame: foreign },
      { sender: webContents, senderFrame: null },
    ];
    for (const sender of from) {
      const answer = await invokeFrom('csm:call', sender, ['workspace.current', {}]);

      expect(answer).toMatchObject({ ok: false, error: { code: 'app.unknownMethod' } });
    }
  });
});

describe('the page', () => {
  const fetched = (address: string) => desktop.electron.state.protocols.csm!(new Request(address));

  it.runIf(existsSync('out/renderer/index.html'))('comes with a policy and its nonce', async () => {
    const answer = await fetched('csm://app/voc?open=3');
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';

    expect(policy).toContain("script-src 'self'");
    expect(nonce.length).toBeGreaterThan(16);
    expect(await answer.text()).toContain(nonce);
  });

  it('has nothing outside its assets', async () => {
    for (const address of [
      'csm://app/assets/../../../package.json',
      'csm://app/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      'csm://app/assets/..%2f..%2f..%2fpackage.json',
      'csm://app/assets/nothing.js',
    ]) {
      const answer = await fetched(address);

      expect(await answer.text()).not.toContain('csm-workbench');
    }
  });
});

describe('an address that is not ours or that no encoder wrote', () => {
  it.each(['csm://elsewhere/', 'csm://app/assets/%zz.js', 'csm://app/%zz'])(
    '%s',
    async (address) => {
      const answer = await desktop.electron.state.protocols.csm!(new Request(address));

      expect(answer.status).toBe(404);
    },
  );
});

describe('dialogs', () => {
  it('turn the file a person picks into a token the host can use', async () => {
    const file = path.join(desktop.folder, '의견.csv');
    writeFileSync(file, '내용\n기사님이 친절했어요\n');
    desktop.electron.state.dialogAnswers.push(file);
    const picked = await ask<PickedFile>('shell.pickFile', { purpose: 'voc' });

    expect(picked).toMatchObject({ name: '의견.csv', bytes: readFileSync(file).length });
    expect(JSON.stringify(picked)).not.toContain(desktop.folder);
  });

  it('answer nothing when the person thinks better of it', async () => {
    expect(await ask('shell.pickFile', { purpose: 'workspace' })).toBeNull();
    expect(await ask('shell.pickNewWorkspace', { suggestedName: '../../새 것' })).toBeNull();
    expect(JSON.stringify(desktop.electron.state.dialogs.at(-1))).not.toContain('..');
  });

  it('create a workspace where the person says and save a copy where they say', async () => {
    const place = path.join(desktop.folder, '현장.csm');
    const copy = path.join(desktop.folder, '현장 사본.csm');
    desktop.electron.state.dialogAnswers.push(place, copy);
    const { token } = await ask<{ token: string }>('shell.pickNewWorkspace', {
      suggestedName: '현장',
    });
    await ask('workspace.create', { name: '현장', token });
    const made = await ask<{ token: string; fileName: string }>('workspace.saveCopy');
    const { delivered } = await ask<{ delivered: boolean }>('shell.deliverFile', made);

    expect(existsSync(place)).toBe(true);
    expect(delivered).toBe(true);
    expect(readFileSync(copy).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('never write over a workspace that is open', async () => {
    await ask('requirement.create', { name: '대기 시간' });
    desktop.electron.state.dialogAnswers.push(path.join(desktop.folder, '현장.csm'));
    const made = await ask<object>('workspace.saveCopy');
    const answer = await desktop.bridge.call('shell.deliverFile', made);

    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'workspace.openCannotReplace', params: { fileName: '현장.csm' } },
    });
    expect(await ask('workspace.check')).toMatchObject({ ok: true, counts: { requirements: 1 } });
  });

  it('offer names that every system accepts', async () => {
    await ask('shell.pickNewWorkspace', { suggestedName: 'CON' });
    await ask('shell.pickNewWorkspace', { suggestedName: '서비스 품질 '.repeat(40) });
    const [reserved, long] = (desktop.electron.state.dialogs as { defaultPath: string }[])
      .slice(-2)
      .map(({ defaultPath }) => path.basename(defaultPath));

    expect(reserved).toBe('_CON.csm');
    expect(Buffer.byteLength(long ?? '')).toBeLessThan(200);
  });

  it('say so when the file cannot be written there', async () => {
    desktop.electron.state.dialogAnswers.push(path.join(desktop.folder, 'no/such/folder.csm'));
    const made = await ask<object>('workspace.saveCopy');
    const answer: Result<unknown> = await desktop.bridge.call('shell.deliverFile', made);

    expect(answer).toMatchObject({ ok: false, error: { code: 'app.cannotSave' } });
  });
});

describe('a dropped file', () => {
  const drop = (file: string) =>
    desktop.bridge.takeFile(desktop.electron.droppedFile(file)) as Promise<Result<PickedFile>>;

  function written(name: string, content = '내용\n기사님이 친절했어요\n'): string {
    const file = path.join(desktop.folder, name);
    writeFileSync(file, content);
    return file;
  }

  it.each(['의견.csv', '7월 VOC.XLSX', 'a.txt'])('%s becomes a token, not a path', async (name) => {
    const taken = await drop(written(name));

    expect(taken).toMatchObject({ ok: true, value: { name, bytes: 36 } });
    expect(JSON.stringify(taken)).not.toContain(desktop.folder);
  });

  it('is read by the host like one that was chosen in a dialog', async () => {
    const taken = await drop(written('끌어온 것.csv'));
    if (!taken.ok) throw new Error(taken.error.code);

    expect(await ask('import.inspect', { token: taken.value.token })).toMatchObject({
      fileName: '끌어온 것.csv',
      headers: ['내용'],
    });
  });

  it('comes from a person: what a script makes or names is refused', async () => {
    const file = written('몰래.csv');
    const made = new File(['내용'], file);
    for (const given of [made, file, { path: file }, new Blob(['a']), null, undefined, 7]) {
      expect(await desktop.bridge.takeFile(given)).toMatchObject({
        ok: false,
        error: { code: 'import.fileGone' },
      });
    }
  });

  it('is a table: no key, no folder, no link to something else', async () => {
    const key = written('id_rsa', 'secret');
    const link = path.join(desktop.folder, '명단.csv');
    symlinkSync(key, link);
    const folder = path.join(desktop.folder, '폴더.csv');
    mkdirSync(folder);
    for (const given of [key, link, folder]) {
      expect(await drop(given)).toMatchObject({ ok: false, error: { code: 'import.notATable' } });
    }
  });

  it('that has gone meanwhile is told to have gone', async () => {
    expect(await drop(path.join(desktop.folder, '없음.csv'))).toMatchObject({
      ok: false,
      error: { code: 'import.fileGone' },
    });
  });

  it('is taken from the main frame of our page only, and only by its full path', async () => {
    const { invokeFrom, state, FakeFrame } = desktop.electron;
    const { webContents } = state.windows[0]!;
    const file = written('남의 것.csv');
    const inner = Object.assign(new FakeFrame(), { url: 'csm://app/' });
    const foreign = Object.assign(new FakeFrame(), { url: 'https://example.com/' });
    for (const sender of [
      { sender: webContents, senderFrame: inner },
      { sender: { mainFrame: foreign }, senderFrame: foreign },
      { sender: webContents, senderFrame: null },
    ]) {
      expect(await invokeFrom('csm:take-file', sender, [file])).toMatchObject({ ok: false });
    }
    for (const garbage of ['남의 것.csv', '', '../남의 것.csv', 7, null, [file], { file }]) {
      expect(await invokeFrom('csm:take-file', state.sender(), [garbage])).toMatchObject({
        ok: false,
        error: { code: 'import.fileGone' },
      });
    }
  });
});

describe('the menu', () => {
  it('names what will be undone, and undoes through the screen', async () => {
    await ask('requirement.create', { name: '대기 시간' });
    const entry = await menuWith(/^실행 취소: ./);
    const chosen = new Promise((resolve) => desktop.bridge.on('menu.chosen', resolve));
    entry.click?.();

    expect(entry.enabled).toBe(true);
    expect(await chosen).toEqual({ command: 'edit.undo' });
  });

  it('lists recent workspaces', async () => {
    await ask('workspace.create', { name: '최근 것' });

    expect((await menuWith(/^최근 것$/)).click).toBeTypeOf('function');
  });

  it('shows an & in a name as it is', async () => {
    await ask('workspace.create', { name: 'R&D 센터' });

    expect((await menuWith(/^R&&D 센터$/)).click).toBeTypeOf('function');
  });

  it('follows the language', async () => {
    await ask('preference.set', { key: 'locale', value: 'en' });

    expect((await menuWith(/^Quit$/)).role).toBe('quit');
  });
});

describe('a second start', () => {
  it('opens its file in the first and brings the window forward', async () => {
    const { app, state } = desktop.electron;
    const file = path.join(desktop.folder, '현장.csm');
    const opened = new Promise<void>((resolve) => {
      desktop.bridge.on('areas.changed', ({ areas }) => areas.includes('workspace') && resolve());
    });
    state.windows[0]!.minimized = true;
    app.emit('second-instance', {}, ['electron', '--flag', '현장.csm'], desktop.folder);
    await opened;

    expect(await ask('workspace.current')).toMatchObject({ name: '현장' });
    expect(state.windows[0]).toMatchObject({ minimized: false, focused: 1 });
    expect(app.recentDocuments).toEqual([file]);
  });

  it('tells the person when that file cannot be opened', async () => {
    const broken = path.join(desktop.folder, '깨진 것.csm');
    writeFileSync(broken, 'not a database');
    const refused = new Promise((resolve) => desktop.bridge.on('shell.refused', resolve));
    desktop.electron.app.emit('second-instance', {}, ['electron', broken], desktop.folder);

    expect(await refused).toMatchObject({ code: 'workspace.notOurs' });
  });
});

describe('the room’s view of a workshop', () => {
  const projectors = () => desktop.electron.state.windows.slice(1);

  it('opens in one locked-down window beside the main one, and comes forward when asked again', async () => {
    const { state } = desktop.electron;
    await ask('shell.openProjector', { workshopId: 3 });
    await ask('shell.openProjector', { workshopId: 4 });

    expect(projectors()).toHaveLength(1);
    const [projector] = projectors();
    expect(projector).toMatchObject({ shown: true, focused: 1 });
    expect(projector!.webContents.getURL()).toBe('csm://app/projector?workshopId=4');
    expect(projector!.options.webPreferences).toEqual(state.windows[0]!.options.webPreferences);
    expect(projector!.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    const open = projector!.webContents.windowOpenHandler;
    expect(open?.({ url: 'csm://app/' })).toEqual({ action: 'deny' });
  });

  it('hears what changes, but neither menu nor refusals', async () => {
    const [projector] = projectors();
    const { sent } = projector!.webContents;
    sent.length = 0;
    await ask('preference.set', { key: 'workshop.projector', value: { slide: 'heat' } });
    await expect
      .poll(() => sent)
      .toContainEqual(['csm:event', 'areas.changed', { areas: ['preference'] }]);
    const heardByMain = new Promise((resolve) => desktop.bridge.on('menu.chosen', resolve));
    (await menuWith(/^(Undo|실행 취소)/)).click?.();

    expect(await heardByMain).toEqual({ command: 'edit.undo' });
    expect(sent.map(([, name]) => name)).not.toContain('menu.chosen');
  });

  it('refuses what is no workshop', async () => {
    const refused = await desktop.bridge.call('shell.openProjector', { workshopId: 'x' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'app.invalidInput' } });
  });

  it('closes by itself, and can be opened again on another display', async () => {
    const { state } = desktop.electron;
    projectors()[0]!.close();
    state.displays.push({ id: 2, workArea: { x: 1920, y: 0, width: 1920, height: 1080 } });
    await ask('shell.openProjector', { workshopId: 4 });

    expect(projectors()[0]!.options).toMatchObject({ x: 1920, width: 1920, fullscreen: true });
    projectors()[0]!.close();
    expect(state.windows).toHaveLength(1);
  });
});

describe('a page that crashes', () => {
  it('is shown anew, but not for ever', () => {
    const { webContents } = desktop.electron.state.windows[0]!;
    const before = desktop.electron.state.reloads;
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });

    expect(desktop.electron.state.reloads - before).toBe(1);
  });

  it('hears of what it missed once it listens again', async () => {
    const broken = path.join(desktop.folder, '깨진 것.csm');
    const { app, state } = desktop.electron;
    state.windows[0]!.webContents.emit('did-navigate', {}, 'csm://app/');
    app.emit('open-file', { preventDefault: () => undefined }, broken);
    await ask('workspace.listRecent');
    const refused = new Promise((resolve) => desktop.bridge.on('shell.refused', resolve));

    expect(await refused).toMatchObject({ code: 'workspace.notOurs' });
  });
});

describe('a host that dies', () => {
  it('rejects what was asked and says so', async () => {
    const [host] = desktop.electron.state.processes;
    const failed = new Promise((resolve) => desktop.bridge.on('host.failed', resolve));
    // Stopped first, or it might answer before it dies.
    host!.child.kill('SIGSTOP');
    const asked = desktop.bridge.call('workspace.check', {});
    const exit = once(host!.child, 'exit');
    host!.child.kill('SIGKILL');
    await exit;

    expect(await failed).toEqual({ code: 'app.hostGone' });
    expect((await asked).ok).toBe(false);
    expect(await desktop.bridge.call('voc.listChoices', {})).toMatchObject({
      error: { code: 'app.hostGone' },
    });
  });
});
