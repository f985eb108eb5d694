import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { benchFile, benchRows, importBenchFile } from '../support/bench-rows.ts';
import { watchForBlanks } from '../support/blank-watch.ts';
import { filterOf, vocRoom } from '../support/voc-room.ts';

const rows = 50_000;
/** What nobody may see blank for longer. */
const longestFlashMs = 150;

let app: OpenedApp;
const room = vocRoom(() => app);

describe('scrolling through a long list', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
    await importBenchFile(app.test, benchFile(app.test, benchRows(rows)));
    await room.open();
    await room.shows(rows);
  }, 300_000);
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  /** Scrolls the list by its scroll bar, frame by frame, as somebody does who drags the thumb. */
  const dragThumb = () =>
    app.page.evaluate(
      () =>
        new Promise<void>((done) => {
          const list = document.querySelector('[role="grid"]');
          if (list === null) return;
          const way = list.scrollHeight - list.clientHeight;
          let frame = 0;
          const move = () => {
            frame += 1;
            list.scrollTop = way * (0.5 - 0.5 * Math.cos((frame / 60) * Math.PI));
            if (frame < 120) requestAnimationFrame(move);
            else done();
          };
          move();
        }),
    );

  const ways: [name: string, work: () => Promise<void>][] = [
    [
      'the wheel',
      async () => {
        await room.cell(2, 'text').hover();
        for (let turn = 0; turn < 60; turn++) await app.page.mouse.wheel(0, 900);
      },
    ],
    [
      'PageDown held',
      async () => {
        await room.goTo(0, 'text');
        for (let press = 0; press < 60; press++) await app.page.keyboard.press('PageDown');
      },
    ],
    [
      'End and Home',
      async () => {
        for (let press = 0; press < 4; press++) {
          await app.page.keyboard.press('End');
          await app.page.keyboard.press('Home');
        }
      },
    ],
    ['dragging the scroll bar', dragThumb],
  ];
  it.each(ways)('shows rows without a blank flash with %s', async (_way, work) => {
    // Turns of the wheel before may still be on their way and scroll on.
    await expect
      .poll(async () => {
        await app.page.evaluate(() => document.querySelector('[role="grid"]')?.scrollTo(0, 0));
        return room.cell(0, 'text').isVisible();
      })
      .toBe(true);
    const stop = await watchForBlanks(app.page);
    await work();
    const times = await stop();
    expect(times.frames).toBeGreaterThan(5);
    expect(times.longestBlankMs).toBeLessThan(longestFlashMs);
  });

  it('reads the last VOC with End', async () => {
    await room.goTo(0, 'text');
    await app.page.keyboard.press('End');
    const last = await app.test.call('voc.listPage', { offset: rows - 1, limit: 1 });
    await room.pane().getByText(`VOC ${last.rows[0]?.id}`, { exact: true }).waitFor();
    expect(await room.cell(rows - 1, 'text').count()).toBe(1);
  });

  it('keeps the old rows in sight until those of a new filter are there', async () => {
    const { page } = app;
    const stop = await watchForBlanks(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('/');
    await page.keyboard.type('엘리베이터');
    const { total } = await app.test.call('voc.count', { filter: { search: '엘리베이터' } });
    await room.shows(total);
    await page.locator('[data-row] mark').first().waitFor();
    await page.getByRole('columnheader', { name: '지점' }).getByRole('button').click();
    await expect.poll(() => room.cell(0, 'branch').textContent()).toBe('0호점');
    expect((await stop()).longestBlankMs).toBeLessThan(longestFlashMs);
    await page.getByRole('columnheader', { name: '접수일' }).getByRole('button').click();
  });

  it('stays where one is after an edit and its undo', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    await room.shows(rows);
    await room.goTo(0, 'severity');
    for (let press = 0; press < 40; press++) await page.keyboard.press('PageDown');
    // The keys were quicker than the rows: the VOC of the active cell is read now.
    await page.locator('[data-read] [data-active]').waitFor();
    await page.locator('[data-region="pane"]:not([data-waiting])').waitFor();
    const read = await room
      .pane()
      .getByText(/^VOC \d+$/)
      .textContent();
    const id = Number(read?.replace('VOC ', ''));
    const row = await page.locator('[data-read]').getAttribute('data-row');
    await page.keyboard.press('4');
    await expect.poll(async () => (await app.test.call('voc.get', { id })).severity).toBe(4);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await app.test.call('voc.get', { id })).severity).toBe(null);
    expect(await page.locator('[data-read]').getAttribute('data-row')).toBe(row);
    expect(
      await room
        .pane()
        .getByText(/^VOC \d+$/)
        .textContent(),
    ).toBe(read);
  });

  it('ticks all of fifty thousand without naming them, and sees what is left out', async () => {
    const { page } = app;
    await room.goTo(Number(await page.locator('[data-read]').getAttribute('data-row')), 'text');
    await page.keyboard.press('Control+a');
    await page.getByText('50,000건 선택').waitFor();
    await page.keyboard.press('Space');
    await page.getByText('49,999건 선택').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('49,999건 선택').waitFor({ state: 'detached' });
  });
});
