import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { filterOf, vocRoom } from '../support/voc-room.ts';

let app: OpenedApp;
const room = vocRoom(() => app);
const widthOf = async (selector: string) =>
  Math.round((await app.page.locator(selector).boundingBox())?.width ?? 0);
const textWidth = () => widthOf('[data-head="text"]');
const edgeOf = (name: string) => app.page.getByRole('separator', { name });

/** How much of the page jumped while it was loaded, as browsers count it (0: nothing). */
const layoutShift = () =>
  app.page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
      }),
  );

describe('the room of VOC as a place to work in', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it.each([
    [1440, 900, 250],
    [1920, 1080, 560],
  ])(
    'leaves the words of customers room at %i × %i, and clips no field',
    async (width, height, least) => {
      await app.page.setViewportSize({ width, height });
      await room.open(filterOf({}));
      expect(await textWidth()).toBeGreaterThan(least);
      await room.pane().getByRole('textbox', { name: '접수일' }).waitFor();
      const clipped = await room
        .pane()
        .locator('input')
        .evaluateAll((inputs) =>
          inputs
            .filter((input) => input.scrollWidth > input.clientWidth)
            .map((input) => `${input.id}: ${(input as HTMLInputElement).value}`),
        );
      expect(clipped).toEqual([]);
    },
  );

  it('does not jump while it is loaded', async () => {
    await app.page.setViewportSize({ width: 1440, height: 900 });
    await room.open(filterOf({}));
    await room.facet('지점').getByRole('checkbox').first().waitFor();
    expect(await layoutShift()).toBeLessThan(0.02);
  });

  it('gives the list what the panes give up, by key and by mouse, and remembers it', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const before = await textWidth();
    await edgeOf('VOC 읽기').press('ArrowRight');
    await expect.poll(textWidth).toBe(before + 24);
    await edgeOf('VOC 찾기와 거르기').press('End');
    await expect.poll(textWidth).toBeLessThan(before);
    await edgeOf('VOC 찾기와 거르기').press('Home');
    await expect.poll(textWidth).toBeGreaterThan(before + 24);

    const edge = await edgeOf('VOC 찾기와 거르기').boundingBox();
    if (edge === null) throw new Error('no edge');
    const narrow = await widthOf('search[aria-label="VOC 찾기와 거르기"]');
    await page.mouse.move(edge.x + 3, edge.y + 200);
    await page.mouse.down();
    await page.mouse.move(edge.x + 63, edge.y + 200, { steps: 3 });
    await page.mouse.up();
    const wide = () => widthOf('search[aria-label="VOC 찾기와 거르기"]');
    await expect.poll(wide).toBe(narrow + 60);
    await room.open(filterOf({}));
    await expect.poll(wide).toBe(narrow + 60);
    await edgeOf('VOC 찾기와 거르기').dblclick();
    await edgeOf('VOC 읽기').dblclick();
    await expect.poll(textWidth).toBe(before);
  });

  it('takes no more than half of the room for a pane', async () => {
    await room.open(filterOf({}));
    await edgeOf('VOC 읽기').press('End');
    await expect.poll(() => widthOf('aside[aria-label="VOC 읽기"]')).toBeLessThan(640);
    await edgeOf('VOC 읽기').dblclick();
  });

  it('folds the facets, the reading pane and the main menu away by key', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const before = await textWidth();
    await page.keyboard.press('f');
    await page.getByRole('search', { name: 'VOC 찾기와 거르기' }).waitFor({ state: 'detached' });
    await page.keyboard.press('p');
    await room.pane().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+b');
    await expect.poll(textWidth).toBeGreaterThan(before + 550);
    await page.getByRole('link', { name: '개선과제' }).waitFor();
    for (const key of ['f', 'p', 'Control+b']) await page.keyboard.press(key);
    await expect.poll(textWidth).toBe(before);
  });

  it('shows rows closer or with a second line of text, and keeps the row at its top', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const height = async () =>
      Math.round((await page.locator('[data-row]').first().boundingBox())?.height ?? 0);
    const topRow = () => page.locator('[data-row]').first().getAttribute('data-row');
    expect(await height()).toBe(32);
    await page.getByRole('grid').evaluate((grid) => {
      grid.scrollTop = 32 * 500;
    });
    await expect.poll(topRow).toBe('500');
    await page.keyboard.press('h');
    await expect.poll(height).toBe(50);
    await expect.poll(topRow).toBe('500');
    await page.getByRole('button', { name: '줄 높이' }).click();
    await page.getByRole('menuitemradio', { name: '촘촘하게' }).click();
    await expect.poll(height).toBe(26);
    await expect.poll(topRow).toBe('500');
    await page.getByRole('button', { name: '줄 높이' }).click();
    await page.getByRole('menuitemradio', { name: '보통' }).click();
  });

  it('reads on from VOC to VOC when another list is chosen, never by way of an empty pane', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const before = await room
      .pane()
      .getByText(/^VOC \d+$/)
      .textContent();
    await page.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      const look = () => {
        const pane = document.querySelector('aside[aria-label="VOC 읽기"]');
        seen.add(/^VOC \d+/.exec(pane?.textContent ?? '')?.[0] ?? 'nothing');
        requestAnimationFrame(look);
      };
      look();
    });
    await page.getByRole('button', { name: /^기한 초과/ }).click();
    await expect
      .poll(() =>
        room
          .pane()
          .getByText(/^VOC \d+$/)
          .textContent(),
      )
      .not.toBe(before);
    const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
    expect(seen).not.toContain('nothing');
  });
});
