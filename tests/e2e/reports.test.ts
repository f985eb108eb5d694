import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatScore } from '../../core/charts/chart-text.ts';
import { type ReportKind, reportKinds } from '../../core/contract/report.contract.ts';
import { localeWords } from '../../electron/host/locale-words.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { inspectPdf } from '../support/pdf-inspection.ts';

const korean = localeWords('ko');

let app: OpenedApp;

const makeButton = (kind: ReportKind, words: 'PDF' | 'Excel') =>
  app.page.getByRole('button', { name: `${korean(`report:kinds.${kind}`)} ${words}`, exact: true });

/** Presses once and waits for the file. */
async function make(kind: ReportKind, words: 'PDF' | 'Excel'): Promise<Download> {
  const download = app.page.waitForEvent('download');
  await makeButton(kind, words).click();
  return download;
}

const bytesOf = async (download: Download) => readFile(await download.path());
const openRoom = async () => {
  await app.page.goto(`${app.server.origin}/reports`);
  await makeButton('full', 'PDF').waitFor();
};
const made = () => app.page.getByRole('region', { name: korean('report:screen.madeTitle') });

describe('the report room', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('makes every report as a PDF with its font inside, in one click each', async () => {
    await openRoom();
    for (const kind of reportKinds) {
      const download = await make(kind, 'PDF');
      const title = korean(`report:titles.${kind}`);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^${title}_시험_\\d{8}\\.pdf$`));
      const bytes = await bytesOf(download);
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      const { fonts, pages, copyable } = inspectPdf(bytes);
      expect(fonts.some((name) => /Pretendard/.test(name))).toBe(true);
      expect(pages).toBeGreaterThan(0);
      expect(copyable).toMatch(/[가-힣]/);
    }
  });

  it('makes a workbook that names the CSFs and the CSI as the screen does', async () => {
    const { page } = app;
    await openRoom();
    const download = await make('full', 'Excel');
    expect(download.suggestedFilename()).toMatch(/_시험_\d{8}\.xlsx$/);
    const bytes = await bytesOf(download);
    const sheetText = async (sheet: string) =>
      (await readSheet(bytes, korean(`report:sheets.${sheet}`))).flat().map(String);

    await page.goto(`${app.server.origin}/csf`);
    await page.getByRole('grid').waitFor();
    const onScreen = await page.locator('tbody tr td:nth-child(3)').allTextContents();
    const csfs = await app.test.call('csf.list', {});
    expect(onScreen).toHaveLength(csfs.length);
    const csfCells = await sheetText('csf');
    for (const name of onScreen) expect(csfCells).toContain(name);

    await page.goto(`${app.server.origin}/csi`);
    const table = page.getByRole('region', { name: korean('csi:panels.waves') }).getByRole('table');
    await table.waitFor();
    const shown = await table.locator('tbody tr td:nth-child(3)').allTextContents();
    const csiCells = await sheetText('csi');
    const rounded = csiCells
      .filter((cell) => /^\d+\.\d+$/.test(cell))
      .map(Number)
      .map(formatScore);
    expect(shown).toHaveLength(2);
    for (const figure of shown) expect(rounded).toContain(figure);
  });

  it('keeps what was made for another save, also in the list of jobs', async () => {
    const { page } = app;
    await openRoom();
    const first = await make('csf', 'PDF');
    const row = made().getByRole('row').filter({ hasText: first.suggestedFilename() }).first();
    const again = page.waitForEvent('download');
    await row.getByRole('button', { name: korean('jobs:save') }).click();
    expect((await again).suggestedFilename()).toBe(first.suggestedFilename());

    await page.keyboard.press('Alt+0');
    await page.getByRole('button', { name: korean('jobs:title') }).click();
    const once = page.waitForEvent('download');
    await page
      .getByRole('dialog', { name: korean('jobs:title') })
      .getByRole('listitem')
      .filter({ hasText: first.suggestedFilename() })
      .first()
      .getByRole('button', { name: korean('jobs:save') })
      .click();
    expect((await bytesOf(await once)).equals(await bytesOf(first))).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('hands a report over also to those who went on to another room', async () => {
    const { page } = app;
    await openRoom();
    const download = page.waitForEvent('download');
    await makeButton('full', 'PDF').click();
    await page.keyboard.press('Alt+1');
    await page.waitForURL(/\/voc/);
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('makes the whole report by keyboard', async () => {
    const { page } = app;
    await openRoom();
    const download = page.waitForEvent('download');
    await page.keyboard.press('p');
    const title = korean('report:titles.full');
    expect((await download).suggestedFilename()).toMatch(new RegExp(`^${title}_`));
  });

  it('speaks the language of the screen', async () => {
    const { page } = app;
    await page.keyboard.press('Control+k');
    await page
      .getByLabel(korean('app:palette.placeholder'))
      .fill(korean('app:settings.switchLocale'));
    await page.getByRole('button', { name: korean('app:settings.switchLocale') }).click();
    const english = localeWords('en');
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: `${english('report:kinds.actions')} PDF`, exact: true })
      .click();
    expect((await download).suggestedFilename()).toContain(english('report:titles.actions'));
  });
});
