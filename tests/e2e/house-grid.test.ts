import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { matrixDriver } from '../support/matrix-driver.ts';

let app: OpenedApp;

const { openHouse, cell, press, relationsOf, footRow, focusedPlace, copyOutside } = matrixDriver(
  () => app,
);

beforeAll(async () => {
  app = await openApp({ workspace: 'empty' });
});
afterAll(async () => {
  expect(app.problems).toEqual([]);
  await app.close();
});

describe('working as in a spreadsheet', () => {
  const side = 40;
  let id: number;

  beforeAll(async () => {
    ({ id } = await app.test.call('house.create', { name: '큰 표' }));
    const numbered = (name: string) => Array.from({ length: side }, (_, i) => `${name} ${i + 1}`);
    await app.test.call('house.addOwnWhats', { houseId: id, names: numbered('요구') });
    await app.test.call('house.addHows', { houseId: id, names: numbered('요소') });
    await openHouse(id);
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

  /** The group is collapsed into the first row, and three requirements are in it. */
  const sharesTheImportanceOfAGroup = async () => {
    const { page } = app;
    const given = async () =>
      (await app.test.call('house.get', { id })).whats
        .slice(0, 3)
        .map(({ importance }) => importance);
    const { whats } = await app.test.call('house.get', { id });
    const values = whats.slice(0, 3).map(({ whatId }) => ({ whatId, importance: 3 }));
    await app.test.call('house.setImportance', { houseId: id, values });
    await expect.poll(() => cell(0, -1).textContent()).toBe('9');
    await cell(0, -1).click();
    await page.keyboard.type('301');
    await page.getByText('하위 요구 3개에 나눌 수 있도록 0.03 이상 300 이하인 수를').waitFor();
    await press('Escape');
    await page.keyboard.type('10');
    await press('Enter');
    await expect.poll(given).toEqual([3.34, 3.33, 3.33]);
    await expect.poll(() => cell(0, -1).textContent()).toBe('10');
    await press('Control+z');
    await expect.poll(given).toEqual([3, 3, 3]);
    await copyOutside('6\r\n');
    await cell(0, -1).click();
    await press('Control+v');
    await expect.poll(given).toEqual([2, 2, 2]);

    // Opened, it is shared from its menu, which shows what each gets before it is kept.
    await cell(0, -2).click();
    await press('Enter');
    await page.getByRole('menuitem', { name: '묶음 중요도 나누기…' }).press('Enter');
    const share = page.getByRole('textbox', { name: '“전화”의 중요도' });
    await expect.poll(() => share.inputValue()).toBe('6');
    await share.fill('12');
    const shares = page.getByRole('region', { name: '하위 요구가 받는 중요도' });
    await expect
      .poll(() => shares.locator('td[data-changed]').allTextContents())
      .toEqual(['4', '4', '4']);
    await press('Enter');
    await expect.poll(given).toEqual([4, 4, 4]);
    await expect.poll(() => focusedPlace()).toBe('0,-2');
  };

  it('groups what is selected, collapses it, shares its importance, and takes members in and out by keyboard', async () => {
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
    await sharesTheImportanceOfAGroup();
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
    const adder = page.getByRole('textbox', { name: '요구 직접 입력' });
    await adder.click();
    await press('Control+v');
    await expect
      .poll(async () => (await app.test.call('house.get', { id })).whats.length)
      .toBe(side + 2);
    // What was typed is the field's own to take back, and so is every Ctrl+Z after it.
    await page.keyboard.type('abc');
    for (let times = 0; times < 4; times++) await press('Control+z');
    expect(await adder.inputValue()).toBe('');
    expect((await app.test.call('house.get', { id })).whats).toHaveLength(side + 2);
    await cell(0, 0).click();
    await adder.click();
    await press('Control+z');
    await page.getByText('취소했습니다: 요구(WHAT) 2개 추가').waitFor();
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
    const numbered = (name: string) => Array.from({ length: side }, (_, i) => `${name} ${i}`);
    ({ id } = await app.test.call('house.create', { name: '큰 매트릭스' }));
    await app.test.call('house.addOwnWhats', { houseId: id, names: numbered('요구') });
    await app.test.call('house.addHows', { houseId: id, names: numbered('품질요소') });
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
