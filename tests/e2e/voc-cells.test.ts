import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { filterOf, vocRoom } from '../support/voc-room.ts';

let app: OpenedApp;
const room = vocRoom(() => app);
const vocOf = async (row: number) => {
  const { rows } = await app.test.call('voc.listPage', { offset: row, limit: 1 });
  return rows[0];
};
const copied = () => app.page.evaluate(() => navigator.clipboard.readText());
const putOnClipboard = (text: string) =>
  app.page.evaluate((words) => navigator.clipboard.writeText(words), text);

describe('working in the cells of the list', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
    await room.open(filterOf({}));
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('takes what is typed into a cell and goes down with Enter', async () => {
    const { page } = app;
    await room.goTo(1, 'branch');
    await page.keyboard.insertText('한');
    await page.keyboard.insertText('강로점');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await vocOf(1))?.branch).toBe('한강로점');
    await page.locator('[data-row="2"] [data-column="branch"][data-active]').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await vocOf(1))?.branch).not.toBe('한강로점');
  });

  it('begins a Hangul word with its first letter', async () => {
    const { page } = app;
    await room.goTo(1, 'product');
    const session = await page.context().newCDPSession(page);
    // What an input method does: ㅎ, 하, 한 while composing, then the syllable.
    for (const composing of ['ㅎ', '하', '한']) {
      await session.send('Input.imeSetComposition', {
        text: composing,
        selectionStart: 1,
        selectionEnd: 1,
      });
    }
    await session.send('Input.insertText', { text: '한' });
    await page.keyboard.insertText('글');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await vocOf(1))?.product).toBe('한글');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await vocOf(1))?.product).not.toBe('한글');
  });

  it('chooses by digit, by name and from the list, and refuses other words', async () => {
    const { page } = app;
    await room.goTo(0, 'severity');
    await page.keyboard.press('5');
    await expect.poll(async () => (await vocOf(0))?.severity).toBe(5);
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await vocOf(0))?.severity).toBe(null);

    await room.goTo(0, 'kind');
    await page.keyboard.insertText('칭찬');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await vocOf(0))?.kind).toBe('praise');
    await room.goTo(0, 'kind');
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await vocOf(0))?.kind).toBe('complaint');

    await room.goTo(0, 'kind');
    await page.keyboard.insertText('잡담');
    await page.keyboard.press('Enter');
    await page.getByText('다음 가운데 하나여야 합니다', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    expect((await vocOf(0))?.kind).toBe('complaint');
  });

  it('fills a column of the ticked VOC with Ctrl+D, as one step', async () => {
    const { page } = app;
    await room.goTo(0, 'branch');
    await page.keyboard.insertText('채움점');
    await page.keyboard.press('Enter');
    await room.goTo(0, 'branch');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3건 선택').waitFor();
    await room.goTo(0, 'branch');
    await page.keyboard.press('Control+d');
    const filled = async () =>
      (await app.test.call('voc.count', { filter: { branches: ['채움점'] } })).total;
    await expect.poll(filled).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(filled).toBe(1);
    await page.keyboard.press('Escape');
  });

  it('copies the active cell, ticked rows, and rows with the names of their columns', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const { rows } = await app.test.call('voc.listPage', { limit: 2 });
    await room.goTo(0, 'text');
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toBe(rows[0]?.text);

    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2건 선택').waitFor();
    await page.keyboard.press('Control+c');
    await page.getByText('2행을 복사했습니다').first().waitFor();
    const [first = '', second = ''] = (await copied()).split(/\r?\n/);
    expect(first.split('\t')[0]).toBe(rows[0]?.receivedAt.replace('T', ' '));
    expect(second.split('\t')[3]).toBe(rows[1]?.text);

    await page.keyboard.press('Control+Shift+C');
    await expect.poll(async () => (await copied()).split(/\r?\n/)).toHaveLength(3);
    expect((await copied()).split(/\r?\n/)[0]).toMatch(/^접수일\t구분\t심각도\t내용/);
    await page.keyboard.press('Escape');
  });

  it('pastes a block from a spreadsheet after a look at it, refusing what does not fit', async () => {
    const { page } = app;
    const before = [await vocOf(2), await vocOf(3)];
    await putOnClipboard('붙임점\t정수기\t처리중\r\n붙임점\t공기청정기\t아무말\r\n');
    await room.goTo(2, 'branch');
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: '붙여넣기' });
    await dialog.getByText('받을 수 없는 값이 1개 있습니다', { exact: false }).waitFor();
    await dialog.getByText('다음 가운데 하나여야 합니다', { exact: false }).waitFor();
    // What stands there now, and what will.
    const [first] = await dialog.locator('del').allTextContents();
    expect(first).toBe(before[1]?.branch ?? '(비어 있음)');
    expect(await dialog.locator('ins').allTextContents()).toContain('공기청정기');
    await dialog.getByRole('button', { name: '맞는 값만 붙여넣기' }).click();
    await expect.poll(async () => (await vocOf(3))?.product).toBe('공기청정기');
    expect(await vocOf(2)).toMatchObject({ branch: '붙임점', product: '정수기' });
    expect((await vocOf(3))?.status).toBe(before[1]?.status);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await vocOf(2))?.branch).toBe(before[0]?.branch);
    expect((await vocOf(3))?.product).toBe(before[1]?.product);
  });

  it('pastes one value into all that are ticked', async () => {
    const { page } = app;
    await putOnClipboard('모두점');
    await room.goTo(0, 'branch');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2건 선택').waitFor();
    await page.keyboard.press('Control+v');
    const pasted = async () =>
      (await app.test.call('voc.count', { filter: { branches: ['모두점'] } })).total;
    await expect.poll(pasted).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(pasted).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('says before a bulk edit how many change, and empties a field', async () => {
    const { page } = app;
    const filter = { channels: ['web' as const] };
    await room.open(filterOf(filter));
    const { total } = await app.test.call('voc.count', { filter });
    const praise = await app.test.call('voc.count', { filter: { ...filter, kinds: ['praise'] } });
    await room.shows(total);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '구분' }).click();
    await page.getByRole('option', { name: '칭찬' }).click();
    const changing = (total - praise.total).toLocaleString('ko');
    await dialog.getByText(`${changing}건이 바뀝니다`, { exact: false }).waitFor();
    await dialog.getByRole('button', { name: '심각도 비우기' }).click();
    await dialog.getByRole('button', { name: '적용' }).click();
    const changed = async () =>
      (
        await app.test.call('voc.count', {
          filter: { ...filter, kinds: ['praise'], severities: [0] },
        })
      ).total;
    await expect.poll(changed).toBe(total);
    await page.keyboard.press('Control+z');
    await expect.poll(changed).not.toBe(total);
  });

  it('hands thousands of VOC to a job, as one step to undo', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const { total } = await app.test.call('voc.count', {});
    expect(total).toBeGreaterThan(2000);
    await page.keyboard.press('Control+a');
    await page.getByText(`${total.toLocaleString('ko')}건 선택`).waitFor();
    // One is left out.
    await page.keyboard.press('Space');
    await page.keyboard.press('e');
    const owner = page.getByRole('dialog').getByLabel('담당', { exact: true });
    await owner.fill('모두담당');
    await owner.press('Enter');
    await page.getByText('작업을 시작했습니다', { exact: false }).waitFor();
    const theirs = async () =>
      (await app.test.call('voc.count', { filter: { owners: ['모두담당'] } })).total;
    await expect.poll(theirs).toBe(total - 1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(theirs).toBe(0);
  });
});
