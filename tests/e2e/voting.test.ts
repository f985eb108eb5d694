import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readOwnScores } from '../../electron/host/workshop/own-scores.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { seriousFaults } from '../support/axe-faults.ts';
import { launchChromium } from '../support/chromium.ts';
import { addRequirement } from '../support/workspace-seeds.ts';

let app: OpenedApp;
let phones: Browser;
let workshopId: number;
let roundId: number;
let people: number[];
const problems: string[] = [];

beforeAll(async () => {
  vi.stubEnv('CSM_VOTING_ADDRESS', '127.0.0.1');
  app = await openApp();
  phones = await launchChromium();
  const { test } = app;
  const requirementIds = [];
  for (const name of ['빠른 응대', '정확한 안내'])
    requirementIds.push(await addRequirement(test, name));
  const { id: houseId } = await test.call('house.create', { name: '창구', requirementIds });
  for (const name of ['통화 대기', '교육 시간']) {
    const how = { houseId, name, unit: '', direction: 'up', targetValue: '' } as const;
    await test.call('house.addHow', how);
  }
  people = [];
  for (const name of ['김현수', '이지은'])
    people.push((await test.call('judgement.addParticipant', { houseId, name })).id);
  const head = { houseId, name: '첫 모임', heldOn: '2026-11-22' };
  ({ id: workshopId } = await test.call('workshop.create', head));
  const round = { workshopId, subject: 'relations' } as const;
  ({ id: roundId } = await test.call('workshop.openRound', round));
  await app.page.goto(`${app.server.origin}/house/workshop?id=${houseId}&workshopId=${workshopId}`);
});
afterAll(async () => {
  await phones?.close();
  await app?.close();
  vi.unstubAllEnvs();
});

async function phone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await phones.newContext({
    viewport: { width: 390, height: 780 },
    locale: 'ko-KR',
    hasTouch: true,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  return { context, page };
}

async function join(page: Page, address: string, code: string, name: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('textbox').fill(code);
  await page.keyboard.press('Enter');
  await takeName(page, name);
}

/** As after the camera has read the code on the wall. */
async function joinByLink(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await takeName(page, name);
  expect(page.url()).not.toContain('#');
}

async function takeName(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).tap();
  await page.getByRole('heading', { name: '빠른 응대' }).waitFor();
}

const scoresOf = (place: number) =>
  readOwnScores(app.test.host.context.session, roundId, people[place] ?? 0);
const level = (page: Page, how: string, name: string) =>
  page.getByRole('group', { name: how }).getByRole('radio', { name, exact: true });

describe('the voting page', () => {
  it('lets two people score on their own phones, and a stranger nowhere', async () => {
    const { page: desk, test } = app;
    await desk.getByRole('tab', { name: '채점' }).click();
    await desk.getByRole('button', { name: '네트워크 채점 열기' }).click();
    await desk.getByText('2명 중 0명 참여').waitFor();
    const { open } = await test.call('voting.status', {});
    const [address = ''] = open?.urls ?? [];
    const code = open?.joinCode ?? '';
    await desk.getByText(address, { exact: true }).waitFor();
    await desk.getByText(code, { exact: true }).waitFor();
    await desk.getByRole('img', { name: /QR 코드/ }).waitFor();

    const stranger = await phone();
    await stranger.page.goto(address);
    await stranger.page.getByRole('heading', { name: '워크숍 참여' }).waitFor();
    expect(await seriousFaults(stranger.page)).toEqual([]);
    await stranger.page.getByRole('textbox').fill(code === '111111' ? '222222' : '111111');
    await stranger.page.keyboard.press('Enter');
    await stranger.page.getByRole('alert').getByText('참여 코드가 다릅니다').waitFor();
    const tried = await stranger.page.evaluate(async (id) => {
      const bodies: string[] = [];
      const headers = { 'content-type': 'application/json' };
      for (const path of ['/state', '/ballot', '/call', '/events', '/index.html'])
        bodies.push(await (await fetch(path)).text());
      const body = JSON.stringify({ participantId: id });
      for (const path of ['/name', '/scores', '/call'])
        bodies.push(await (await fetch(path, { method: 'POST', headers, body })).text());
      return bodies;
    }, people[0]);
    expect(new Set(tried)).toEqual(new Set(['{"error":"join"}', '{"error":"notFound"}']));
    expect(await stranger.page.getByText('첫 모임').count()).toBe(0);

    // One with a finger, the other by keys alone.
    const kim = await phone();
    await join(kim.page, address, code, '김현수');
    await level(kim.page, '통화 대기', '9').tap();
    await level(kim.page, '교육 시간', '1').tap();
    await level(kim.page, '교육 시간', '1').tap();
    await kim.page.getByRole('button', { name: '다음' }).tap();
    await kim.page.getByRole('heading', { name: '정확한 안내' }).waitFor();
    expect(await seriousFaults(kim.page)).toEqual([]);
    await kim.page.emulateMedia({ colorScheme: 'dark' });
    expect(await seriousFaults(kim.page, { colours: true })).toEqual([]);

    const lee = await phone();
    await lee.page.goto(address);
    await lee.page.getByRole('heading', { name: '워크숍 참여' }).waitFor();
    await lee.page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3)}`);
    await lee.page.keyboard.press('Enter');
    await lee.page.getByRole('heading', { name: '이름을 고르십시오' }).waitFor();
    expect(await lee.page.getByRole('button', { name: '김현수' }).isDisabled()).toBe(true);
    await lee.page.keyboard.press('Tab');
    await lee.page.keyboard.press('Enter');
    await lee.page.getByRole('heading', { name: '빠른 응대' }).waitFor();
    await lee.page.keyboard.press('Tab');
    for (const key of ['3', '0', 'Enter']) await lee.page.keyboard.press(key);
    await lee.page.getByRole('heading', { name: '정확한 안내' }).waitFor();
    await lee.page.keyboard.press('Tab');
    for (const key of ['9', '9', 'Enter']) await lee.page.keyboard.press(key);
    await lee.page.getByRole('heading', { name: '수고하셨습니다' }).waitFor();
    await lee.page.getByText('모든 칸을 입력했습니다').waitFor();
    await desk.getByText('2명 중 2명 참여').waitFor();
    await expect.poll(() => scoresOf(1)).toHaveLength(4);
    await expect.poll(() => scoresOf(0)).toHaveLength(1);

    // The network goes, the page is loaded anew, and nothing is lost.
    await kim.context.setOffline(true);
    await level(kim.page, '통화 대기', '3').tap();
    await kim.page.getByText('보내지 못한 점수 1개').waitFor();
    await kim.context.setOffline(false);
    await kim.page.reload();
    await kim.page.getByRole('status').getByText('저장됨').waitFor();
    await expect.poll(() => scoresOf(0)).toHaveLength(2);
    await kim.page.getByRole('heading', { name: '빠른 응대' }).waitFor();
    expect(await level(kim.page, '통화 대기', '9').isChecked()).toBe(true);
    expect(await kim.page.locator('body').innerText()).not.toContain('이지은');

    await test.call('workshop.closeRound', { roundId });
    for (const { page } of [kim, lee])
      await page.getByRole('heading', { name: '참여했습니다' }).waitFor();
    await desk.getByRole('button', { name: '닫기', exact: true }).click();
    await desk.getByRole('button', { name: '네트워크 채점 열기' }).waitFor();
    await kim.page.getByRole('status').getByText('연결이 끊겼습니다').waitFor();
    await expect(stranger.page.goto(address)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
    expect(problems).toEqual([]);
    expect(app.problems).toEqual([]);
  }, 120_000);

  it('loses nothing else when what was scored without a network is not asked any more', async () => {
    const { test } = app;
    ({ id: roundId } = await test.call('workshop.openRound', { workshopId, subject: 'relations' }));
    const { open } = await test.call('voting.open', { workshopId });
    const { context, page } = await phone();
    await joinByLink(page, `${open?.urls[0]}#${open?.joinCode}`, '김현수');
    await context.setOffline(true);
    await level(page, '통화 대기', '9').tap();
    await level(page, '교육 시간', '9').tap();
    await page.getByRole('button', { name: '다음' }).tap();
    await level(page, '통화 대기', '3').tap();
    await page.getByText('보내지 못한 점수 3개').waitFor();
    const { rounds } = await test.call('workshop.get', { id: workshopId });
    const [whatId = 0, left] = rounds.at(-1)?.whatIds ?? [];
    const { houseId } = await test.call('workshop.get', { id: workshopId });
    await test.call('house.removeWhat', { houseId, whatId });
    await context.setOffline(false);
    await expect.poll(() => scoresOf(0)).toMatchObject([{ whatId: left, value: 3 }]);
    await level(page, '교육 시간', '1').tap();
    await expect.poll(() => scoresOf(0)).toHaveLength(2);
    await page.getByRole('status').getByText('저장됨').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await test.call('voting.close', {});
  }, 120_000);
});
