import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCalendarDays } from '../../core/domain/voc/handling.ts';
import { localToday } from '../../electron/host/local-date.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;
let id = 0;
const today = localToday();
const pane = () => app.page.getByRole('complementary', { name: 'VOC 읽기' });
const state = () => app.test.call('voc.get', { id });
const openVoc = async () => {
  await app.page.goto(`${app.server.origin}/voc?open=${id}`);
  await pane().getByText(`VOC ${id}`, { exact: true }).waitFor();
};

beforeAll(async () => {
  app = await openApp({ workspace: 'empty' });
  const record = (text: string, dueOn: string | null) =>
    app.test.call('voc.create', {
      text,
      receivedAt: `${today}T09:00`,
      channel: 'phone',
      kind: 'complaint',
      dueOn,
    });
  await record('번호표를 뽑고도 오래 기다렸습니다', today);
  ({ id } = await record('전화가 연결되지 않습니다', addCalendarDays(today, -2)));
});
afterAll(async () => {
  expect(app.problems).toEqual([]);
  await app.close();
});

describe('handling a VOC by keyboard', () => {
  it('asks once for the name, and assigns to it', async () => {
    const { page } = app;
    await openVoc();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: '이력에 남길 이름' });
    await dialog.getByLabel('이름').fill('김상담');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await state()).owner).toBe('김상담');
    await expect.poll(() => dialog.count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await state()).owner).toBeNull();
    await page.keyboard.press('a');
    await expect.poll(async () => (await state()).owner).toBe('김상담');
    expect(await dialog.count()).toBe(0);
  });

  it('starts, replies, closes and reopens, and tells all of it in the history', async () => {
    const { page } = app;
    await page.keyboard.press('2');
    await expect.poll(async () => (await state()).status).toBe('inProgress');
    await pane().getByText('2일 지남').waitFor();
    await page.keyboard.press('y');
    const focused = () => page.evaluate(() => document.activeElement?.tagName);
    await expect.poll(focused).toBe('TEXTAREA');
    await page.keyboard.type('A2 창구로 안내했습니다');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await state()).status).toBe('replied');
    expect(await state()).toMatchObject({ replyNote: 'A2 창구로 안내했습니다' });
    await pane().getByText('2일 늦게 답함').waitFor();
    await page.keyboard.press('4');
    await expect.poll(async () => (await state()).status).toBe('closed');
    await page.keyboard.press('2');
    await expect.poll(async () => (await state()).status).toBe('inProgress');
    const history = pane().getByRole('region', { name: '이력' });
    for (const words of [
      '접수 → 처리중',
      '회신 내용을 적었습니다.',
      '다시 열었습니다 (종결 → 처리중).',
    ]) {
      await history.getByText(words).first().waitFor();
    }
    await history.getByText('VOC를 입력했습니다.').waitFor();
  });

  it('leaves the status alone while one types digits into a field', async () => {
    const { page } = app;
    await page.keyboard.press('o');
    await page.keyboard.type('상담 4팀');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await state()).owner).toBe('상담 4팀');
    expect((await state()).status).toBe('inProgress');
    await page.keyboard.press('Tab');
  });

  it('takes each step back with Ctrl+Z', async () => {
    const { page } = app;
    await openVoc();
    await page.keyboard.press('3');
    await expect.poll(async () => (await state()).status).toBe('replied');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await state()).status).toBe('inProgress');
    await pane().getByRole('button', { name: '처리중' }).waitFor();
  });
});

describe('the lists of work', () => {
  const queue = () => app.page.getByRole('navigation', { name: '처리할 일' });

  it('count what waits, and a click opens just these', async () => {
    const { page } = app;
    await openVoc();
    await queue().getByRole('button', { name: '기한 초과 1', exact: true }).click();
    await page.getByText('전화가 연결되지 않습니다').first().waitFor();
    await expect.poll(() => page.getByText('번호표를 뽑고도').count()).toBe(0);
    await queue().getByRole('button', { name: '오늘까지 1', exact: true }).click();
    await page.getByText('번호표를 뽑고도').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('follow an edit at once', async () => {
    await openVoc();
    await app.test.call('handling.setStatus', { ids: [id], status: 'closed' });
    await queue().getByRole('button', { name: '기한 초과 0', exact: true }).waitFor();
  });
});

describe('the rules of due dates', () => {
  it('begin with a preset, tell what they would do, and date what waits', async () => {
    const { page } = app;
    const { id: undated } = await app.test.call('voc.create', {
      text: '주차장이 좁습니다',
      receivedAt: today,
      channel: 'web',
      kind: 'suggestion',
    });
    await openVoc();
    await page.getByRole('button', { name: '회신 기한 규칙' }).click();
    const dialog = page.getByRole('dialog', { name: '회신 기한 규칙' });
    await dialog.getByRole('button', { name: '7일(진정·단순질의)' }).click();
    await dialog.getByText('기한이 없는 1건 가운데 1건에 기한이 생기고').waitFor();
    await dialog.getByRole('button', { name: '1건에 적용' }).click();
    await expect
      .poll(async () => (await app.test.call('voc.get', { id: undated })).dueOn)
      .toBe(addCalendarDays(today, 7));
    await page.keyboard.press('Escape');
  });

  it('show in the figures of handling, each of which opens its VOC', async () => {
    const { page } = app;
    await openVoc();
    await page.getByRole('button', { name: '처리 현황' }).click();
    const dialog = page.getByRole('dialog', { name: 'VOC 처리 현황' });
    const row = dialog.getByRole('row', { name: /^전체/ });
    await row.getByRole('button', { name: '1', exact: true }).last().click();
    await expect.poll(() => dialog.count()).toBe(0);
    await page.getByText('전화가 연결되지 않습니다').first().waitFor();
  });
});
