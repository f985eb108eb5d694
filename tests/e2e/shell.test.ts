import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localeWords } from '../../electron/host/locale-words.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

const korean = localeWords('ko');
const english = localeWords('en');
const verbs = ['듣다', '찾다', '고치다', '증명하다'];
/** The rooms of the cycle, which Alt and a number open. */
const rooms = ['voc', 'responses', 'requirements', 'house', 'csf', 'actions', 'csi', 'reports'];
/** Every room in the order of the rail. */
const inRail = ['voc', 'insight', 'responses', 'customers', ...rooms.slice(2)];

let app: OpenedApp;

const room = (name: string) => korean(`app:rooms.${name}`);
const rail = () => app.page.getByRole('navigation', { name: korean('app:rail') });
const current = () => rail().locator('[aria-current="page"]').textContent();
const goHome = async () => {
  await app.page.goto(`${app.server.origin}/`);
  await app.page.getByRole('heading', { name: korean('home:title') }).waitFor();
};
const openPalette = async () => {
  await app.page.keyboard.press('Control+k');
  const field = app.page.getByLabel(korean('app:palette.placeholder'));
  await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
};
const jobs = (page = app.page) => page.getByRole('dialog', { name: korean('jobs:title') });

describe('the shell', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('tells the cycle in four verbs, with every room below its verb', async () => {
    await goHome();
    expect(await rail().getByRole('heading').allTextContents()).toEqual(verbs);
    expect(await rail().getByRole('link').allTextContents()).toEqual(['home', ...inRail].map(room));
  });

  it('goes to every room with Alt and its number, and home with Alt+0', async () => {
    const { page } = app;
    for (const [place, name] of rooms.entries()) {
      await page.keyboard.press(`Alt+${place + 1}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await expect.poll(current).toBe(room(name));
    }
    await page.keyboard.press('Alt+0');
    await expect.poll(current).toBe(room('home'));
  });

  it('finds a command by a part of its name and runs it', async () => {
    const { page } = app;
    await openPalette();
    await page.keyboard.type('매트릭');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/house/);

    // Also while a field has the focus, and a command of the workspace.
    await page.goto(`${app.server.origin}/voc`);
    await page.getByRole('searchbox').first().focus();
    await openPalette();
    await page.keyboard.type(korean('workspace:menu.check'));
    await page.getByRole('button', { name: korean('workspace:menu.check') }).click();
    await page
      .getByText(korean('workspace:checked.ok', { voc: '3,000', requirements: '30' }))
      .waitFor();
  });

  it('says when no command matches', async () => {
    const { page } = app;
    await openPalette();
    await page.keyboard.type('없는 명령 이름');
    await page.getByText(korean('app:palette.nothing')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(korean('app:palette.nothing')).waitFor({ state: 'detached' });
  });

  it('lists the shortcuts that work here under ?', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/csi`);
    await page.locator('main svg text').first().waitFor();
    await page.keyboard.press('Shift+?');
    const list = page.getByRole('dialog', { name: korean('app:shortcuts.title') });
    const rowOf = (label: string) => list.getByRole('row').filter({ hasText: label }).first();
    expect(await rowOf(korean('csi:screen.newIndex')).locator('kbd').textContent()).toBe('N');
    expect(await rowOf(korean('app:palette.open')).locator('kbd').textContent()).toBe('Ctrl K');
    expect(await rowOf(korean('app:redo.title')).locator('kbd').allTextContents()).toEqual([
      'Ctrl Y',
      'Ctrl Shift Z',
    ]);
    // Nearest first: what one can do in this room.
    expect(await list.getByRole('heading', { level: 3 }).first().textContent()).toBe(
      korean('app:groups.room'),
    );
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
  });

  it('leaves the letter of a shortcut alone where somebody types', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/voc`);
    const field = page.getByRole('searchbox').first();
    await field.focus();
    await page.keyboard.type('n');
    expect(await field.inputValue()).toBe('n');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await field.fill('');
  });

  it('knows a shortcut by its key when Hangul is switched on', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/csi`);
    await page.locator('main svg text').first().waitFor();
    await page.locator('body').dispatchEvent('keydown', { key: 'ㅜ', code: 'KeyN', bubbles: true });
    await page.getByRole('dialog', { name: korean('csi:screen.newIndex') }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('speaks English at once when asked, and still after a new start', async () => {
    const { page } = app;
    await goHome();
    await page.getByRole('button', { name: korean('app:settings.title') }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { name: english('home:title') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: english('home:title') }).waitFor();

    // And back, from the palette.
    await page.keyboard.press('Control+k');
    await page
      .getByLabel(english('app:palette.placeholder'))
      .fill(english('app:settings.switchLocale'));
    await page.getByRole('button', { name: english('app:settings.switchLocale') }).click();
    await page.getByRole('heading', { name: korean('home:title') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
  });

  it('keeps light or dark, from the first picture after a new start', async () => {
    const { page } = app;
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    await goHome();
    expect(await scheme()).toBe('light');
    await page.getByRole('button', { name: korean('app:settings.title') }).click();
    await page.getByRole('menuitemradio', { name: korean('app:settings.schemes.dark') }).click();
    await expect.poll(scheme).toBe('dark');
    await page.reload();
    await page.getByRole('navigation').waitFor();
    expect(await scheme()).toBe('dark');
    await page.getByRole('button', { name: korean('app:settings.title') }).click();
    await page.getByRole('menuitemradio', { name: korean('app:settings.schemes.light') }).click();
    await expect.poll(scheme).toBe('light');
  });

  it('remembers what a list was narrowed to, until the link to it says otherwise', async () => {
    const { page } = app;
    await page.keyboard.press('Alt+2');
    const region = page.getByRole('combobox', { name: korean('survey:filters.region') });
    await region.click();
    await page.getByRole('option', { name: '서울' }).click();
    const wave = (await app.test.call('survey.listWaves', {})).at(-1);
    const { total } = await app.test.call('survey.listRespondents', {
      filter: { waveId: wave?.id ?? 0, region: '서울' },
      limit: 1,
    });
    const narrowed = page.getByText(korean('survey:screen.total', { formatted: total }));
    await narrowed.waitFor();
    await rail()
      .getByRole('link', { name: room('csf') })
      .click();
    await page
      .getByRole('heading', { name: room('csf') })
      .first()
      .waitFor();
    await rail()
      .getByRole('link', { name: room('responses') })
      .click();
    await expect.poll(() => region.inputValue()).toBe('서울');
    await page.reload();
    await expect.poll(() => region.inputValue()).toBe('서울');
    await narrowed.waitFor();
    await page.getByRole('button', { name: korean('survey:filters.clear') }).click();
    await expect.poll(() => region.inputValue()).toBe('');
  });

  it('lists a job while it runs and after, wherever one goes', async () => {
    const { page } = app;
    await page.keyboard.press('Alt+0');
    const lines = Array.from({ length: 60_000 }, (_, row) => `J${row},고객의 말 ${row}`);
    await page.goto(`${app.server.origin}/import/voc`);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '파일 선택' }).click();
    await (await choosing).setFiles({
      name: '콜센터 전체.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['번호,내용', ...lines].join('\n')),
    });
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByRole('button', { name: '가져오기 시작' }).click();

    await page.getByRole('button', { name: korean('jobs:title') }).click();
    const entry = jobs().getByRole('listitem').filter({ hasText: '콜센터 전체.csv' });
    await entry.getByText(korean('jobs:status.running')).waitFor();
    await entry.getByRole('progressbar').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+3');
    await page.waitForURL(/requirements/);
    await page.getByRole('button', { name: korean('jobs:title') }).click();
    await entry.getByText(korean('jobs:status.succeeded')).waitFor();
    await entry
      .getByText(
        korean('jobs:imported', {
          read: '60,000',
          imported: '60,000',
          duplicates: '0',
          rejected: '0',
        }),
      )
      .waitFor();
    await page.reload();
    await page.getByRole('button', { name: korean('jobs:title') }).click();
    await entry.getByRole('button', { name: korean('jobs:dismiss') }).click();
    await page.getByText(korean('jobs:none')).waitFor();
    await page.keyboard.press('Escape');
  });

  it('says that an address leads nowhere, and shows the way home', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/nowhere`);
    await page.getByRole('heading', { name: korean('app:noSuchRoom.title') }).waitFor();
    await page.getByRole('link', { name: korean('app:noSuchRoom.goHome') }).click();
    await page.getByRole('heading', { name: korean('home:title') }).waitFor();
  });

  it('shows another window of the same workbench what was changed in the first', async () => {
    const other = await app.openPage();
    await other.getByRole('button', { name: '시험', exact: true }).waitFor();
    await app.test.call('workspace.rename', { name: '두 창에서 함께' });
    await other.getByRole('button', { name: '두 창에서 함께', exact: true }).waitFor();
    await app.page.getByRole('button', { name: '두 창에서 함께', exact: true }).waitFor();
    await other.close();
  });

  it('keeps what was switched last while an answer from before is still on its way', async () => {
    const { page } = app;
    const [list, kept] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const [isAsked, isSent] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let switches = 0;
    await page.route('**/call', async (route) => {
      const asked = route.request().postData() ?? '';
      if (asked.includes('"preference.set"') && ++switches === 2) {
        isSent.resolve();
        await kept.promise;
      }
      if (asked.includes('"preference.list"') && switches === 1) {
        const response = await route.fetch();
        isAsked.resolve();
        await list.promise;
        return route.fulfill({ response });
      }
      return route.continue();
    });
    const width = () => rail().evaluate((each) => each.getBoundingClientRect().width);
    const usual = await width();
    await page.keyboard.press('Control+b');
    await isAsked.promise;
    await expect.poll(width).toBeLessThan(usual);
    await page.keyboard.press('Control+b');
    await isSent.promise;
    await expect.poll(width).toBe(usual);
    const late = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('"preference.list"'),
    );
    list.resolve();
    await (await late).finished();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await width()).toBe(usual);
    kept.resolve();
    await page.unrouteAll({ behavior: 'wait' });
    expect(await width()).toBe(usual);
  });

  it('asks for nothing before it hears of changes, or must go on without, and then catches up', async () => {
    const other = await app.openPage();
    await other.goto('about:blank');
    const asked: string[] = [];
    other.on('request', (request) => {
      if (request.url().endsWith('/call')) asked.push(request.postData() ?? '');
    });
    const stream = Promise.withResolvers<Route>();
    await other.route('**/events', (route) => stream.resolve(route));
    await other.clock.install();
    await other.clock.pauseAt(Date.now() + 60_000);
    await other.goto(app.server.origin);
    const held = await stream.promise;
    // The page has said all that it says by itself once its font is there.
    await other.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(asked).toEqual([]);

    await other.clock.resume();
    await other.clock.runFor(1_000);
    await other.getByRole('button', { name: '두 창에서 함께', exact: true }).waitFor();
    await other.getByRole('button', { name: korean('jobs:title') }).click();
    await jobs(other).getByText(korean('jobs:none')).waitFor();
    await app.test.call('workspace.rename', { name: '들리지 않는 동안' });
    const { jobId } = await app.test.call('report.start', { kind: 'csf', format: 'xlsx' });
    await app.test.jobEnd(jobId);
    await held.continue();
    await other.getByRole('button', { name: '들리지 않는 동안', exact: true }).waitFor();
    await jobs(other).getByText(korean('jobs:status.succeeded')).waitFor();
    await other.close();
  });
});

describe('a host that is gone', () => {
  it('is told at once, with what to do', async () => {
    app = await openApp({ workspace: 'empty' });
    await goHome();
    await app.server.close();
    const message = app.page.getByRole('dialog', { name: korean('app:hostFailure.title') });
    await message.getByText(korean('app:errors.hostGone')).waitFor();
    await app.close();
  });
});
