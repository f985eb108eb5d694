import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HouseView } from '../../core/contract/house.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { seriousFaults } from '../support/axe-faults.ts';
import { addEvidence, addRequirement, addVoc } from '../support/workspace-seeds.ts';

let app: OpenedApp;
let houseId: number;

const names = ['약속한 시간에 온다', '한 번에 고친다', '친절하게 설명한다'];

const openView = async (view: 'sources' | 'pairs' | 'panel' | 'kano') => {
  await app.page.goto(`${app.server.origin}/house/importance?id=${houseId}&view=${view}`);
  await app.page.getByRole('tab', { selected: true }).waitFor();
};
const house = (): Promise<HouseView> => app.test.call('house.get', { id: houseId });
const importances = async () => (await house()).whats.map(({ importance }) => importance);
const source = async () => (await house()).importanceSource;
const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key);
};
const pressButton = async (name: string | RegExp) => {
  await app.page.getByRole('button', { name }).first().focus();
  await press('Enter');
};
const paste = (selector: string, text: string) =>
  app.page
    .locator(selector)
    .first()
    .evaluate((element, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);

describe('the importance of WHATs, by keyboard', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
    const { test } = app;
    const requirementIds = [];
    for (const [i, name] of names.entries()) {
      const id = await addRequirement(test, name);
      requirementIds.push(id);
      const voc = [];
      for (let k = 0; k <= 2 * i; k++) voc.push(await addVoc(test, `${name}: 불만 ${k}`));
      await addEvidence(test, id, voc);
    }
    ({ id: houseId } = await test.call('house.create', { name: 'A/S 품질', requirementIds }));
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('is asked pair by pair with digits, mended by a key and taken into use as one step', async () => {
    const { page } = app;
    await openView('pairs');
    await page.getByRole('slider').waitFor();
    // The first is twice as important as either, but the third nine times the second: they do not fit.
    await press('2', '2', 'Shift+Digit9');
    await page.getByText('이 묶음의 비교를 마쳤습니다').waitFor();
    const pairs = async () =>
      (await app.test.call('judgement.listComparisons', { houseId })).map(({ ratio }) => ratio);
    await expect.poll(pairs).toEqual([2, 2, 1 / 9]);
    await page
      .getByText(/비교가 서로 어긋납니다/)
      .first()
      .waitFor();
    await press('r');
    await page
      .getByText(/비교가 서로 잘 맞습니다/)
      .first()
      .waitFor();
    await pressButton('보관하고 사용');
    await expect.poll(source).toBe('ahp');
    expect(Math.max(...(await importances()))).toBe(5);
    await press('Control+z');
    await expect.poll(source).toBe('direct');
    expect(await importances()).toEqual([3, 3, 3]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('takes a matrix as Excel copies it, heads and all', async () => {
    const { page } = app;
    await page.getByText('행렬', { exact: true }).click();
    await page.getByRole('grid').waitFor();
    await paste(
      'table[role=grid]',
      '\t가\t나\t다\r\n가\t1\t2\t4\r\n나\t0.5\t1\t2\r\n다\t0.25\t0.5\t1\r\n',
    );
    await page.getByText('비교 3개를 붙여 넣었습니다', { exact: false }).waitFor();
    await expect
      .poll(async () =>
        (await app.test.call('judgement.listComparisons', { houseId })).map(({ ratio }) => ratio),
      )
      .toEqual([2, 4, 2]);
    await page
      .getByRole('gridcell', { name: '4', exact: true })
      .or(page.locator('td[data-row="0"][data-column="2"]'))
      .first()
      .focus();
    await press('/', '7');
    await expect
      .poll(async () => (await app.test.call('judgement.listComparisons', { houseId }))[1]?.ratio)
      .toBeCloseTo(1 / 7, 9);
    await page.getByText('하나씩 묻기', { exact: true }).click();
  });

  it('lays sources side by side, takes typed and pasted ratings, and another source in one step', async () => {
    const { page } = app;
    await openView('sources');
    await page.getByRole('textbox', { name: `${names[0]} 직접 평가` }).focus();
    await page.keyboard.type('5');
    await press('Enter');
    await page.keyboard.type('2');
    await press('Enter');
    await expect.poll(importances).toEqual([5, 2, 3]);
    await paste(`input[aria-label="${names[0]} 직접 평가"]`, '1\r\n4\r\n2.5\r\n');
    await expect.poll(importances).toEqual([1, 4, 2.5]);
    await page.getByText('VOC 5건 × 평균 심각도', { exact: false }).waitFor();
    await pressButton('이 출처 사용: VOC 빈도 × 심각도');
    await expect.poll(source).toBe('evidence');
    expect(await importances()).toEqual([1, 3, 5]);
    await page
      .getByRole('table', { name: '출처 사이의 일치도' })
      .getByText('직접 ↔ VOC')
      .first()
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await press('Control+z');
    await expect.poll(importances).toEqual([1, 4, 2.5]);
  });

  it('joins what a panel compares, each participant kept', async () => {
    const { page } = app;
    await openView('panel');
    await page.getByRole('heading', { name: '아직 참가자가 없습니다' }).waitFor();
    const judged = [
      ['3', '5', '2'],
      ['2', '4', '3'],
    ];
    for (const [i, keys] of judged.entries()) {
      await press('n');
      await page.getByText(`참가자 ${i + 1}의 비교`).waitFor();
      await pressButton('비교 입력');
      await page.getByRole('slider').waitFor();
      await press(...keys);
      await page.getByText('이 묶음의 비교를 마쳤습니다').waitFor();
    }
    await page.getByText('그룹 결과', { exact: true }).click();
    await page.getByText('비교한 참가자 2명 / 2명').waitFor();
    await pressButton('보관하고 사용');
    await expect.poll(source).toBe('groupAhp');
    const people = await app.test.call('judgement.listParticipants', { houseId });
    expect(people.map(({ name }) => name)).toEqual(['참가자 1', '참가자 2']);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('takes Kano answers typed and imported, and applies the classes', async () => {
    const { page } = app;
    await openView('kano');
    await pressButton('바로 입력하기');
    await pressButton('응답자 추가');
    await page.locator('td[data-row="0"][data-column="0"]:focus').waitFor();
    await press('1', '5', '2', '5', '1', '3');
    const tallies = async () => (await app.test.call('kano.survey', { houseId })).tallies.length;
    await expect.poll(tallies).toBe(3);
    // The cell after the last begins another respondent.
    await page.locator('td[data-row="1"][data-column="0"]:focus').waitFor();
    await pressButton('가져오기');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox')
      .fill(
        ['이름', '1+', '1-', '2+', '2-', '3+', '3-'].join('\t') +
          '\n김\t1\t5\t2\t5\t1\t3\n이\t①\t5\t당연하다\t5\t7\t3\n',
      );
    await dialog.getByRole('button', { name: '읽기' }).focus();
    await press('Enter');
    await dialog.getByText(/“7”, 1–5의 답이 아닙니다/).waitFor();
    await dialog.getByRole('button', { name: '5개 가져오기' }).focus();
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('결과', { exact: true }).click();
    await page.getByRole('figure', { name: '만족·불만족 계수' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await pressButton('분류 3개 적용');
    await expect
      .poll(async () => (await house()).whats.map(({ kano }) => kano))
      .toEqual(['O', 'M', 'A']);
    await press('Control+z');
    await expect
      .poll(async () => (await house()).whats.map(({ kano }) => kano))
      .toEqual([null, null, null]);
  });

  it('begins a new respondent after the last page', async () => {
    const { page } = app;
    const [first] = (await house()).whats;
    await app.test.call('kano.setAnswers', {
      houseId,
      replace: true,
      values: Array.from({ length: 60 }, (_, i) => ({
        whatId: first?.whatId ?? 0,
        respondent: `표본 ${i}`,
        pair: [1, 5] as [number, number],
      })),
    });
    await openView('kano');
    await page.getByText('응답 입력 (60명)').click();
    await page.getByRole('textbox', { name: '응답자 이름: 표본 0', exact: true }).waitFor();
    await pressButton('응답자 추가');
    await page.locator('td[data-row="10"][data-column="0"]:focus').waitFor();
    await press('2', '5', '3', '3');
    await page.locator('td[data-row="10"][data-column="2"]:focus').waitFor();
    await expect
      .poll(async () => (await app.test.call('kano.survey', { houseId })).respondents)
      .toBe(61);
    await page.getByRole('textbox', { name: '응답자 이름: 응답 61' }).waitFor();
  });
});
