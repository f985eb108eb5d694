import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;
let houseId: number;

beforeAll(async () => {
  app = await openApp({ workspace: 'sample' });
  houseId = (await app.test.call('house.list', {}))[0]?.id ?? 0;
});
afterAll(async () => {
  expect(app.problems).toEqual([]);
  await app.close();
});

const openFace = async () => {
  await app.page.goto(`${app.server.origin}/house/stability?id=${houseId}`);
  await app.page.getByRole('list', { name: '가중치 파레토와 순위 안정성' }).waitFor();
};

describe('finding CSFs', () => {
  it('shows beside every HOW in how many of 10,000 variants it is in the top, and moves the cut by key and by mouse', async () => {
    const { page, test } = app;
    await openFace();
    const rows = page.getByRole('list', { name: '가중치 파레토와 순위 안정성' });
    await page.getByText('변형 10,000가지: 가중치 ±20%').waitFor();
    const known = await test.call('stability.get', { houseId });
    const [first] = known.hows ?? [];
    const view = await test.call('house.get', { id: houseId });
    const name = view.hows.find(({ howId }) => howId === first?.howId)?.name ?? '';
    await rows
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText(`${first?.topPercent}%`, { exact: true })
      .waitFor();

    const cut = page.getByRole('slider', { name: 'CSF 기준선' });
    await cut.focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => cut.getAttribute('aria-valuenow')).toBe('3');
    const box = await cut.boundingBox();
    if (box === null) throw new Error('no cut line');
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + box.height / 2 + 32, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => cut.getAttribute('aria-valuenow')).toBe('4');
    expect(await cut.getAttribute('aria-valuetext')).toMatch(/^상위 4개 · 누적 /);
  });

  it('chooses what stands above the cut with one reason, and one by hand with its own', async () => {
    const { page, test } = app;
    const csfs = async () => test.call('csf.list', {});
    const before = (await csfs()).length;
    await openFace();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: '선정 이유' }).press('Control+Enter');
    await expect.poll(async () => (await csfs()).length).toBeGreaterThan(before);
    const chosen = await csfs();
    expect(chosen.filter(({ reason }) => /^가중치 상위 4개\(누적 /.test(reason))).toHaveLength(
      chosen.length - before,
    );

    // Ticks are forgotten when the choice is kept: the next one comes after that.
    await page
      .getByText(`CSF ${chosen.length - before}개를 선정했습니다. Ctrl+Z로 되돌릴 수 있습니다.`)
      .waitFor();
    const ranked = page.getByRole('list', { name: '가중치 파레토와 순위 안정성' });
    const last = ranked.getByRole('checkbox').last();
    await last.focus();
    await page.keyboard.press('Space');
    const submit = page.getByRole('button', { name: 'CSF로 선정 (1개)' });
    await expect.poll(() => submit.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: '선정 이유' }).fill('법이 요구함');
    await submit.click();
    await expect
      .poll(async () => (await csfs()).map(({ reason }) => reason))
      .toContain('법이 요구함');
    expect(await csfs()).toHaveLength(chosen.length + 1);
  });

  it('counts anew with other variants, seed and all, and keeps them with the house', async () => {
    const { page, test } = app;
    await openFace();
    const noise = page.getByRole('textbox', { name: '가중치 오차' });
    await noise.fill('40');
    await noise.press('Enter');
    const seed = page.getByRole('textbox', { name: '시드' });
    await seed.fill('7');
    await seed.press('Enter');
    await page.getByText(/가중치 ±40%.*시드 7/).waitFor();
    const kept = await test.call('stability.get', { houseId });
    expect(kept.options).toMatchObject({ weightNoise: 0.4, seed: 7 });
    await page.reload();
    await page.getByText(/가중치 ±40%.*시드 7/).waitFor();
  });

  it('tries weights by slider and number, shows the ranks that follow, and records nothing', async () => {
    const { page, test } = app;
    const record = async () => ({
      house: await test.call('house.get', { id: houseId }),
      undo: await test.call('undo.state', {}),
    });
    const before = await record();
    await openFace();
    await page.getByText('가중치 바꿔 보기', { exact: true }).click();
    const moves = page.getByRole('list', { name: '바뀐 순위' });
    const leader = async () => moves.getByRole('listitem').first().textContent();
    const first = await leader();
    const slide = page.getByRole('slider').nth(1);
    await slide.focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
    await page.getByText(/상위 \d+위 가운데 \d+개가 그대로입니다/).waitFor();
    const share = page.getByRole('textbox', { name: /^비중\(%\)/ }).nth(1);
    await share.fill('90');
    await share.press('Enter');
    await expect.poll(leader).not.toBe(first);
    await page.getByRole('button', { name: '처음으로' }).click();
    await expect.poll(leader).toBe(first);
    expect(await record()).toEqual(before);
  });
});
