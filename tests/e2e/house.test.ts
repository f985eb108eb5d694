import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { matrixDriver } from '../support/matrix-driver.ts';
import { addRequirement } from '../support/workspace-seeds.ts';

let app: OpenedApp;

const { openHouse, cell, press, relationsOf, footRow, focusedPlace, copyOutside } = matrixDriver(
  () => app,
);

const whatNames = [
  '전화가 빨리 연결되면 좋겠다',
  '약속을 지켜 주면 좋겠다',
  '한 번에 고쳐 주면 좋겠다',
];
const howNames = ['20초 내 응답률', '약속 시간 준수율', '1회 수리 완료율', '부품 보유율'];

/** A house of all names with importance 3, 3, 3 and no relations. */
async function makeHouse(name: string, requirementIds: number[]): Promise<number> {
  const { id } = await app.test.call('house.create', { name, requirementIds });
  for (const howName of howNames)
    await app.test.call('house.addHow', { houseId: id, name: howName });
  return id;
}

describe('an empty QFD room', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('sends one to derive requirements first', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/house`);
    await page.getByRole('heading', { name: '먼저 요구를 도출해 주십시오' }).waitFor();
    await page.getByRole('button', { name: '요구 도출하러 가기' }).click();
    await page.waitForURL('**/requirements');
  });

  it('makes a house from ticked requirements and teaches HOWs, all by keyboard', async () => {
    const { page } = app;
    for (const name of whatNames) await addRequirement(app.test, name);
    await page.goto(`${app.server.origin}/house`);
    await page.getByRole('heading', { name: '아직 매트릭스가 없습니다' }).waitFor();
    await press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '최하위 요구 모두 선택' }).press('Enter');
    await dialog.getByText('3개 선택').waitFor();
    await dialog.getByRole('button', { name: '만들기' }).press('Enter');
    await page.getByRole('grid').waitFor();
    await expect.poll(() => page.getByRole('rowheader').allTextContents()).toHaveLength(3 + 3);

    await press('Shift+H');
    const form = page.getByRole('dialog', { name: '새 품질요소 (HOW)' });
    const field = form.getByLabel('품질요소 (HOW)');
    for (const name of ['20초 내 응답률', '약속 시간 준수율']) {
      // The field takes the focus when the dialog has come; keys before that go nowhere.
      await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
      await page.keyboard.type(name);
      await press('Enter');
      await page.getByRole('columnheader', { name }).waitFor();
    }
    await press('Escape');
    await form.waitFor({ state: 'hidden' });
    const [house] = await app.test.call('house.list', {});
    expect(house).toMatchObject({ name: '서비스 QFD 1', whatCount: 3, howCount: 2 });
  });
});

describe('filling a house', () => {
  let requirementIds: number[];

  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
    requirementIds = [];
    for (const name of whatNames) requirementIds.push(await addRequirement(app.test, name));
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('takes relations from the keyboard and ranks HOWs as one types', async () => {
    const id = await makeHouse('자판', requirementIds);
    await openHouse(id);
    await cell(0, 0).click();
    await press('9', 'ArrowRight', '3', 'Tab', '1', 'Enter', 'Home', '3');
    await expect.poll(() => footRow('절대 가중치')).toEqual(['36', '9', '3', '0']);
    await expect.poll(() => footRow('상대 가중치 (%)')).toEqual(['75.0', '18.8', '6.3', '0.0']);
    await expect.poll(() => footRow('순위')).toEqual(['1', '2', '3', '4']);

    // The importance of the second row: its only relation now weighs more.
    await cell(1, -1).click();
    await press('5', 'Enter');
    await expect.poll(() => focusedPlace()).toBe('2,-1');
    await expect.poll(() => footRow('절대 가중치')).toEqual(['42', '9', '3', '0']);

    await press('ArrowRight', '9', 'Shift+ArrowRight', '9', 'Backspace');
    await expect
      .poll(() => relationsOf(id))
      .toEqual([
        [9, 3, 1, 0],
        [3, 0, 0, 0],
        [0, 0, 0, 0],
      ]);
    const view = await app.test.call('house.get', { id });
    expect(view.whats.map(({ importance }) => importance)).toEqual([3, 5, 3]);
  });

  it('undoes the last key pressed even before the host has kept it', async () => {
    const id = await makeHouse('되돌리기', requirementIds);
    await openHouse(id);
    await cell(0, 0).click();
    await press('9', 'ArrowRight', '9', 'ArrowRight', '9', 'Control+z');
    await expect.poll(() => relationsOf(id).then(([first]) => first)).toEqual([9, 9, 0, 0]);
    await expect.poll(() => cell(0, 2).textContent()).toBe('');
    await press('Control+Shift+z');
    await expect.poll(() => cell(0, 2).textContent()).toBe('◎');
  });

  it('pastes a block as Excel writes it, in one step to undo', async () => {
    const id = await makeHouse('붙여넣기', requirementIds);
    await openHouse(id);
    await copyOutside('9\t\t3\r\n◎\t○\t△\r\n');
    await cell(1, 1).click();
    await press('Control+v');
    const pasted = [
      [0, 0, 0, 0],
      [0, 9, 0, 3],
      [0, 9, 3, 1],
    ];
    await expect.poll(() => relationsOf(id)).toEqual(pasted);
    await expect.poll(() => footRow('순위')).toEqual(['4', '1', '3', '2']);

    await press('Control+z');
    await expect
      .poll(() => relationsOf(id))
      .toEqual([
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]);
    await expect.poll(() => cell(2, 1).textContent()).toBe('');
    await press('Control+y');
    await expect.poll(() => relationsOf(id)).toEqual(pasted);
  });

  it('pastes nothing when one entry is no relation, and names it', async () => {
    const id = await makeHouse('거절', requirementIds);
    await openHouse(id);
    await copyOutside('9\t5\r\n3\t1\r\n');
    await cell(0, 0).click();
    await press('Control+v');
    const refusal = app.page.getByRole('alert').filter({ hasText: '붙여 넣지 않았습니다' });
    await refusal.getByText(`${whatNames[0]} × ${howNames[1]}: “5”`).waitFor();
    await copyOutside('9\t9\t9\t9\t9\r\n');
    await press('Control+v');
    await app.page.getByText('오른쪽으로 1열 넘칩니다').waitFor();
    expect((await relationsOf(id)).flat()).toEqual(new Array(12).fill(0));
  });

  it('copies the selected block for a spreadsheet, in signs or numbers as shown', async () => {
    const { page } = app;
    const id = await makeHouse('복사', requirementIds);
    await openHouse(id);
    await cell(0, 0).click();
    await press(
      '9',
      'ArrowDown',
      '1',
      'ArrowUp',
      'Shift+ArrowRight',
      'Shift+ArrowDown',
      'Control+c',
    );
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('◎\t\r\n△\t');
    await page.getByText('9·3·1', { exact: true }).click();
    await cell(0, 0).click();
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('9\t\r\n1\t');
    await page.getByText('◎○△', { exact: true }).click();
  });

  it('lists what to look at, goes there, and hides kinds one does not want to see', async () => {
    const { page } = app;
    const id = await makeHouse('점검', requirementIds);
    await openHouse(id);
    await cell(0, 0).click();
    await press('9');
    await page.getByRole('button', { name: /^점검/ }).click();
    const pane = page.getByRole('complementary', { name: '점검' });
    await pane
      .getByRole('button', { name: new RegExp(`관계가 없는 요구 ${whatNames[2]}`) })
      .click();
    await expect.poll(() => focusedPlace()).toBe('2,-2');
    await press('ArrowRight', 'ArrowRight', '3');
    const emptyColumns = pane.getByRole('button', {
      name: /^관계가 없는 품질요소|확인 관계가 없는 품질요소/,
    });
    await expect.poll(() => emptyColumns.count()).toBe(3);
    await emptyColumns.first().focus();
    await press('ArrowDown', 'Enter');
    await expect.poll(() => focusedPlace()).toBe('-1,2');
    await pane.getByRole('button', { name: '‘관계가 없는 품질요소’ 점검 숨기기' }).first().click();
    await expect.poll(() => emptyColumns.count()).toBe(0);
    await pane.getByRole('button', { name: '‘관계가 없는 품질요소’ 점검 다시 보기' }).click();
    await expect.poll(() => emptyColumns.count()).toBe(3);
    const { hows } = await app.test.call('house.get', { id });
    const [howId = 0, otherHowId = 0] = [hows[1]?.howId, hows[3]?.howId];
    await app.test.call('house.setRoof', {
      houseId: id,
      cells: [{ howId, otherHowId, strength: -2 }],
    });
    await app.test.call('csf.choose', { houseId: id, howIds: [howId, otherHowId], reason: '' });
    await pane.getByRole('button', { name: /^CSF 사이의 상충/ }).focus();
    await press('Enter');
    const inFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(inFocus).toMatch(new RegExp(`^지붕.*${howNames[1]} × ${howNames[3]}`));
    await app.test.call('undo.undo', {});
    await page.getByRole('button', { name: '가중치 순위와 CSF' }).click();
  });

  it('moves and edits a HOW from its head by keyboard', async () => {
    const { page } = app;
    const id = await makeHouse('머리', requirementIds);
    await openHouse(id);
    await cell(0, 0).click();
    await press('ArrowUp', 'Alt+ArrowRight', 'Alt+ArrowRight');
    const names = async () =>
      (await app.test.call('house.get', { id })).hows.map(({ name }) => name);
    await expect.poll(names).toEqual([howNames[1], howNames[2], howNames[0], howNames[3]]);
    await expect.poll(() => focusedPlace()).toBe('-1,2');
    await press('Enter');
    await page
      .getByRole('dialog', { name: `${howNames[0]} 편집` })
      .getByLabel('단위')
      .fill('%');
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await app.test.call('house.get', { id })).hows[2]?.unit)
      .toBe('%');
    await expect.poll(() => focusedPlace()).toBe('-1,2');
  });

  it('chooses CSFs from the ranking and keeps the reason', async () => {
    const { page } = app;
    const id = await makeHouse('선정', requirementIds);
    await openHouse(id);
    await cell(0, 1).click();
    await press('9', 'ArrowRight', '3');
    const pane = page.getByRole('complementary', { name: '가중치 순위와 CSF' });
    await pane.getByRole('checkbox', { name: `${howNames[1]} 선택` }).check();
    await pane.getByLabel('선정 이유').fill('가중치 1위이고 올해 바꿀 수 있음');
    // What is ticked while it is being kept is for the next choice.
    const kept = Promise.withResolvers<void>();
    await page.route('**/call', async (route) => {
      if (route.request().postData()?.includes('csf.choose')) await kept.promise;
      await route.continue();
    });
    await pane.getByLabel('선정 이유').press('Control+Enter');
    const next = pane.getByRole('checkbox', { name: `${howNames[0]} 선택` });
    await next.check();
    kept.resolve();
    await page.getByText('CSF 1개를 선정했습니다').waitFor();
    await page.unroute('**/call');
    await pane.getByText('1개 선택').waitFor();
    expect(await next.isChecked()).toBe(true);
    const [csf] = await app.test.call('csf.list', {});
    expect(csf).toMatchObject({
      howName: howNames[1],
      chosenRank: 1,
      chosenWeight: 0.75,
      reason: '가중치 1위이고 올해 바꿀 수 있음',
    });
    await pane.getByRole('button', { name: `${howNames[1]} CSF 보기` }).click();
    await page.waitForURL(`**/csf?id=${csf?.id}`);
  });
});
