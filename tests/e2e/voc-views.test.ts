import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { filterOf, vocRoom } from '../support/voc-room.ts';

let app: OpenedApp;
const room = vocRoom(() => app);
const menu = () => app.page.getByRole('button', { name: /^보기:/ });
const names = () => app.page.locator('[data-head]').allTextContents();

describe('views and columns of the list', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('opens a view of the sample from the menu and by shortcut', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    await menu().click();
    await page.getByRole('menuitemradio', { name: /처리할 불만/ }).click();
    const open = await app.test.call('voc.count', { filter: { kinds: ['complaint'], open: true } });
    await room.shows(open.total);
    await page.getByRole('button', { name: '보기: 처리할 불만' }).waitFor();

    await page.keyboard.press('Control+Shift+Digit3');
    const ideas = await app.test.call('voc.count', {
      filter: { kinds: ['suggestion'], unassigned: true },
    });
    await room.shows(ideas.total);
  });

  it('marks a view as changed, saves the change, and undoes it', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /조건 지우기: 구분: 제안/ }).click();
    await page.getByRole('button', { name: '변경됨 · 저장' }).click();
    const filter = async () => (await app.test.call('view.list', {})).at(2)?.filter;
    await expect.poll(filter).toEqual({ unassigned: true });
    await page.getByRole('button', { name: '변경됨 · 저장' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(filter).toEqual({ kinds: ['suggestion'], unassigned: true });
    await page.getByRole('button', { name: '변경됨 · 저장' }).waitFor();
  });

  it('saves filter, order and columns under a name and brings them back', async () => {
    const { page } = app;
    await room.open(filterOf({ kinds: ['praise'] }));
    await page.getByRole('button', { name: '표시할 열' }).click();
    await page.getByRole('checkbox', { name: '담당', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: '심각도' }).getByRole('button').click();
    await menu().click();
    await page.getByRole('menuitem', { name: '새 보기로 저장' }).click();
    await page.getByRole('textbox', { name: '보기 이름' }).fill('칭찬 모음');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '보기: 칭찬 모음' }).waitFor();

    await menu().click();
    await page.getByRole('menuitemradio', { name: '모든 VOC' }).click();
    await room.shows((await app.test.call('voc.count', {})).total);
    await expect.poll(names).not.toContain('담당');
    await menu().click();
    await page.getByRole('menuitemradio', { name: /칭찬 모음/ }).click();
    await expect.poll(names).toContain('담당');
    const severity = page.getByRole('columnheader', { name: '심각도' });
    await expect.poll(() => severity.getAttribute('aria-sort')).toBe('descending');
  });

  it('renames, moves and deletes views', async () => {
    const { page } = app;
    await menu().click();
    await page.getByRole('menuitem', { name: '보기 이름 바꾸기' }).click();
    await page.getByRole('textbox', { name: '보기 이름' }).fill('칭찬');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '보기: 칭찬' }).waitFor();
    await menu().click();
    await page.getByRole('menuitem', { name: '보기 정리' }).click();
    await page.getByRole('button', { name: '칭찬 위로' }).click();
    const all = async () => (await app.test.call('view.list', {})).map(({ name }) => name);
    await expect.poll(async () => (await all()).indexOf('칭찬')).toBe(2);
    await page.getByRole('button', { name: '칭찬 삭제' }).click();
    await expect.poll(all).not.toContain('칭찬');
    await page.keyboard.press('Escape');
    await menu().click();
    await page.getByRole('menuitemradio', { name: '모든 VOC' }).click();
  });

  it('remembers which columns one wants to see, in which order and how wide', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    await page.getByRole('button', { name: '표시할 열' }).click();
    await page.getByRole('checkbox', { name: '상품·서비스' }).click();
    await page.getByRole('checkbox', { name: '기한', exact: true }).click();
    await page.getByRole('button', { name: '상태 위로' }).click();
    await page.getByRole('textbox', { name: '지점 너비' }).fill('140');
    await page.keyboard.press('Escape');
    await room.open(filterOf({}));
    await expect.poll(names).toEqual(['접수일', '구분', '심각도', '내용', '지점', '상태', '기한']);
    const branch = page.getByRole('columnheader', { name: '지점' });
    await expect.poll(async () => (await branch.boundingBox())?.width).toBe(140);
    await page.getByRole('button', { name: '표시할 열' }).click();
    await page.getByRole('button', { name: '처음 배치로' }).click();
    await page.getByRole('columnheader', { name: '상품·서비스' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('moves and widens a column by dragging', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const head = page.locator('[data-head="branch"]');
    const before = await head.boundingBox();
    if (before === null) throw new Error('no header');
    const edge = before.x + before.width - 3;
    await page.mouse.move(edge, before.y + 15);
    await page.mouse.down();
    await page.mouse.move(edge + 50, before.y + 15, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => Math.round((await head.boundingBox())?.width ?? 0))
      .toBe(Math.round(before.width + 50));

    await page.getByRole('columnheader', { name: '상태' }).hover();
    await page.mouse.down();
    const kind = await page.locator('[data-head="kind"]').boundingBox();
    await page.mouse.move((kind?.x ?? 0) + 4, (kind?.y ?? 0) + 15, { steps: 6 });
    await page.mouse.up();
    await expect.poll(names).toEqual(expect.arrayContaining(['접수일', '상태', '구분']));
    await expect.poll(async () => (await names()).indexOf('상태')).toBe(1);
    await page.getByRole('button', { name: '표시할 열' }).click();
    await page.getByRole('button', { name: '처음 배치로' }).click();
    await page.keyboard.press('Escape');
  });

  it('shows the columns of daily work beside both panes without scrolling sideways', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const list = page.getByRole('grid');
    const room1440 = await list.evaluate((grid) => grid.scrollWidth - grid.clientWidth);
    expect(room1440).toBe(0);
    expect(await names()).toEqual([
      '접수일',
      '구분',
      '심각도',
      '내용',
      '지점',
      '상품·서비스',
      '상태',
    ]);
  });
});
