import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HouseView } from '../../core/contract/house.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { addRequirement } from '../support/workspace-seeds.ts';

let app: OpenedApp;
let houseId: number;

const view = (): Promise<HouseView> => app.test.call('house.get', { id: houseId });

const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key);
};

/** A cell of the plan or the ratings, by the name of its WHAT and of its column. */
const beside = (what: string, field: string): Locator =>
  app.page.getByRole('row', { name: what }).locator(`[data-band="${field}"]`);

const below = (field: string, column: number): Locator =>
  app.page.locator(`tr:has([data-band="${field}"]) [data-band]`).nth(column);

const choose = async (item: string) => {
  const { page } = app;
  await page.getByRole('button', { name: '하우스 구성' }).click();
  await page.getByRole('menu').getByText(item, { exact: true }).click();
};

const show = async (band: string) => {
  await choose(band);
  await press('Escape');
  await app.page.getByRole('menu').waitFor({ state: 'hidden' });
};

const roof = () => app.page.getByRole('spinbutton', { name: /^지붕/ });

describe('what stands around the relations', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
    const { test, page, server } = app;
    const requirementIds = [
      await addRequirement(test, '빠른 연결'),
      await addRequirement(test, '약속 지키기'),
      await addRequirement(test, '한 번에 수리'),
    ];
    const { id } = await test.call('house.create', { name: '둘레', requirementIds });
    houseId = id;
    const hows: number[] = [];
    for (const name of ['응답률', '준수율', '완료율', '보유율']) {
      hows.push((await test.call('house.addHow', { houseId, name })).howId);
    }
    const { whats } = await view();
    await test.call('house.setRelations', {
      houseId,
      cells: whats.map(({ whatId }, row) => ({ whatId, howId: hows[row] ?? 0, strength: 9 })),
    });
    await page.goto(`${server.origin}/house?id=${id}`);
    await page.getByRole('grid').waitFor();
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('is shown when it is wanted, and the roof is typed along its diagonals', async () => {
    const { page } = app;
    for (const band of ['지붕 (품질요소 상관)', '기획 품질', '품질요소 정보 · 난이도']) {
      await show(band);
    }
    // Up from the first head is its pair with the next column.
    await page.locator('[data-row="-1"][data-column="0"]').click();
    await press('ArrowUp');
    await expect.poll(() => roof().getAttribute('aria-label')).toContain('응답률 × 준수율');
    await press('+', '+', 'ArrowUp', '-', 'ArrowUp', '-', '-');
    const strengths = async () => (await view()).roof.map(({ strength }) => strength);
    await expect.poll(strengths).toEqual([2, -1, -2]);
    await expect.poll(() => roof().getAttribute('aria-valuetext')).toContain('강한 음의 상관');
    await press('Delete', 'Control+z');
    await expect.poll(strengths).toEqual([2, -1, -2]);
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    const place = () =>
      page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row'));
    await expect.poll(place).toBe('-1');
  });

  it('takes the plan as a spreadsheet does, and ranks follow once the house is weighed by it', async () => {
    const { page } = app;
    await beside('빠른 연결', 'current').click();
    await press('2', 'Tab', '5', 'Enter');
    await page.evaluate(() => navigator.clipboard.writeText('4\r\n5\r\n'));
    await press('Control+v', 'ArrowLeft', 'F2', '3', 'Enter');
    const plan = async () => (await view()).whats.map(({ current, target }) => [current, target]);
    await expect.poll(plan).toEqual([
      [2, 5],
      [3, 4],
      [null, 5],
    ]);
    await expect.poll(() => beside('빠른 연결', 'ratio').textContent()).toBe('2.5');
    // Out to the relations and back to the same cell: what is typed goes where the focus is seen.
    const active = () =>
      page.evaluate(() =>
        document.activeElement?.closest('[data-band]')?.getAttribute('data-band'),
      );
    const last = page.locator('td[data-row="0"][data-column]').last();
    await last.click();
    for (const turn of [1, 2]) {
      await press('ArrowRight');
      await expect.poll(active, { message: `turn ${turn}` }).toBe('current');
      await press('ArrowLeft');
      await expect.poll(active, { message: `turn ${turn}` }).toBeUndefined();
    }
    // A Kano class with the keyboard in Hangul, on the key of M.
    await beside('약속 지키기', 'kano').click();
    await page.keyboard.insertText('ㅡ');
    await expect.poll(async () => (await view()).whats[1]?.kano).toBe('M');

    await page.evaluate(() => navigator.clipboard.writeText('3\r\nx\r\n'));
    await beside('빠른 연결', 'target').click();
    await press('Control+v');
    await page.getByText('넣을 수 없는 값이 1칸 있습니다.').waitFor();
    expect(await plan()).toMatchObject([
      [2, 5],
      [3, 4],
      [null, 5],
    ]);

    await choose('계산 방식');
    const dialog = page.getByRole('dialog', { name: '계산 방식' });
    await dialog.getByLabel(/^기획 품질/).check();
    await dialog.getByText(/품질요소 \d개의 순위가 바뀝니다/).waitFor();
    await dialog.getByRole('button', { name: '적용' }).click();
    await expect.poll(async () => (await view()).weighting).toBe('plan');
    await expect.poll(() => beside('빠른 연결', 'rank').textContent()).toBe('1');
  });

  it('tells facts of HOWs in Hangul without losing its first letter', async () => {
    const { page } = app;
    await below('unit', 0).click();
    const session = await page.context().newCDPSession(page);
    for (const text of ['ㅊ', '초']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    }
    await session.send('Input.insertText', { text: '초' });
    await press('Enter', '2', '0', 'Enter', '3', 'Tab', '1', 'Enter');
    const facts = async () =>
      (await view()).hows.map(({ unit, targetValue, difficulty }) => ({
        unit,
        targetValue,
        difficulty,
      }));
    await expect
      .poll(facts)
      .toMatchObject([
        { unit: '초', targetValue: '20', difficulty: 3 },
        { difficulty: 1 },
        { difficulty: null },
        { difficulty: null },
      ]);
    await below('direction', 1).click();
    await press('2');
    await expect.poll(async () => (await view()).hows[1]?.direction).toBe('down');
  });

  it('compares with competitors on both sides, with a line for each', async () => {
    const { page } = app;
    await choose('비교 대상 관리');
    const dialog = page.getByRole('dialog', { name: '비교 대상 관리' });
    await dialog.getByLabel('새 비교 대상').fill('가나전자');
    await press('Enter');
    await expect.poll(async () => (await view()).competitors.length).toBe(1);
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await show('고객의 경쟁 평가');
    await show('기술 평가');
    await page.evaluate(() => navigator.clipboard.writeText('3\t4\r\n2\t5\r\n4\t\r\n'));
    await beside('빠른 연결', 'own').click();
    await press('Control+v');
    const rated = async () =>
      (await view()).whats.map(({ current, ratings }) => [current, ...ratings]);
    await expect.poll(rated).toEqual([
      [3, 4],
      [2, 5],
      [4, null],
    ]);
    const line = page.locator('[data-series="가나전자"]').first();
    await expect.poll(() => line.locator('polyline').count()).toBe(1);
    await press('Control+z');
    await expect.poll(rated).toEqual([
      [2, null],
      [3, null],
      [null, null],
    ]);
    await below('ownRating', 0).click();
    await press('4', 'Enter', '5', 'Enter');
    await expect
      .poll(async () => (await view()).hows[0])
      .toMatchObject({ ownRating: 4, ratings: [5] });
  });

  it('says what a scale does to the relations before it is changed', async () => {
    const { page } = app;
    await choose('관계 척도');
    const dialog = page.getByRole('dialog', { name: '관계 척도' });
    await dialog.getByLabel('1단계 값').fill('2');
    await dialog.getByText('척도의 값은 강한 관계부터 점점 작아져야 합니다.').waitFor();
    await dialog.getByLabel('1단계 값').fill('5');
    await dialog.getByRole('row', { name: '◎ 9 ◎ 5 3칸' }).waitFor();
    await dialog.getByRole('button', { name: '척도 바꾸기' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await view()).relations.flat().filter((value) => value > 0)).toEqual([5, 5, 5]);
  });
});
