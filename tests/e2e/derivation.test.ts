import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatScore } from '../../core/charts/chart-text.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ workspace: 'sample' });
});
afterAll(async () => {
  expect(app.problems).toEqual([]);
  await app.close();
});

const dialog = () => app.page.getByRole('dialog');
const copied = () => app.page.evaluate(() => navigator.clipboard.readText());

describe('"how was this computed?"', () => {
  it('derives a wave’s index down to the answers, by keyboard, and copies it as text', async () => {
    const [index] = await app.test.call('csi.listIndexes', {});
    const points = await app.test.call('csi.listWavePoints', { indexId: index?.id ?? 0 });
    const latest = points.at(-1);
    await app.page.goto(`${app.server.origin}/csi`);
    const button = app.page.getByRole('button', { name: `${latest?.waveName}: 산출 과정` });
    await button.focus();
    await app.page.keyboard.press('Enter');

    await dialog().getByText(`n = ${latest?.n}`).first().waitFor();
    const text = await dialog().innerText();
    expect(text).toContain('구성요소 점수의 가중합');
    expect(text).toContain('한 번에 제대로 고친다');
    await dialog().getByText('행 펼치기').first().click();
    await expect.poll(() => dialog().locator('details[open] tr').count()).toBe(50);

    await dialog().getByRole('button', { name: '글로 복사' }).click();
    await expect.poll(copied).toContain('구성요소 점수의 가중합: index = Σ');
    const shown = /^ *index = ([\d.]+)$/m.exec(await copied())?.[1];
    expect(formatScore(Number(shown))).toBe(formatScore(latest?.index ?? 0));

    await app.page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    await expect.poll(() => button.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('derives the weights of the house as it stands on screen, the edit just made included', async () => {
    await app.page.goto(`${app.server.origin}/house`);
    await app.page.getByRole('grid').waitFor();
    const absolute = () =>
      app.page.getByRole('row', { name: '절대 가중치' }).locator('td').allTextContents();
    const before = await absolute();
    await app.page.locator('[data-row="4"][data-column="0"]').click();
    await app.page.keyboard.press('9');
    await expect.poll(absolute).not.toEqual(before);
    const shown = await absolute();

    await app.page.getByRole('button', { name: '산출 과정' }).click();
    const step = dialog().getByRole('listitem').filter({ hasText: 'absoluteⱼ = Σᵢ wᵢ·rᵢⱼ' });
    await step.first().waitFor();
    expect(await step.first().innerText()).toContain(`= ${shown[0]}`);
  });
});
