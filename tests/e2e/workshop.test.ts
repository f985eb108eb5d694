import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../core/domain/house/house-of-view.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { openCli } from '../support/cli-runner.ts';
import { inspectPdf } from '../support/pdf-inspection.ts';
import {
  inviteeNames,
  opinion,
  scoreBlock,
  type WorkshopScene,
  workshopHouse,
} from '../support/workshop-scene.ts';

/*
 * Two hours in a room, by keyboard alone: from 30 requirements and 14 HOWs with 8 participants to an
 * agreed list and its minutes. No pointer touches anything.
 */

let app: OpenedApp;
let page: Page;
let room: Page;
let scene: WorkshopScene;

beforeAll(async () => {
  app = await openApp({ workspace: 'empty' });
  page = app.page;
  scene = await workshopHouse(app.test);
  await page.goto(`${app.server.origin}/house/workshop?id=${scene.houseId}`);
  await page.getByRole('heading', { name: '아직 워크숍이 없습니다' }).waitFor();
});
afterAll(async () => {
  expect(app.problems).toEqual([]);
  await app.close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** Tab after Tab, as a person without a mouse. */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 90; step++) {
    if (await hasFocus(target)) return;
    await press(key);
  }
  throw new Error(`no Tab leads to ${target}`);
}

const copyOutside = (text: string) =>
  page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Height of the smallest letters in sight, in pixels. */
const smallestLetters = (shown: Page) =>
  shown.evaluate(() => {
    const sizes = [...document.querySelectorAll('main *')].flatMap((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
        ? [Number.parseFloat(getComputedStyle(element).fontSize)]
        : [],
    );
    return Math.min(...sizes);
  });

async function overlaps(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (a === null || b === null) return false;
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const openWorkshop = async () => {
  const [head] = await app.test.call('workshop.list', { houseId: scene.houseId });
  if (head === undefined) throw new Error('no workshop');
  return app.test.call('workshop.get', { id: head.id });
};

describe('a workshop by keyboard only', () => {
  it('is made with the participants pasted from Excel, and an agenda of two hours', async () => {
    await press('n');
    const name = page.getByLabel('워크숍 이름');
    await expect.poll(() => hasFocus(name)).toBe(true);
    await press('Control+a');
    await page.keyboard.type('상반기 QFD 워크숍');
    await copyOutside(inviteeNames.map((each) => `${each}\t운영팀`).join('\r\n'));
    await tabTo(page.getByLabel('참가자'));
    await press('Control+v');
    await page.getByText('새 참가자 8명 · 안건 8개 120분').waitFor();
    // Closed by mistake, it has all of it when it is opened again.
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('n');
    await page.getByText('새 참가자 8명 · 안건 8개 120분').waitFor();
    await expect.poll(() => hasFocus(name)).toBe(true);
    expect(await name.inputValue()).toBe('상반기 QFD 워크숍');
    await tabTo(button('워크숍 만들기'));
    await press('Enter');
    await page.getByRole('tab', { name: '1. 준비' }).waitFor();

    const workshop = await openWorkshop();
    expect(workshop.attending).toHaveLength(8);
    expect(workshop.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120);
  });

  it('refuses minutes that no item has, beside the field, and keeps what was typed', async () => {
    const minutes = page.getByLabel('예정 시간(분): 목표와 진행 방법 안내');
    const refused = page.getByText('1~600분만 됩니다');
    const inHouse = async () => (await openWorkshop()).agenda[0]?.minutes;
    const before = await inHouse();
    await tabTo(minutes);
    for (const typed of ['99999', '']) {
      await press('Control+a', 'Backspace');
      await page.keyboard.type(typed);
      await press('Enter');
      await refused.waitFor();
      expect(await minutes.inputValue()).toBe(typed);
    }
    expect(await inHouse()).toBe(before);
    await page.keyboard.type('12');
    await press('Enter');
    await refused.waitFor({ state: 'detached' });
    await expect.poll(inHouse).toBe(12);
    await page.getByRole('button', { name: /^실행 취소.*안건 수정/ }).waitFor();
    await press('Tab', 'Control+z');
    await expect.poll(() => minutes.inputValue()).toBe(`${before}분`);
  });

  it('runs its clock and shows the room what it is about', async () => {
    const { id, agenda } = await openWorkshop();
    room = await page.context().newPage();
    await room.setViewportSize({ width: 1920, height: 1080 });
    await room.goto(`${app.server.origin}/projector?workshopId=${id}`);
    await room.getByRole('heading', { name: '상반기 QFD 워크숍' }).waitFor();
    expect(await room.getByRole('navigation').count()).toBe(0);

    await page.bringToFront();
    await press('Shift+n');
    await page.getByRole('listitem').filter({ hasText: '진행 중' }).waitFor();
    // The clock runs: the room sees it without being told to, and both clocks say the same.
    await room.getByRole('timer').waitFor();
    const clocks = () =>
      room.evaluate(() =>
        ['[role=timer]', 'footer b'].map((place) => document.querySelector(place)?.textContent),
      );
    for (let second = 0; second < 3; second++) {
      const [large, small] = await clocks();
      expect(large).toBe(small);
      await expect.poll(clocks).not.toEqual([large, small]);
    }
    await press('Shift+n');
    await expect
      .poll(async () => (await openWorkshop()).agendaEvents.map(({ itemId, act }) => [itemId, act]))
      .toEqual([
        [agenda[0]?.id, 'start'],
        [agenda[0]?.id, 'finish'],
        [agenda[1]?.id, 'start'],
      ]);
    await room.locator('footer').getByText('요구(WHAT)와 중요도 확인').waitFor();
  });

  it('collects blind scores: seven pasted, one by number keys', async () => {
    await press('Shift+Digit2');
    await tabTo(button('라운드 열기'));
    await press('Enter');
    await tabTo(button(`점수 입력: ${inviteeNames[0]}`));
    for (const [k, name] of inviteeNames.slice(0, 7).entries()) {
      await expect.poll(() => hasFocus(button(`점수 입력: ${name}`))).toBe(true);
      await copyOutside(scoreBlock(k));
      await press('Control+v');
      await page.getByText('420칸 읽음').waitFor();
      await expect.poll(() => hasFocus(button('1명 점수 반영'))).toBe(true);
      await press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await expect.poll(() => hasFocus(button(`점수 입력: ${name}`))).toBe(true);
      await press('ArrowDown');
    }
    await page.getByText('8명 중 7명 완료').waitFor();
    await room.getByText('8명 중 7명이 마쳤습니다').waitFor();
    const { rounds } = await openWorkshop();
    await expect(
      app.test.call('workshop.ballots', { roundId: rounds[0]?.id ?? 0 }),
    ).rejects.toMatchObject({ code: 'workshop.roundOpen' });

    // One has not begun: closing asks first, and a second Enter leaves it open.
    await tabTo(button('라운드 마감'), 'Shift+Tab');
    await press('Enter');
    await page.getByText('오세라: 시작하지 않음 (420칸)').waitFor();
    await expect.poll(() => hasFocus(button('취소'))).toBe(true);
    await press('Enter');
    await expect.poll(() => hasFocus(button('라운드 마감'))).toBe(true);
    await tabTo(button('점수 입력: 오세라'));
    await press('Enter');
    await page.getByRole('heading', { name: '오세라 님 차례입니다' }).waitFor();
    await expect.poll(() => hasFocus(button('시작'))).toBe(true);
    await press('Enter');
    await expect
      .poll(() => hasFocus(page.getByRole('radiogroup', { name: '20초 내 응답률' })))
      .toBe(true);
    // Backspace goes back to what was typed last, also from the end.
    await press('9', '3', 'Backspace', 'Backspace');
    await page.getByText('420칸 중 0칸').waitFor();
    await expect
      .poll(() => hasFocus(page.getByRole('radiogroup', { name: '20초 내 응답률' })))
      .toBe(true);
    for (const row of scene.whatIds.keys()) {
      await page.getByText(`${row + 1} / 30`).waitFor();
      await page.keyboard.type(
        scene.howIds.map((_, column) => String(opinion(7, row, column))).join(''),
      );
    }
    await page.getByText('420칸 중 420칸').waitFor();
    await expect.poll(() => hasFocus(button('마치고 넘기기'))).toBe(true);
    await press('Backspace');
    await page.getByText('420칸 중 419칸').waitFor();
    await expect
      .poll(() => hasFocus(page.getByRole('radiogroup', { name: '사후 확인 전화율' })))
      .toBe(true);
    await page.keyboard.type(String(opinion(7, 29, 13)));
    await expect.poll(() => hasFocus(button('마치고 넘기기'))).toBe(true);
    await press('Enter');
    await page.getByText('모두 채점을 마쳤습니다.').waitFor();
    await tabTo(button('진행 화면으로'));
    await press('Enter');
    await page.getByText('8명 중 8명 완료').waitFor();

    // Whoever sits down in another's place sees that they scored, and nothing of what.
    await tabTo(button(`점수 입력: ${inviteeNames[0]}`));
    await press('Enter');
    await expect.poll(() => hasFocus(button('시작'))).toBe(true);
    await press('Enter');
    await page.getByText('420칸 중 420칸').waitFor();
    expect(await page.getByText('● 입력됨').count()).toBe(14);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await tabTo(button('마치고 넘기기'));
    await press('Enter');
    await tabTo(button('진행 화면으로'));
    await press('Enter');
  });

  it('takes what is agreed at once and discusses only what is not', async () => {
    await tabTo(button('라운드 마감'));
    await press('Enter');
    const accept = button(/^합의된 \d+칸 모두 반영$/);
    await tabTo(accept);
    const map = room.getByRole('img', { name: '의견 차이' });
    await map.waitFor();
    for (const { name } of (await app.test.call('house.get', { id: scene.houseId })).hows)
      await map.getByText(name, { exact: true }).waitFor();
    expect(await smallestLetters(room)).toBeGreaterThanOrEqual(24);
    await press('Enter');
    const said = page.getByRole('alert').filter({ hasText: '합의된 값을 하우스에 반영했습니다' });
    await said.waitFor();
    expect(await overlaps(said, page.getByRole('main'))).toBe(false);

    const queue = page.getByRole('list', { name: '토론할 순서' }).getByRole('button');
    const contested = await queue.count();
    expect(contested).toBeGreaterThan(3);
    await tabTo(queue.first());
    await press('Enter');
    const value = page.getByRole('radiogroup', { name: '결정할 값' });
    await expect.poll(() => hasFocus(value)).toBe(true);
    await press('9', 'Enter');
    await page.getByText(`${contested}칸 중 ${contested - 1}칸 남음`).waitFor();
    await expect.poll(() => hasFocus(value)).toBe(true);
    // The second by the majority, with why.
    await press('3', 'Tab', 'ArrowRight');
    await tabTo(page.getByRole('textbox', { name: '이유' }));
    await page.keyboard.type('현장 기록이 뒷받침합니다');
    await press('Control+Enter');
    await page.getByText(`${contested}칸 중 ${contested - 2}칸 남음`).waitFor();
    // The third is taken back and decided otherwise, the fourth left open.
    await expect.poll(() => hasFocus(value)).toBe(true);
    await press('1', 'Enter');
    await page.getByText(`${contested}칸 중 ${contested - 3}칸 남음`).waitFor();
    await press('Control+z');
    await page.getByText(`${contested}칸 중 ${contested - 2}칸 남음`).waitFor();
    await press('Control+y');
    await page.getByText(`${contested}칸 중 ${contested - 3}칸 남음`).waitFor();
    await tabTo(button('남겨 두기'));
    await press('Enter');
    await page.getByText(`${contested}칸 중 ${contested - 4}칸 남음`).waitFor();

    const { decisions } = await openWorkshop();
    expect(decisions.map(({ after, consensus }) => [after, consensus])).toEqual([
      [9, 'agreed'],
      [3, 'majority'],
      [1, 'agreed'],
      [null, 'open'],
    ]);
    expect(decisions[1]?.reason).toBe('현장 기록이 뒷받침합니다');
    const { relations } = await app.test.call('house.get', { id: scene.houseId });
    const [row, column] = [
      scene.whatIds.indexOf(decisions[0]?.whatId ?? 0),
      scene.howIds.indexOf(decisions[0]?.howId ?? 0),
    ];
    expect(relations[row]?.[column]).toBe(9);
  });

  it('agrees on the first five as CSFs, ranked as `csm calc house` ranks them', async () => {
    await press('Shift+Digit4');
    await tabTo(page.getByLabel('합의한 이유'));
    await page.keyboard.type('가중치가 가장 큰 다섯 가지입니다');
    await press('Control+Enter');
    await page.getByText('CSF 5개를 합의했습니다.').waitFor();
    await room.getByRole('heading', { name: '순위와 합의한 CSF' }).waitFor();
    expect(await smallestLetters(room)).toBeGreaterThanOrEqual(24);

    const view = await app.test.call('house.get', { id: scene.houseId });
    const { whats, hows } = houseFigures(modelOfView(view), figureOptionsOf(view));
    const cli = openCli();
    const answer = await cli.run(['calc', 'house'], {
      input: JSON.stringify({
        weights: view.whats.map(({ importance }) => importance),
        relations: view.relations,
      }),
    });
    cli.dispose();
    const { rank } = answer.json<{ rank: number[] }>();
    expect(whats.absolute).toEqual(view.whats.map(({ importance }) => importance));
    expect(hows.rank).toEqual(rank);
    const agreed = (await app.test.call('csf.list', {})).filter(
      ({ status }) => status === 'agreed',
    );
    expect(agreed.map(({ howId }) => howId).toSorted()).toEqual(
      scene.howIds.filter((_, place) => (rank[place] ?? 99) <= 5).toSorted(),
    );
    for (const csf of agreed) {
      expect(csf.chosenRank).toBe(rank[scene.howIds.indexOf(csf.howId)]);
    }
  });

  it('takes its minutes home', async () => {
    // Out of the field, where a key would be text.
    await press('Tab', 'Shift+Digit5');
    await tabTo(page.getByLabel('이 워크숍에서 합의한 것'));
    await page.keyboard.type('다섯 CSF에 집중하고 6주 뒤에 점검합니다');
    await tabTo(button('PDF로 저장'));
    const saved = page.waitForEvent('download');
    await press('Enter');
    const facts = inspectPdf(readFileSync(await (await saved).path()));
    expect(facts.pages).toBeGreaterThan(0);
    expect(facts.language).toBe('ko');
    for (const letter of '상반기워크숍오세라') expect(facts.copyable).toContain(letter);

    await tabTo(button('워크숍 종료'));
    await press('Enter');
    await expect
      .poll(openWorkshop)
      .toMatchObject({ status: 'closed', conclusion: '다섯 CSF에 집중하고 6주 뒤에 점검합니다' });
    // What would be refused is out of use, with why and the way on beside it.
    await page.getByText('끝난 워크숍이라').waitFor();
    await press('Shift+Digit2');
    for (const name of ['라운드 열기', '다시 열기', '네트워크 채점 열기'])
      expect(await button(name).isDisabled()).toBe(true);
    await press('Shift+Digit3');
    await button('남겨 두기').waitFor();
    for (const name of ['남겨 두기', '결정', /모두 반영$/])
      expect(await button(name).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^시작: / }).count()).toBe(0);
  });
});
