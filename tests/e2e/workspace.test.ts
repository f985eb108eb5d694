import { closeSync, cpSync, existsSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../core/contract/app-error.ts';
import { currentSchemaVersion } from '../../db/migrate.ts';
import { localeWords, wordsForError } from '../../electron/host/locale-words.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { startTestHost } from '../support/host-builder.ts';

let app: OpenedApp;
const korean = localeWords('ko');

const startHeading = () => app.page.getByRole('heading', { name: korean('workspace:start.title') });
const homeHeading = () => app.page.getByRole('heading', { name: korean('home:title') });
const firstSteps = () => app.page.getByRole('region', { name: korean('home:first.title') });
const isFocused = (name: string) =>
  app.page
    .getByRole('button', { name })
    .evaluate((button) => button === button.ownerDocument.activeElement);

/** Presses Tab until the button has the focus: a person without a mouse has no other way. */
async function tabTo(name: string): Promise<void> {
  for (let pressed = 0; pressed < 20; pressed++) {
    await app.page.keyboard.press('Tab');
    if (await isFocused(name)) return;
  }
  throw new Error(`Tab does not reach "${name}"`);
}

async function openMenu(): Promise<void> {
  await app.page.getByTitle('워크스페이스 메뉴').click();
  await app.page.getByRole('menu').waitFor();
}

async function chooseInMenu(name: string): Promise<void> {
  await openMenu();
  await app.page.getByRole('menuitem', { name }).click();
}

/** Opens a file of this computer as the person would: through the browser's own chooser. */
async function openFileFromMenu(file: string): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await chooseInMenu('열기…');
  await (await chooser).setFiles(file);
}

const openName = async () => (await app.test.call('workspace.current', {}))?.name;

async function saveCopy(to: string): Promise<string> {
  const download = app.page.waitForEvent('download');
  await chooseInMenu('사본 저장…');
  const file = path.join(app.test.folder, to);
  await (await download).saveAs(file);
  return file;
}

describe('the workspace file', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'none' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('is made empty with the keyboard only, and shows the first steps', async () => {
    const { page } = app;
    await startHeading().waitFor();
    await page.getByText(korean('workspace:start.noRecent')).waitFor();
    await tabTo('새 워크스페이스');
    await page.keyboard.press('Enter');
    const name = page.getByRole('dialog').getByLabel('이름');
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('2026년 고객만족 개선');
    await page.keyboard.press('Enter');

    await homeHeading().waitFor();
    await firstSteps().getByRole('link', { name: 'VOC 가져오기' }).waitFor();
    expect(await openName()).toBe('2026년 고객만족 개선');
    expect(existsSync(path.join(app.test.folder, 'workspaces', '2026년 고객만족 개선.csm'))).toBe(
      true,
    );
  });

  it('is closed, and found again in the recent list', async () => {
    const { page } = app;
    await chooseInMenu('닫기');
    await startHeading().waitFor();
    await page.getByRole('button', { name: '2026년 고객만족 개선', exact: true }).click();
    await firstSteps().waitFor();
    await chooseInMenu('닫기');
    await startHeading().waitFor();
  });

  it('shows the sample after one click, and an empty workspace after one more', async () => {
    const { page } = app;
    await page.getByRole('button', { name: korean('workspace:start.sample') }).click();
    await homeHeading().waitFor();
    await page.getByText(korean('workspace:sampleBadge'), { exact: true }).waitFor();
    await page.getByRole('region', { name: '듣다' }).getByText('3,000').waitFor();

    await page.getByRole('button', { name: korean('workspace:menu.leaveSample') }).click();
    await firstSteps().waitFor();
    await page.getByRole('region', { name: '듣다' }).getByText('0').first().waitFor();
    expect(await app.test.call('workspace.current', {})).toMatchObject({
      name: korean('workspace:dialog.emptyName'),
      sample: false,
    });
  });

  it('holds nothing of the one before it, in no room', async () => {
    const { page } = app;
    for (const [room, teaching] of [
      ['VOC', korean('voc:empty.title')],
      ['조사 응답', korean('survey:empty.title')],
      ['CSI', korean('csi:empty.wavesTitle')],
    ] as const) {
      await page.getByRole('link', { name: room, exact: true }).click();
      await page.getByRole('heading', { name: teaching }).waitFor();
    }
  });

  it('opens a recent one from the menu', async () => {
    const { page } = app;
    await openMenu();
    await page.getByRole('menuitem', { name: /^예제/ }).click();
    await homeHeading().waitFor();
    await page.getByText(korean('workspace:sampleBadge'), { exact: true }).waitFor();
  });

  it('takes another name, which can be undone', async () => {
    const { page } = app;
    const before = await openName();
    await chooseInMenu('이름 바꾸기…');
    const field = page.getByRole('dialog').getByLabel('이름');
    await field.fill('하반기 개선');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '하반기 개선', exact: true }).waitFor();
    await page.getByRole('button', { name: /^실행 취소: .*하반기 개선/ }).click();
    await expect.poll(openName).toBe(before);
  });

  it('is checked', async () => {
    await chooseInMenu('파일 점검');
    await app.page
      .getByText(korean('workspace:checked.ok', { voc: '3,000', requirements: '30' }))
      .waitFor();
  });

  it('is copied whole into a file that stands by itself', async () => {
    const copy = await saveCopy('사본.csm');
    await app.page.getByText(korean('workspace:copied', { fileName: '' }).slice(0, 8)).waitFor();
    const raw = new Database(copy, { readonly: true });
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.prepare('SELECT count(*) FROM voc').pluck().get()).toBe(3000);
    raw.close();

    const elsewhere = await startTestHost({ workspace: 'none' });
    const token = elsewhere.host.context.files.admit(copy);
    await elsewhere.call('workspace.open', { token });
    expect(await elsewhere.call('workspace.check', {})).toMatchObject({
      ok: true,
      counts: { voc: 3000, requirements: 30 },
    });
    await elsewhere.dispose();
  });

  it('is opened from a file of this computer', async () => {
    const { page } = app;
    const elsewhere = await startTestHost({ workspace: 'empty' });
    await elsewhere.call('workspace.rename', { name: '본사에서 받은 파일' });
    const { token } = await elsewhere.call('workspace.saveCopy', {});
    const received = path.join(app.test.folder, '받은 파일.csm');
    cpSync(elsewhere.host.context.files.resolve(token).path, received);
    await elsewhere.dispose();

    await openFileFromMenu(received);
    await page.getByRole('button', { name: '본사에서 받은 파일', exact: true }).waitFor();
    await firstSteps().waitFor();
  });
});

describe('a file that cannot be opened', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  const refusal = (code: ErrorCode, params: Record<string, string | number>) =>
    app.page.getByRole('alert').getByText(wordsForError(korean, { code, params }));

  it('is refused in words when it is not ours, and what was open stays open', async () => {
    const file = path.join(app.test.folder, '회의록.csm');
    writeFileSync(file, '고객만족 회의록\n'.repeat(400));
    await openFileFromMenu(file);
    await refusal('workspace.notOurs', { fileName: '회의록.csm' }).waitFor();
    await expectSampleStillOpen();
  });

  it('is refused in words when it is newer than the program, and is not changed', async () => {
    const file = await saveCopy('새 버전.csm');
    const raw = new Database(file);
    raw.pragma(`user_version = ${currentSchemaVersion + 1}`);
    raw.close();
    await openFileFromMenu(file);
    await refusal('workspace.newer', {
      fileName: '새 버전.csm',
      version: currentSchemaVersion + 1,
      supported: currentSchemaVersion,
    }).waitFor();
    await expectSampleStillOpen();
  });

  it('is refused in words when it is damaged', async () => {
    const file = await saveCopy('손상.csm');
    const opened = openSync(file, 'r+');
    writeSync(opened, Buffer.alloc(64 * 1024, 0xff), 0, 64 * 1024, 128 * 1024);
    closeSync(opened);
    await openFileFromMenu(file);
    await refusal('workspace.damaged', { fileName: '손상.csm' }).waitFor();
    await expectSampleStillOpen();
  });

  it('stands in the recent list as missing once it is gone, and can be taken off', async () => {
    const { page, test } = app;
    const missing = `지워질 파일 — ${korean('workspace:start.missing')}`;
    await test.call('workspace.create', { name: '지워질 파일' });
    const gone = (await test.call('workspace.current', {}))?.displayPath ?? '';
    await chooseInMenu('닫기');
    await startHeading().waitFor();
    rmSync(gone);
    await page.reload();
    await page.getByText(missing).waitFor();
    await page.getByRole('button', { name: '목록에서 지우기: 지워질 파일' }).click();
    await page.getByText(missing).waitFor({ state: 'detached' });
  });

  async function expectSampleStillOpen(): Promise<void> {
    const { page } = app;
    await page.getByRole('region', { name: '듣다' }).getByText('3,000').waitFor();
    expect(await openName()).toBe('시험');
  }
});
