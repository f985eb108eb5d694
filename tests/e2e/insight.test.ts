import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { marksFilled } from '../support/chart-marks.ts';

let app: OpenedApp;
const page = () => app.page;

/** The filter in the address of the VOC room that a mark opened, and how many VOC it selects. */
async function openedVoc(): Promise<{ filter: VocFilter; total: number }> {
  await page().waitForURL('**/voc?**');
  const filter: VocFilter = JSON.parse(new URL(page().url()).searchParams.get('filter') ?? '{}');
  const { total } = await app.test.call('voc.count', { filter });
  return { filter, total };
}

/** `냉장고, VOC 195건 열기` names 195, and `5 (7.7%) VOC 열기: 기사, …` 5. */
function countIn(label: string | null): number {
  const text = label ?? '';
  const found = /(\d[\d,]*)건/.exec(text) ?? /(\d[\d,]*)(?: \([\d.]+%\))? VOC/.exec(text);
  return Number(found?.[1]?.replaceAll(',', ''));
}

const openView = async (view: string) => {
  await page().goto(`${app.server.origin}/insight?view=${view}`);
  await page().locator('main tbody a').first().waitFor();
};

describe('VOC analysis', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });
  beforeEach(() => openView('keywords'));

  it('opens from the rail and learns the words by itself', async () => {
    await page().goto(`${app.server.origin}/voc`);
    await page().getByRole('navigation').getByRole('link', { name: 'VOC 분석' }).click();
    await page().getByRole('heading', { name: 'VOC 분석' }).waitFor();
    await page().getByRole('heading', { name: '많이 나온 낱말' }).waitFor();
  });

  it('opens exactly the VOC of a word, by keyboard', async () => {
    const word = page().getByRole('link', { name: /^냉장고, VOC/ });
    const count = countIn(await word.first().getAttribute('aria-label'));
    await word.first().focus();
    await page().keyboard.press('Enter');
    const { filter, total } = await openedVoc();
    expect(filter.keyword).toBe('냉장고');
    expect(total).toBe(count);
  });

  it.each(['pairs', 'pareto', 'heat', 'weekly', 'trend'])(
    'opens exactly the VOC of a mark of %s, by keyboard',
    async (view) => {
      await openView(view);
      const marks = page().locator('main tbody a[aria-label]');
      const mark = marks.nth(1);
      const count = countIn(await mark.getAttribute('aria-label'));
      await mark.focus();
      await page().keyboard.press('Enter');
      expect((await openedVoc()).total).toBe(count);
    },
  );

  it('moves between the views with the arrow keys', async () => {
    await page().getByRole('tab', { name: '키워드' }).focus();
    await page().keyboard.press('ArrowRight');
    await page().getByRole('heading', { name: '낱말 추세' }).waitFor();
  });

  it('leaves a word out from its menu, and takes it back with undo', async () => {
    const link = page()
      .getByRole('link', { name: /^기사, VOC/ })
      .first();
    await link.waitFor();
    await page().getByRole('button', { name: '기사 낱말 규칙' }).first().press('Enter');
    await page().getByRole('menuitem', { name: '이 낱말 빼기' }).click();
    await page().getByText('‘기사’ 낱말을 뺐습니다.').waitFor();
    await link.waitFor({ state: 'detached' });
    expect(await app.test.call('insight.listWordRules', {})).toHaveLength(1);
    await page().locator('h1').first().click();
    await page().keyboard.press('Control+z');
    await link.waitFor();
    expect(await app.test.call('insight.listWordRules', {})).toEqual([]);
  });

  it('analyses the list that the VOC room shows', async () => {
    const filter = encodeURIComponent(JSON.stringify({ kinds: ['praise'] }));
    await page().goto(`${app.server.origin}/voc?filter=${filter}`);
    await page().getByRole('link', { name: '이 목록 분석' }).click();
    await page().waitForURL('**/insight?**');
    const { total } = await app.test.call('voc.count', { filter: { kinds: ['praise'] } });
    await page()
      .getByRole('link', { name: `VOC ${total}건 보기` })
      .waitFor();
  });

  it('copies the figures behind a picture', async () => {
    await openView('weekly');
    await page().getByRole('button', { name: '표로 복사' }).click();
    await page().getByText('행을 복사했습니다.').waitFor();
    const text = await page().evaluate(() => navigator.clipboard.readText());
    expect(text.split('\r\n')[0]?.split('\t')).toHaveLength(6);
  });

  it.each(['keywords', 'trend', 'pairs', 'pareto', 'heat', 'weekly'])(
    'saves the picture of %s as PNG and as SVG, named in Korean with the day',
    async (view) => {
      await openView(view);
      for (const [format, start] of [
        ['png', '\u0089PNG'],
        ['svg', '<svg '],
      ] as const) {
        await page().getByRole('button', { name: '그림으로 저장' }).click();
        const saved = page().waitForEvent('download');
        await page()
          .getByRole('menuitem', { name: `${format.toUpperCase()} 그림으로 저장` })
          .click();
        const file = await saved;
        expect(file.suggestedFilename()).toMatch(new RegExp(`^[^_]+_시험_\\d{8}\\.${format}$`));
        const content = readFileSync(await file.path());
        expect(content.toString('latin1').startsWith(start)).toBe(true);
        expect(content.length).toBeGreaterThan(4_000);
      }
    },
  );

  it('draws pairs as a network of as many as one likes, whose nodes open their VOC', async () => {
    await openView('pairs');
    await page().getByText('네트워크', { exact: true }).click();
    const threshold = page().getByRole('slider', { name: '보일 짝의 수' });
    await threshold.focus();
    await threshold.press('Home');
    await page().getByText('가장 강한 짝 5개').waitFor();
    const chart = page().getByRole('figure', { name: '낱말 네트워크' });
    const nodes = await marksFilled(chart, '#0072b2', 6);
    expect(nodes.length).toBeGreaterThanOrEqual(5);
    await page().mouse.click(nodes[0]?.x ?? 0, nodes[0]?.y ?? 0);
    const { filter, total } = await openedVoc();
    const { words } = await app.test.call('insight.keywords', { limit: 500 });
    expect(total).toBe(words.find(({ word }) => word === filter.keyword)?.count);
    await page().goBack();
    await page().getByRole('heading', { name: '낱말 네트워크' }).waitFor();
    await page().getByText('매트릭스', { exact: true }).click();
  });

  it('says where the limits come from', async () => {
    await openView('weekly');
    await page().getByRole('button', { name: '산출 과정' }).click();
    await page().getByRole('dialog').getByText('c̄ = Σc ÷ m').waitFor();
  });
});
