import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;

/** The tree as `code name` lines, as the host keeps it. */
async function outline(): Promise<string[]> {
  const rows = await app.test.call('requirement.list', {});
  return rows.map(({ code, name }) => `${code} ${name}`);
}

async function openRoom(search = ''): Promise<void> {
  await app.page.goto(`${app.server.origin}/requirements${search}`);
  await app.page.getByRole('heading', { name: '요구 · CS요소 전개표' }).waitFor();
}

const nameField = (code: string) =>
  app.page.getByRole('textbox', { name: `${code} 요구 이름`, exact: true });
const focusedName = () =>
  app.page.evaluate(() =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null,
  );

describe('the outline of requirements', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('teaches how requirements are derived', async () => {
    await openRoom();
    await app.page.getByRole('heading', { name: '아직 요구가 없습니다' }).waitFor();
    await app.page.getByRole('link', { name: 'VOC에서 도출하기' }).waitFor();
  });

  it('is written with the keyboard only, on three levels', async () => {
    const { page } = app;
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: '새 요구 이름' }).waitFor();
    await page.keyboard.type('빠르게 처리');
    await page.keyboard.press('Enter');
    await nameField('1').waitFor();
    await page.keyboard.type('대기');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await nameField('1.1').waitFor();
    await page.keyboard.type('번호표가 있으면');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await nameField('1.1.1').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('친절하게');
    await page.keyboard.press('Enter');
    await nameField('2').waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(outline)
      .toEqual(['1 빠르게 처리', '1.1 대기', '1.1.1 번호표가 있으면', '2 친절하게']);
    await expect.poll(focusedName).toBe('친절하게');
  });

  it('moves, indents and outdents, and every step is undone by itself', async () => {
    const { page } = app;
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await outline())[0]).toBe('1 친절하게');
    await expect.poll(focusedName).toBe('친절하게');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await outline())[0]).toBe('1 빠르게 처리');
    await nameField('2').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await outline()).at(-1)).toBe('1.2 친절하게');
    await expect.poll(focusedName).toBe('친절하게');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await outline()).at(-1)).toBe('2 친절하게');
    await expect.poll(focusedName).toBe('친절하게');
  });

  it('keeps up with keys pressed faster than the screen hears of each edit', async () => {
    const { page } = app;
    // Up and down again, in and out again: back where it was.
    for (const key of ['Alt+ArrowUp', 'Alt+ArrowDown', 'Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press('Enter');
    await page.keyboard.type('하나');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('둘');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect
      .poll(outline)
      .toEqual([
        '1 빠르게 처리',
        '1.1 대기',
        '1.1.1 번호표가 있으면',
        '2 친절하게',
        '3 하나',
        '3.1 둘',
      ]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await outline()).at(-1)).toBe('2 친절하게');
  });

  it('stays on the row one went to while a draft was still being given up', async () => {
    const { page } = app;
    await nameField('3').waitFor({ state: 'hidden' });
    await expect.poll(focusedName).toBe('친절하게');
    await page.keyboard.press('Enter');
    await page.keyboard.type('셋');
    await page.keyboard.press('Enter');
    // The draft below it ends only when 셋 is there; meanwhile one clicks elsewhere.
    await page.keyboard.press('Escape');
    await nameField('1').click();
    await expect.poll(async () => (await outline()).at(-1)).toBe('3 셋');
    await nameField('3').waitFor();
    await page.getByRole('textbox', { name: '새 요구 이름' }).waitFor({ state: 'hidden' });
    expect(await focusedName()).toBe('빠르게 처리');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await outline()).at(-1)).toBe('2 친절하게');
  });

  it('hears a key pressed in a draft that is being given up, as for the row above', async () => {
    const { page } = app;
    await nameField('3').waitFor({ state: 'hidden' });
    await page.keyboard.press('End');
    for (const key of ['Enter', 'Enter', 'Home']) await page.keyboard.press(key);
    await expect.poll(focusedName).toBe('빠르게 처리');
  });

  it('walks with the arrow keys, folds and unfolds', async () => {
    const { page } = app;
    await page.keyboard.press('Home');
    await expect.poll(focusedName).toBe('빠르게 처리');
    await page.keyboard.press('ArrowLeft');
    await nameField('1.1').waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowDown');
    await expect.poll(focusedName).toBe('친절하게');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await nameField('1.1').waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focusedName).toBe('대기');
  });

  it('renames with F2 at the end of the name, and by typing over it', async () => {
    const { page } = app;
    await page.keyboard.press('F2');
    await page.keyboard.type(' 시간 단축');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await outline())[1]).toBe('1.1 대기 시간 단축');
    await page.keyboard.type('wait');
    await page.keyboard.press('Escape');
    await expect.poll(focusedName).toBe('대기 시간 단축');
    await page.keyboard.type('짧은 대기');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await outline())[1]).toBe('1.1 짧은 대기');
    await expect.poll(focusedName).toBe('번호표가 있으면');
  });

  it('keeps the first jamo of Hangul composed straight onto a row', async () => {
    const { page } = app;
    await nameField('2').click();
    await expect.poll(focusedName).toBe('친절하게');
    const keyboard = await page.context().newCDPSession(page);
    await compose(keyboard, ['ㅎ', '하', '한', '한ㄱ', '한구', '한국']);
    await keyboard.send('Input.insertText', { text: '한국' });
    await expect.poll(() => focusedName()).toBe('한국');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await outline()).at(-1)).toBe('2 한국');
  });

  it('composes Hangul in a new row as well, and Enter makes it once', async () => {
    const { page } = app;
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '새 요구 이름' }).waitFor();
    const keyboard = await page.context().newCDPSession(page);
    await compose(keyboard, ['ㅇ', '으', '응', '응ㄷ', '응대']);
    // Enter while composing belongs to the input method.
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await keyboard.send('Input.insertText', { text: '응대' });
    await page.keyboard.press('Enter');
    await nameField('3').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await outline()).slice(-2)).toEqual(['2 한국', '3 응대']);
  });

  it('removes with Delete, and Ctrl+Z brings it back with all below it', async () => {
    const { page } = app;
    await nameField('1').click();
    await page.keyboard.press('Delete');
    await expect.poll(outline).toEqual(['1 한국', '2 응대']);
    await expect.poll(focusedName).toBe('한국');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await outline()).length).toBe(5);
    await nameField('1.1.1').waitFor();
  });

  it('lets the keyboard out with Escape', async () => {
    const { page } = app;
    await nameField('1.1').click();
    await page.getByRole('heading', { name: '짧은 대기' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const inPane = await page.evaluate(
      () => document.activeElement?.closest('aside')?.getAttribute('aria-label') ?? null,
    );
    expect(inPane).toBe('요구 상세');
  });
});

describe('a requirement', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('shows its evidence and lets go of one, which can be undone', async () => {
    const { page } = app;
    const rows = await app.test.call('requirement.list', {});
    const requirement = rows.find(({ ownVocCount }) => ownVocCount > 60);
    await openRoom(`?id=${requirement?.id}`);
    const evidence = page.getByRole('region', { name: '근거 VOC' });
    await evidence.getByText(`근거 VOC ${requirement?.vocCount}건`).waitFor();
    await expect.poll(() => evidence.getByRole('listitem').count()).toBe(50);
    await evidence
      .getByRole('button', { name: /근거에서 빼기/ })
      .first()
      .click();
    await evidence.getByText(`근거 VOC ${(requirement?.vocCount ?? 0) - 1}건`).waitFor();
    await page.keyboard.press('Control+z');
    await evidence.getByText(`근거 VOC ${requirement?.vocCount}건`).waitFor();
    await evidence.getByRole('link', { name: '모두 보기' }).click();
    await page.getByText(`${requirement?.vocCount}건`, { exact: true }).waitFor();
    await page.getByText(`요구: ${requirement?.code} ${requirement?.name}`).waitFor();
  });

  it('keeps a description as one leaves it and links survey items', async () => {
    const { page } = app;
    const [, , requirement] = await app.test.call('requirement.list', {});
    const [item] = await app.test.call('survey.listItems', {});
    await openRoom(`?id=${requirement?.id}`);
    await page.getByLabel('설명').fill('오전과 오후만 알려 주는 안내로는 하루를 비워야 한다.');
    await page.getByLabel('설명').blur();
    await page.getByRole('combobox', { name: '이 요구를 재는 조사 문항' }).click();
    await page.getByRole('option', { name: item?.label ?? '', exact: true }).click();
    const current = async () => {
      const rows = await app.test.call('requirement.list', {});
      return rows.find(({ id }) => id === requirement?.id);
    };
    await expect
      .poll(async () => (await current())?.description)
      .toBe('오전과 오후만 알려 주는 안내로는 하루를 비워야 한다.');
    await expect.poll(async () => (await current())?.itemIds).toContain(item?.id);
  });

  it('stands in the wide table, which goes to a spreadsheet with its merged cells', async () => {
    const { page } = app;
    await openRoom();
    await page.getByRole('radiogroup', { name: '보는 방법' }).getByText('전개표').click();
    await page.getByRole('columnheader', { name: '3차 요구' }).waitFor();
    await page.getByRole('button', { name: '엑셀용으로 복사' }).click();
    await page.getByText(/행을 복사했습니다/).waitFor();
    const [text, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
      return [await read('text/plain'), await read('text/html')];
    });
    expect(text?.split(/\r?\n/)[0]).toBe(
      '1차 요구\t2차 요구\t3차 요구\tVOC\t문항\t중요도\t카노 분류\t가중치\t대표 인용',
    );
    expect(html).toMatch(/rowspan="[2-9]"/);
    await page.getByRole('radiogroup', { name: '보는 방법' }).getByText('개요').click();
  });
});

/** What an input method does to the field with the focus while a word is being composed. */
async function compose(keyboard: CDPSession, states: readonly string[]): Promise<void> {
  for (const text of states) {
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'KeyG',
      windowsVirtualKeyCode: 229,
    });
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
}
