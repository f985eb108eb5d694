import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { filterOf, vocRoom } from '../support/voc-room.ts';

let app: OpenedApp;
const room = vocRoom(() => app);
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => app.page.keyboard.press(key)), Promise.resolve());
const type = (words: string) => app.page.keyboard.insertText(words);
/** What has the focus, as it is named to those who hear it. */
const focused = () =>
  app.page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const labels = isField ? element.labels : null;
    return (
      element.getAttribute('aria-label') ??
      labels?.[0]?.textContent ??
      element.textContent ??
      ''
    ).trim();
  });
/** Tab, or Shift+Tab, until something of that name has the focus. */
async function tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await press(key);
    if (name.test(await focused())) return;
  }
  throw new Error(`no way by ${key} to ${name}`);
}
const countOf = async (filter: object) => (await app.test.call('voc.count', { filter })).total;
const first = async () => (await app.test.call('voc.listPage', { limit: 1 })).rows[0];

describe('the room of VOC with the keyboard alone', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
    await app.test.call('preference.set', { key: 'handling.myName', value: '김담당' });
    await room.open(filterOf({}));
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('searches with /, and comes back to the list with Escape', async () => {
    await press('/');
    expect(await focused()).toBe('내용 검색');
    await type('기사');
    await press('Enter');
    await room.shows(await countOf({ search: '기사' }));
    await press('Escape');
    await expect.poll(focused).toMatch(/^내용: /);
    // The count may be there before the rows, with which one begins at the first again.
    await expect
      .poll(async () => (await room.columnTexts('text')).every((text) => text.includes('기사')))
      .toBe(true);
    await press('ArrowDown');
    await app.page.locator('[data-row="1"] [data-active]').waitFor();
    await press('/');
    await app.page.keyboard.press('Control+a');
    await press('Delete', 'Enter', 'Escape');
    await room.shows(await countOf({}));
  });

  it('goes from part to part with F6 and back with Shift+F6', async () => {
    await press('F6');
    await expect
      .poll(() => app.page.evaluate(() => document.activeElement?.closest('aside') !== null))
      .toBe(true);
    await press('F6');
    await expect.poll(focused).toBe('내용 검색');
    await press('Shift+F6', 'Escape');
    await expect.poll(focused).toMatch(/^내용: /);
  });

  it('narrows by a facet and takes the condition away again', async () => {
    await press('/');
    await tabTo(/^불만, /);
    await press('ArrowDown', 'Space');
    await room.shows(await countOf({ kinds: ['suggestion'] }));
    await press('Space');
    await room.shows(await countOf({}));
    await press('F6');
    await expect.poll(focused).toMatch(/^내용: /);
  });

  it('reaches every control of the room, each with its focus in sight', async () => {
    const unseen = await app.page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>(
        'main button, main input, main textarea, main a[href], main [tabindex="0"]',
      );
      return [...all]
        .filter((element) => element.tabIndex === 0 && element.checkVisibility())
        .filter((element) => !(element as HTMLButtonElement).disabled)
        .map((element) => {
          element.focus({ focusVisible: true } as FocusOptions);
          // The field of the list shows its focus at the cell it stands for.
          const cell = document.querySelector('[role="gridcell"][data-active]');
          const shown = [element, element.closest('label'), element.nextElementSibling];
          if (element.matches('[data-region="list"] > input') && cell !== null) shown.push(cell);
          const isSeen = shown.some((each) => {
            if (each === null) return false;
            const { outlineStyle, boxShadow } = getComputedStyle(each);
            return outlineStyle !== 'none' || boxShadow !== 'none';
          });
          return isSeen ? null : (element.getAttribute('aria-label') ?? element.textContent);
        })
        .filter((name) => name !== null);
    });
    expect(unseen).toEqual([]);
    await press('Escape', 'F6');
  });

  it('selects, edits together, and undoes', async () => {
    await room.open(filterOf({}));
    await press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await app.page.getByText('3건 선택').waitFor();
    await press('e');
    await app.page.getByRole('dialog').waitFor();
    await tabTo(/^담당$/);
    await type('모두담당');
    await press('Enter');
    await expect.poll(() => countOf({ owners: ['모두담당'] })).toBe(3);
    await press('Control+z');
    await expect.poll(() => countOf({ owners: ['모두담당'] })).toBe(0);
    await press('Escape');
  });

  it('copies a cell and pastes it into another', async () => {
    await room.open(filterOf({}));
    await press('ArrowRight');
    const branch = (await first())?.branch ?? '';
    await expect.poll(focused).toBe(`지점: ${branch}`);
    await press('Control+c', 'ArrowDown', 'Control+v');
    await expect
      .poll(
        async () => (await app.test.call('voc.listPage', { offset: 1, limit: 1 })).rows[0]?.branch,
      )
      .toBe(branch);
  });

  it('handles the VOC that is read: stage, reply, and on to the next', async () => {
    await room.open(filterOf({ statuses: ['received'] }));
    const { rows } = await app.test.call('voc.listPage', {
      filter: { statuses: ['received'] },
      limit: 1,
    });
    const id = rows[0]?.id ?? 0;
    const voc = () => app.test.call('voc.get', { id });
    await press('y');
    await expect.poll(focused).toBe('회신 내용');
    await type('연락드려 사과드리고 다시 방문했습니다.');
    await press('Control+Enter');
    await expect.poll(async () => (await voc()).status).toBe('replied');
    expect((await voc()).replyNote).toContain('사과드리고');
  });

  it('opens a view, chooses columns and row height, and exports', async () => {
    await room.open(filterOf({}));
    await press('Control+Shift+Digit1');
    await app.page.getByRole('button', { name: /^보기: (?!모든)/ }).waitFor();
    await tabTo(/^표시할 열$/, 'Shift+Tab');
    await press('Enter');
    await tabTo(/^담당$/);
    await press('Space', 'Escape');
    await app.page.getByRole('columnheader', { name: '담당' }).waitFor();
    await press('F6');
    await expect.poll(focused).not.toBe('nothing');
    await press('h');
    await expect
      .poll(async () => (await app.page.locator('[data-row]').first().boundingBox())?.height)
      .toBe(50);
    await press('Control+k');
    await type('목록 내보내기');
    await app.page
      .getByRole('option', { name: '목록 내보내기' })
      .or(app.page.getByRole('button', { name: '목록 내보내기' }))
      .first()
      .waitFor();
    await press('Enter');
    await expect.poll(focused).toMatch(/CSV/);
    await press('ArrowDown');
    await expect.poll(focused).toMatch(/XLSX|Excel/);
    const [download] = await Promise.all([app.page.waitForEvent('download'), press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/^VOC 목록 .+\.xlsx$/);
  });

  it('tells all of its keys with ?', async () => {
    await room.open(filterOf({}));
    await press('Shift+?');
    const dialog = app.page.getByRole('dialog', { name: '단축키' });
    for (const words of [
      '내용 검색',
      '거르기 패널 열고 닫기',
      '줄 높이 바꾸기',
      '칸이나 선택한 행 복사',
      '붙여넣기 (표는 미리 봅니다)',
      '이 값만 보기',
      'VOC: 회신 내용 쓰기',
      '다음 영역으로 (거르기 → 목록 → 읽기)',
      '주 메뉴 넓히기·좁히기',
    ]) {
      await dialog.getByText(words, { exact: true }).waitFor();
    }
  });
});
