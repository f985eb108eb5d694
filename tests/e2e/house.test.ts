import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { addRequirement } from '../support/workspace-seeds.ts';

let app: OpenedApp;

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

async function openHouse(id: number): Promise<void> {
  await app.page.goto(`${app.server.origin}/house?id=${id}`);
  await app.page.getByRole('grid').waitFor();
}

/** A cell as the grid numbers them: the head is row −1, importance column −1, the name column −2. */
const cell = (row: number, column: number): Locator =>
  app.page.locator(`[data-row="${row}"][data-column="${column}"]`);

const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key);
};

const relationsOf = async (id: number): Promise<number[][]> =>
  (await app.test.call('house.get', { id })).relations;

const footRow = async (name: string): Promise<string[]> =>
  app.page.getByRole('row', { name }).locator('td').allTextContents();

const focusedPlace = () =>
  app.page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLElement>('[data-row]');
    return `${cell?.dataset.row},${cell?.dataset.column}`;
  });

const copyOutside = (text: string) =>
  app.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

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

describe('working as in a spreadsheet', () => {
  const side = 40;
  let id: number;

  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
    ({ id } = await app.test.call('house.create', { name: '큰 표' }));
    const numbered = (name: string) => Array.from({ length: side }, (_, i) => `${name} ${i + 1}`);
    await app.test.call('house.addOwnWhats', { houseId: id, names: numbered('요구') });
    await app.test.call('house.addHows', { houseId: id, names: numbered('요소') });
    await openHouse(id);
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  /** As Excel leaves a block: tab-separated with CRLF after every row, and a table beside it. */
  const copyFromExcel = (values: readonly (readonly string[])[]) =>
    app.page.evaluate(async (rows) => {
      const text = rows.map((row) => `${row.join('\t')}\r\n`).join('');
      const cells = rows.map(
        (row) => `<tr>${row.map((value) => `<td>${value}</td>`).join('')}</tr>`,
      );
      const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${cells.join('')}</table></body></html>`;
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
    }, values);

  it('takes a block of 40 × 40 as Excel copies it, and gives it back in one step', async () => {
    const values = Array.from({ length: side }, (_, i) =>
      Array.from({ length: side }, (_, j) => [9, 0, 3, 1, 0][(i * 3 + j) % 5] ?? 0),
    );
    // Numbers, symbols and blanks, as people mix them.
    const entries = values.map((row, i) =>
      row.map((value) =>
        value === 0
          ? ''
          : i % 2 === 0
            ? String(value)
            : value === 9
              ? '◎'
              : value === 3
                ? '○'
                : '△',
      ),
    );
    await copyFromExcel(entries);
    await cell(0, 0).click();
    await press('Control+v');
    await expect.poll(() => relationsOf(id)).toEqual(values);
    await press('Control+z');
    await expect
      .poll(async () => (await relationsOf(id)).flat().some((value) => value > 0))
      .toBe(false);
    await press('Control+y');
    await expect.poll(() => relationsOf(id)).toEqual(values);
    await press('Control+z');
    await expect.poll(() => cell(0, 0).textContent()).toBe('');
  });

  it('fills down, to the right and all that is selected', async () => {
    await cell(0, 0).click();
    await press('9', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect
      .poll(async () => (await relationsOf(id)).slice(0, 4).map((row) => row[0]))
      .toEqual([9, 9, 9, 0]);
    await cell(0, 0).click();
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+r');
    await expect
      .poll(async () => (await relationsOf(id)).slice(0, 3).map((row) => row[1]))
      .toEqual([9, 9, 0]);
    await cell(5, 5).click();
    await press('Shift+ArrowRight', 'F2');
    await app.page.keyboard.type('○');
    await press('Control+Enter');
    await expect.poll(async () => (await relationsOf(id))[5]?.slice(5, 8)).toEqual([3, 3, 0]);
  });

  it('keeps the first letter of Hangul that an input method composes straight into a cell', async () => {
    const { page } = app;
    const method = await page.context().newCDPSession(page);
    const compose = async (...stages: string[]) => {
      for (const text of stages) {
        await method.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await method.send('Input.insertText', { text: stages.at(-1) ?? '' });
    };
    const names = async () =>
      (await app.test.call('house.get', { id })).whats.map(({ name }) => name);
    await cell(1, -2).click();
    await compose('ㅎ', '하', '한');
    await compose('ㅂ', '버', '번');
    await press('Enter');
    await expect.poll(async () => (await names())[1]).toBe('한번');
    await expect.poll(() => focusedPlace()).toBe('2,-2');
    await compose('ㄱ', '그', '글');
    await press('Tab');
    await expect.poll(async () => (await names())[2]).toBe('글');
    await expect.poll(() => focusedPlace()).toBe('2,-1');
    await page.keyboard.type('4.5');
    await press('Enter');
    await expect
      .poll(async () => (await app.test.call('house.get', { id })).whats[2]?.importance)
      .toBe(4.5);
    await cell(-1, 3).click();
    await compose('ㅅ', '소', '속');
    await press('Enter');
    await expect
      .poll(async () => (await app.test.call('house.get', { id })).hows[3]?.name)
      .toBe('속');
    // Into a relation too: a symbol that an input method writes, and what is on no scale says so.
    await cell(1, 14).click();
    await compose('ㅇ');
    await press('Enter');
    await expect.poll(async () => (await relationsOf(id))[1]?.[14]).toBe(3);
    await page.keyboard.type('5');
    await cell(2, 14).getByRole('alert').getByText('◎').waitFor();
    await press('Escape', '9', 'Tab', '1', 'Tab', '3', 'Enter');
    await expect.poll(async () => (await relationsOf(id))[2]?.slice(14, 17)).toEqual([9, 1, 3]);
    await expect.poll(() => focusedPlace()).toBe('3,14');
  });

  it('keeps a note in a cell and finds it', async () => {
    const { page } = app;
    await cell(7, 9).click();
    await press('Shift+F2');
    await page.getByRole('textbox', { name: '관계 메모' }).fill('약속 시각을 문자로 알림');
    await press('Control+Enter');
    await expect.poll(() => focusedPlace()).toBe('7,9');
    await expect.poll(() => cell(7, 9).getAttribute('title')).toBe('약속 시각을 문자로 알림');
    await cell(0, 0).click();
    await press('Control+f');
    await page.keyboard.type('문자로');
    await press('Enter');
    await page.getByText('1개 중 1번째').waitFor();
    await press('Escape');
    await expect.poll(() => focusedPlace()).toBe('7,9');
  });

  it('groups what is selected, collapses it, and takes members in and out by keyboard', async () => {
    const { page } = app;
    await cell(0, -2).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+g');
    await page.getByRole('textbox', { name: '묶음 이름' }).fill('전화');
    await press('Enter');
    await page.getByRole('rowheader', { name: '전화' }).waitFor();
    const view = async () => app.test.call('house.get', { id });
    const [group] = (await view()).whatGroups;
    expect(group?.name).toBe('전화');
    const members = async () =>
      (await view()).whats.filter(({ parentId }) => parentId === group?.whatId).length;
    expect(await members()).toBe(3);

    await cell(3, -2).click();
    await press('Alt+Shift+ArrowRight');
    await expect.poll(members).toBe(4);
    await expect.poll(() => focusedPlace()).toBe('3,-2');
    await press('Control+z');
    await expect.poll(members).toBe(3);

    await cell(0, -2).click();
    await press('ArrowLeft', 'Space');
    await expect.poll(() => focusedPlace()).toBe('0,-2');
    // Its line opens as it was collapsed, by key and by mouse, and stays where one is.
    await press('Space');
    await expect.poll(() => focusedPlace()).toBe('0,-3');
    await page.getByRole('button', { name: '전화 접기' }).click();
    await expect.poll(() => focusedPlace()).toBe('0,-2');
    // The group is one row: a value typed into it goes nowhere and says why.
    await cell(0, 4).click();
    await press('9');
    await page.getByText('접힌 묶음 “전화”에는 값을 입력할 수 없습니다').waitFor();
    expect((await relationsOf(id)).slice(0, 3).map((row) => row[4])).toEqual([0, 0, 0]);
    await press('Control+f');
    await page.keyboard.type('한번');
    await press('Enter', 'Escape');
    await expect.poll(() => focusedPlace()).toBe('1,-2');
    await press('ArrowDown', 'F3');
    await expect.poll(() => focusedPlace()).toBe('1,-2');
    await press('Control+Shift+g');
    await expect.poll(async () => (await view()).whatGroups).toEqual([]);
    expect((await view()).whats.map(({ name }) => name).slice(0, 3)).toEqual([
      '요구 1',
      '한번',
      '글',
    ]);
  });

  it('shows the weightiest only, sorted, without changing the house, and larger or smaller', async () => {
    const { page } = app;
    const before = (await app.test.call('house.get', { id })).hows.map(({ howId }) => howId);
    await page.locator('input[aria-label="보이는 범위"]').click();
    await page.getByRole('option', { name: '품질요소 상위 5개' }).click();
    await expect.poll(() => page.locator('thead th[data-row="-1"]').count()).toBeLessThan(side);
    await page.getByRole('button', { name: '가중치순' }).click();
    await expect.poll(async () => (await footRow('순위'))[0]).toBe('1');
    expect((await app.test.call('house.get', { id })).hows.map(({ howId }) => howId)).toEqual(
      before,
    );
    await page.getByRole('button', { name: '가중치순' }).click();
    await page.locator('input[aria-label="보이는 범위"]').click();
    await page.getByRole('option', { name: '모두 보기' }).click();

    const width = () => cell(0, 0).evaluate((each) => each.getBoundingClientRect().width);
    await cell(0, 0).click();
    const usual = await width();
    await press('Control+Equal');
    await expect.poll(width).toBeGreaterThan(usual * 1.1);
    await press('Control+0');
    await expect.poll(width).toBe(usual);
  });

  it('adds a column of names at once on both sides', async () => {
    const { page } = app;
    await copyOutside('새 요구 가\r\n새 요구 나\r\n');
    await page.getByRole('textbox', { name: '요구 직접 입력' }).click();
    await press('Control+v');
    await expect
      .poll(async () => (await app.test.call('house.get', { id })).whats.length)
      .toBe(side + 2);
    await page.keyboard.press('Escape');
    await cell(0, 0).click();
    await press('Control+z');
    await expect
      .poll(async () => (await app.test.call('house.get', { id })).whats.length)
      .toBe(side);
  });

  it('opens the cell of a link', async () => {
    const view = await app.test.call('house.get', { id });
    const [what, how] = [view.whats[30], view.hows[33]];
    await app.page.goto(
      `${app.server.origin}/house?id=${id}&whatId=${what?.whatId}&howId=${how?.howId}`,
    );
    await expect.poll(() => focusedPlace()).toBe('30,33');
  });
});

describe('a house of 100 × 100', () => {
  const side = 100;
  let id: number;

  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
    const requirementIds = [];
    for (let i = 0; i < side; i++) requirementIds.push(await addRequirement(app.test, `요구 ${i}`));
    ({ id } = await app.test.call('house.create', { name: '큰 매트릭스', requirementIds }));
    for (let j = 0; j < side; j++) {
      await app.test.call('house.addHow', { houseId: id, name: `품질요소 ${j}` });
    }
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('draws only what is in sight and types at both ends', async () => {
    await openHouse(id);
    await expect.poll(() => app.page.locator('tbody td').count()).toBeLessThan((side * side) / 2);
    await cell(0, 0).click();
    await press('9', 'Control+End', '3', 'Control+Home');
    await expect.poll(() => focusedPlace()).toBe('0,0');
    await press('Control+End');
    await expect.poll(() => focusedPlace()).toBe('99,99');
    await expect.poll(async () => (await relationsOf(id))[99]?.[99]).toBe(3);
    expect((await relationsOf(id))[0]?.[0]).toBe(9);
  });

  it('goes on from the active cell after it was scrolled out of sight', async () => {
    const { page } = app;
    await cell(99, 99).click();
    await page.mouse.wheel(-10_000, -10_000);
    await cell(0, 0).waitFor();
    await press('ArrowLeft', '1');
    await expect.poll(() => focusedPlace()).toBe('99,98');
    await expect.poll(async () => (await relationsOf(id))[99]?.[98]).toBe(1);
  });
});
