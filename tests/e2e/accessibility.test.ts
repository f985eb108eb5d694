import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { seriousFaults } from '../support/axe-faults.ts';
import type { TestHost } from '../support/host-builder.ts';

const screens = [
  ['/', 'main h1'],
  ['/voc', '[role="row"][data-row]'],
  ['/insight?view=keywords', 'main tbody a'],
  ['/insight?view=trend', 'main tbody a'],
  ['/insight?view=pairs', 'main tbody a'],
  ['/insight?view=pareto', 'main tbody a'],
  ['/insight?view=heat', 'main tbody a'],
  ['/insight?view=weekly', 'main tbody a'],
  ['/voc/duplicates', 'main section[data-place] article'],
  ['/customers', 'main tbody tr'],
  ['/privacy', '[role="alert"] button'],
  ['/import/voc', 'main h1'],
  ['/import/survey', 'main h1'],
  ['/responses', '.ag-row'],
  ['/requirements', 'main h1'],
  ['/requirements/board', '[role="treeitem"][aria-level="1"][aria-expanded]'],
  ['/house', '[role="grid"]'],
  ['/house/importance', 'main table tbody tr'],
  ['/house/importance?view=pairs', 'main h3, main table, main meter'],
  ['/house/importance?view=panel', 'main h3, main table, main meter'],
  ['/house/importance?view=kano', 'main svg text'],
  ['/house/stability', 'main [role="list"] [role="listitem"], main li'],
  ['/house/workshop', 'main table tbody tr'],
  ['/house/workshop?workshopId=1', 'main h2'],
  ['/house/rounds?view=compare', 'main h1'],
  ['/house/rounds?view=chain', 'main h1'],
  ['/projector?workshopId=1', 'main h1, main ol'],
  ['/csf', 'main h1'],
  ['/actions', 'main h1'],
  ['/csi', 'main svg text'],
  ['/reports', 'main h1'],
] as const;

/** What lies over a room once it is asked for, and what tells that it is there. */
const surfaces: [name: string, open: (page: Page) => Promise<void>, shown: string][] = [
  ['the palette', (page) => page.keyboard.press('Control+k'), '[role="dialog"]'],
  ['the shortcuts', (page) => page.keyboard.press('Shift+?'), '[role="dialog"] kbd'],
  ['the index editor', (page) => page.keyboard.press('n'), '[role="dialog"] form'],
  [
    'the menu of the workspace',
    (page) => page.getByTitle('워크스페이스 메뉴').click(),
    '[role="menuitem"]',
  ],
  [
    'the settings',
    (page) => page.getByRole('button', { name: '설정' }).click(),
    '[role="menuitemradio"]',
  ],
  [
    'the derivation of an index',
    (page) => page.getByRole('button', { name: '산출 과정' }).last().click(),
    '[role="dialog"] ol',
  ],
  [
    'the list of jobs',
    (page) => page.getByRole('button', { name: '작업 목록' }).click(),
    '[role="dialog"]',
  ],
];

/** What a person opens over the list of VOC. */
const listSurfaces: [name: string, open: (page: Page) => Promise<void>, shown: string][] = [
  ['a new VOC', (page) => page.keyboard.press('n'), '[role="dialog"] textarea'],
  ['the bulk edit', (page) => page.keyboard.press('e'), '[role="dialog"] input'],
  ['the choice of a requirement', (page) => page.keyboard.press('r'), '[role="option"]'],
  [
    'the columns',
    (page) => page.getByRole('button', { name: '표시할 열' }).click(),
    '[role="dialog"] input[type="checkbox"]',
  ],
  [
    'the views',
    (page) => page.getByRole('button', { name: /^보기:/ }).click(),
    '[role="menuitemradio"]',
  ],
  [
    'the row heights',
    (page) => page.getByRole('button', { name: '줄 높이' }).click(),
    '[role="menuitemradio"]',
  ],
  [
    'the export',
    (page) => page.getByRole('button', { name: '목록 내보내기' }).click(),
    '[role="menuitem"]',
  ],
  [
    'the help of the search',
    (page) => page.getByRole('button', { name: '검색 방법 보기' }).click(),
    '[role="dialog"]',
  ],
  [
    'how VOC were handled',
    (page) => page.getByRole('button', { name: '처리 현황' }).click(),
    '[role="dialog"] table',
  ],
  [
    'the due rules',
    (page) => page.getByRole('button', { name: '회신 기한 규칙' }).click(),
    '[role="dialog"] table',
  ],
  [
    'a block to paste',
    async (page) => {
      await page.evaluate(() =>
        navigator.clipboard.writeText('강남점\tTV\t아무말\n마포점\t\t접수'),
      );
      await page.locator('[data-row="1"] [data-column="branch"]').click();
      await page.keyboard.press('Control+v');
    },
    '[role="dialog"] del',
  ],
];

/** A file as call centres send it, with a row that cannot be taken and one that is there twice. */
const callFile = [
  '접수번호,접수일,접수채널,지점,고객의 소리,통화 메모',
  'A-1,2026-11-01,전화,강남,기사님이 약속 시간보다 두 시간이나 늦게 오셨습니다,재통화',
  'A-2,2026-11-01,전화,강남,기사님이 약속 시간보다 두 시간이나 늦게 오셨습니다!!,',
  'A-3,2026-02-30,웹,마포,날짜가 없는 날입니다,',
].join('\n');

/** Customers, a look at an original, a retention rule and duplicates, which the sample has none of. */
async function fillListeningRooms(test: TestHost): Promise<void> {
  for (const code of ['C-1', 'C-2', 'C-3']) {
    const preference = code === 'C-2' ? 'none' : 'phone';
    await test.call('customer.create', {
      code,
      name: '김하늘',
      phone: '010-1234-5678',
      preference,
    });
  }
  const { rows } = await test.call('voc.listPage', { limit: 1 });
  // Something is past it: what one does then is to be seen too.
  await test.call('privacy.setRetention', {
    rule: { months: 6, action: 'anonymise', closedOnly: true },
  });
  await test.call('privacy.unmaskVoc', { id: rows[0]?.id ?? 0, purpose: '고객 회신' });
  const twice = '접수했는데 아무 연락이 없어 다시 남깁니다. 오늘 안에 꼭 전화 주세요';
  for (const text of [twice, `${twice}!!`]) {
    await test.call('voc.create', {
      text,
      receivedAt: '2026-11-01T09:00',
      channel: 'web',
      kind: 'complaint',
    });
  }
  const { jobId } = await test.call('duplicate.find', {});
  await test.jobEnd(jobId);
}

/** Where menus and dialogs are put; the page under them is looked at by itself. */
const overPage = '[data-portal]';

describe('accessibility in light and dark', () => {
  let app: OpenedApp;
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample', colorScheme: 'auto' });
    await fillListeningRooms(app.test);
  });
  afterAll(() => app.close());

  /** A menu fades in from a frame that nobody is told of; what is wrong then is right soon after. */
  async function expectNoFaults(within?: string): Promise<void> {
    const { page } = app;
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => seriousFaults(page, { within }), { timeout: 10_000 }).toEqual([]);
    // What is no colour is the same in dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await expect
      .poll(() => seriousFaults(page, { within, colours: true }), { timeout: 10_000 })
      .toEqual([]);
  }

  it.each(screens)('axe finds nothing serious on %s', async (address, ready) => {
    await app.page.goto(`${app.server.origin}${address}`);
    await app.page.locator(ready).first().waitFor();
    await expectNoFaults();
  });

  it('axe finds nothing serious in the open trail', async () => {
    await app.page.goto(`${app.server.origin}/csf`);
    await app.page.getByRole('button', { name: '근거와 결과 따라가기' }).first().click();
    await app.page.getByRole('dialog').getByRole('list').first().waitFor();
    await expectNoFaults(overPage);
  });

  it.each(surfaces)('axe finds nothing serious in what opens: %s', async (_name, open, shown) => {
    await app.page.goto(`${app.server.origin}/csi`);
    await app.page.locator('main svg text').first().waitFor();
    await open(app.page);
    await app.page.locator(shown).first().waitFor();
    await expectNoFaults(overPage);
  });

  it.each(listSurfaces)(
    'axe finds nothing serious over the list of VOC: %s',
    async (_name, open, shown) => {
      await app.page.goto(`${app.server.origin}/voc?filter=%7B%7D`);
      await app.page.locator('[role="gridcell"][data-active]').waitFor();
      await open(app.page);
      await app.page.locator(shown).first().waitFor();
      await expectNoFaults(overPage);
    },
  );

  it('axe finds nothing serious in any step of an import', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/import/voc`);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '파일 선택' }).click(),
    ]);
    const buffer = Buffer.from(callFile);
    await chooser.setFiles({ name: '콜센터.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: '다음' }).waitFor();
    await expectNoFaults();
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByLabel('‘고객의 소리’ 열의 용도').waitFor();
    await expectNoFaults();
    await page.getByRole('button', { name: '미리 점검' }).click();
    await page.getByRole('heading', { name: '가져오면 이렇게 됩니다' }).waitFor();
    await expectNoFaults();
    await page.getByRole('button', { name: /행 가져오기/ }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expectNoFaults();
  });

  it.each([
    ['the customer being begun', '/customers', '고객 추가'],
    ['the contact policy', '/customers', '연락 정책'],
  ])('axe finds nothing serious in %s', async (_name, address, button) => {
    await app.page.goto(`${app.server.origin}${address}`);
    await app.page.getByRole('button', { name: button }).first().click();
    await expectNoFaults(overPage);
  });

  it('shows without an error on the console', () => {
    expect(app.problems).toEqual([]);
  });
});
