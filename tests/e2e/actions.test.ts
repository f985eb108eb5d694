import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionRow } from '../../core/contract/action.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;

const openRoom = async (address = '/actions') => {
  await app.page.goto(app.server.origin + address);
  await app.page.getByRole('grid', { name: '개선과제 목록' }).waitFor();
};
const actionNamed = async (title: string): Promise<ActionRow | undefined> =>
  (await app.test.call('action.list', {})).find((action) => action.title === title);
const rowOf = (text: string) => app.page.getByRole('row').filter({ hasText: text });
const cellOf = (text: string, column: number) => rowOf(text).getByRole('gridcell').nth(column);
const titles = () => app.page.locator('tbody tr td:first-child').allTextContents();

/** Types Hangul as an input method does: letters are composed in the field before they stand. */
async function compose(...syllables: [...steps: string[], whole: string][]): Promise<void> {
  const session = await app.page.context().newCDPSession(app.page);
  for (const steps of syllables) {
    for (const text of steps) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
  }
  await session.detach();
}

describe('the action room', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('teaches that actions start from CSFs', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/actions`);
    await page.getByRole('heading', { name: '아직 개선과제가 없습니다' }).waitFor();
    await page.getByRole('button', { name: 'QFD 매트릭스로 가기' }).waitFor();
  });

  it('takes a new one by keyboard only', async () => {
    const { page } = app;
    await page.keyboard.press('n');
    await page.getByRole('form', { name: '새 개선과제' }).waitFor();
    await page.keyboard.type('야간 상담 인력 늘리기');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('이담당');
    await page.keyboard.press('Tab');
    await page.keyboard.type('고객센터');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20990131');
    await page.keyboard.press('Control+Enter');
    await page.getByText('등록했습니다').waitFor();
    await expect
      .poll(() => actionNamed('야간 상담 인력 늘리기'))
      .toMatchObject({
        owner: '이담당',
        department: '고객센터',
        dueDate: '2099-01-31',
        status: 'planned',
        overdue: false,
      });
  });

  it('marks an overdue one in words and puts it first', async () => {
    await app.test.call('action.create', {
      title: '대기표 기계 바꾸기',
      dueDate: '2020-03-01',
      status: 'inProgress',
    });
    await openRoom();
    await expect.poll(() => titles()).toEqual(['대기표 기계 바꾸기', '야간 상담 인력 늘리기']);
    await rowOf('대기표 기계 바꾸기')
      .getByText(/^D\+\d+ 지연$/)
      .waitFor();
    await rowOf('야간 상담 인력 늘리기')
      .getByText(/^D-\d+$/)
      .waitFor();
    await app.page.getByRole('button', { name: '지연 1' }).click();
    await expect.poll(() => titles()).toEqual(['대기표 기계 바꾸기']);
    await app.page.getByRole('button', { name: '조건 지우기' }).click();
    await expect.poll(() => titles()).toHaveLength(2);
  });

  it('keeps the first letter of Hangul typed straight into a cell', async () => {
    const { page } = app;
    await openRoom();
    await cellOf('대기표 기계 바꾸기', 0).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await compose(['ㅎ', '하', '한'], ['ㄱ', '그', '글']);
    await page.keyboard.press('Enter');
    await expect.poll(() => actionNamed('한글')).toMatchObject({ dueDate: '2020-03-01' });

    await cellOf('한글', 4).click();
    await compose(['ㅂ', '바', '박']);
    // Pressed away in the middle of the next syllable: what was typed stays.
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', {
      text: 'ㅅ',
      selectionStart: 1,
      selectionEnd: 1,
    });
    await cellOf('야간 상담 인력 늘리기', 0).click();
    await expect.poll(async () => (await actionNamed('한글'))?.owner).toBe('박ㅅ');
  });

  it('replaces, edits and gives up a text as a spreadsheet does', async () => {
    const { page } = app;
    await openRoom();
    const department = async () => (await actionNamed('야간 상담 인력 늘리기'))?.department;
    await cellOf('야간 상담 인력 늘리기', 5).click();
    await page.keyboard.type('상담운영팀');
    await page.keyboard.press('ArrowUp');
    await expect.poll(department).toBe('상담운영팀');

    await cellOf('야간 상담 인력 늘리기', 5).click();
    await page.keyboard.press('F2');
    await page.keyboard.type(' 1과');
    await page.keyboard.press('Enter');
    await expect.poll(department).toBe('상담운영팀 1과');

    await cellOf('야간 상담 인력 늘리기', 5).click();
    await page.keyboard.type('지울 것');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => cellOf('야간 상담 인력 늘리기', 5).textContent())
      .toBe('상담운영팀 1과');
    await page.keyboard.press('Control+z');
    await expect.poll(department).toBe('상담운영팀');
  });

  it('reads due dates as people type them and refuses what is none', async () => {
    const { page } = app;
    await openRoom();
    await cellOf('야간 상담 인력 늘리기', 2).click();
    await page.keyboard.type('2098.12.1');
    await page.keyboard.press('Enter');
    const due = async () => (await actionNamed('야간 상담 인력 늘리기'))?.dueDate;
    await expect.poll(due).toBe('2098-12-01');
    await cellOf('야간 상담 인력 늘리기', 2).click();
    await page.keyboard.type('내일쯤');
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: '기한' });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => due()).toBe('2098-12-01');
  });

  it('changes a status by a digit, or from a list', async () => {
    const { page } = app;
    await openRoom();
    const status = async () => (await actionNamed('야간 상담 인력 늘리기'))?.status;
    await cellOf('야간 상담 인력 늘리기', 0).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await expect.poll(status).toBe('inProgress');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(status).toBe('onHold');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '완료' }).click();
    await expect.poll(status).toBe('done');
    await page.keyboard.press('Control+z');
    await expect.poll(status).toBe('onHold');
    await page.keyboard.press('Control+z');
    await expect.poll(status).toBe('inProgress');
  });

  it('remembers its filter and its sorting', async () => {
    const { page } = app;
    await openRoom();
    await page.getByRole('button', { name: /^진행/ }).click();
    await page.getByRole('columnheader', { name: '과제명' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: '과제명' }).getByRole('button').click();
    await expect
      .poll(async () => (await app.test.call('preference.list', {}))['actions.table.sort'])
      .toEqual({ columnId: 'title', direction: 'descending' });
    await openRoom();
    await expect
      .poll(() => page.getByRole('button', { name: /^진행/ }).getAttribute('aria-pressed'))
      .toBe('true');
    await expect.poll(() => titles()).toEqual(['한글', '야간 상담 인력 늘리기']);
    await expect
      .poll(() => page.getByRole('columnheader', { name: '과제명' }).getAttribute('aria-sort'))
      .toBe('descending');
    await page.getByRole('button', { name: '조건 지우기' }).click();
  });

  it('finds by any words and keeps details as one leaves a field', async () => {
    const { page } = app;
    await openRoom();
    await page.getByRole('textbox', { name: '개선과제 검색' }).fill('야간 인력');
    await expect.poll(() => titles()).toEqual(['야간 상담 인력 늘리기']);
    await page.getByRole('button', { name: '상세', exact: true }).click();
    const pane = page.getByRole('complementary', { name: '개선과제 상세' });
    await pane.getByLabel('기대효과').fill('대기 95초 → 40초');
    await page.keyboard.press('Tab');
    await expect
      .poll(async () => (await actionNamed('야간 상담 인력 늘리기'))?.expectedEffect)
      .toBe('대기 95초 → 40초');
  });

  it('deletes without asking and brings back by Ctrl+Z', async () => {
    const { page } = app;
    await page.getByRole('button', { name: '조건 지우기' }).click();
    await cellOf('한글', 3).click();
    await page.keyboard.press('Delete');
    await expect.poll(() => actionNamed('한글')).toBeUndefined();
    await page.getByText('Ctrl+Z로 되돌릴 수 있습니다').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => actionNamed('한글')).toMatchObject({ owner: '박ㅅ' });
  });
});
