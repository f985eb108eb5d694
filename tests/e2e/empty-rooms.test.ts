import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;

describe('a workspace with nothing in it yet', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it.each([
    ['/voc', '아직 VOC가 없습니다', '가져오기'],
    ['/voc/duplicates', '아직 VOC가 없습니다', 'VOC 가져오기'],
    ['/insight', '아직 VOC가 없습니다', 'VOC 가져오기'],
    ['/requirements/board', '아직 VOC가 없습니다', 'VOC 가져오기'],
    ['/customers', '아직 고객 파일이 없습니다', 'VOC 가져오기'],
  ])(
    'says in %s what will stand there and leads to the first import',
    async (address, title, way) => {
      const { page } = app;
      await page.goto(`${app.server.origin}${address}`);
      await page.getByRole('heading', { name: title }).waitFor();
      await page.locator('main').getByRole('link', { name: way }).last().click();
      await page.getByRole('heading', { name: 'VOC 가져오기' }).waitFor();
    },
  );

  it('takes down a first VOC from the analysis, which then has something to show', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/insight`);
    await page.getByRole('link', { name: '한 건 입력하기' }).click();
    const dialog = page.getByRole('dialog', { name: 'VOC 입력' });
    await dialog.getByRole('textbox').first().fill('번호표가 있으면 좋겠습니다');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await app.test.call('voc.count', {})).total).toBe(1);
    await page.goto(`${app.server.origin}/insight`);
    await page.getByRole('tab', { name: '키워드' }).waitFor();
  });

  it('begins a customer file and tells how long customers’ words are kept', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/customers`);
    await page.locator('main').getByRole('button', { name: '고객 추가' }).last().click();
    await page.getByRole('form', { name: '고객 추가' }).waitFor();
    await page.goto(`${app.server.origin}/privacy`);
    await page.getByText('아직 보관 규칙이 없습니다', { exact: false }).waitFor();
    await page.getByRole('button', { name: '규칙 저장' }).click();
    await expect
      .poll(async () => (await app.test.call('privacy.getRetention', {}))?.months)
      .toBe(36);
    await page.getByRole('link', { name: 'VOC 목록 열기' }).click();
    await page.getByRole('heading', { name: 'VOC', exact: true }).waitFor();
  });
});
