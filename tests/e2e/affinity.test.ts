import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequirementRow } from '../../core/contract/requirement.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;

const rows = () => app.test.call('requirement.list', {});
async function named(name: string): Promise<RequirementRow> {
  const found = (await rows()).find((row) => row.name === name);
  if (found === undefined) throw new Error(`no requirement ${name}`);
  return found;
}
const unassigned = async () =>
  (await app.test.call('voc.count', { filter: { unassigned: true } })).total;

const pool = () => app.page.getByRole('tree', { name: '미배정 VOC' });
const wall = () => app.page.getByRole('tree', { name: '요구' });
const said = () => app.page.locator('output[aria-live]').textContent();
const stacks = () => pool().getByRole('treeitem', { level: 1 });

async function openBoard(): Promise<void> {
  await app.page.goto(`${app.server.origin}/requirements/board`);
  await stacks().first().waitFor();
}

async function undo(): Promise<void> {
  await app.page.keyboard.press('Control+z');
}

describe('the affinity board', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('opens from the requirements and tells how much is unassigned', async () => {
    await app.page.goto(`${app.server.origin}/requirements`);
    await app.page.getByRole('link', { name: '친화도 보드' }).click();
    await stacks().first().waitFor();
    const open = await unassigned();
    await app.page
      .getByText(`미배정 ${open.toLocaleString('ko')}건`)
      .first()
      .waitFor();
  });

  it('puts a whole stack on a requirement by keyboard, and undo brings it back', async () => {
    await openBoard();
    const before = await unassigned();
    const { name, vocCount, id } = (await rows()).find(({ level }) => level === 3) ?? { name: '' };
    await pool().focus();
    await app.page.keyboard.press('Home');
    await app.page.keyboard.press('Space');
    await expect.poll(said).toContain('집었습니다');
    expect(await wall().evaluate((box) => box === document.activeElement)).toBe(true);
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await expect.poll(said).toContain(`‘${name}’ 요구에 배정했습니다`);
    const gained = (await named(name)).vocCount - (vocCount ?? 0);
    expect(gained).toBeGreaterThan(2);
    expect(await unassigned()).toBe(before - gained);
    await undo();
    await expect.poll(unassigned).toBe(before);
    expect((await rows()).find((row) => row.id === id)?.vocCount).toBe(vocCount);
  });

  it('finds a requirement by initial consonants and assigns one card', async () => {
    await openBoard();
    const before = await unassigned();
    await pool().focus();
    await app.page.keyboard.press('Home');
    const isOpen = await stacks().first().getAttribute('aria-expanded');
    if (isOpen === 'false') await app.page.keyboard.press('ArrowRight');
    await pool().getByRole('treeitem', { level: 2 }).first().waitFor();
    await app.page.keyboard.press('ArrowDown');
    await expect
      .poll(() => app.page.getByRole('link', { name: 'VOC 방에서 열기' }).count())
      .toBe(1);
    await app.page.keyboard.press('m');
    const field = app.page.getByRole('combobox', { name: '요구 이름이나 초성으로 찾기' });
    await field.waitFor();
    await field.fill('ㄱㄷㄹㅈ ㅇㄱ');
    await app.page.getByRole('option', { name: /기다리지 않고 상담원과/ }).waitFor();
    await app.page.keyboard.press('Enter');
    await expect.poll(said).toContain('VOC 1건을');
    expect(await unassigned()).toBe(before - 1);
    await undo();
    await expect.poll(unassigned).toBe(before);
  });

  it('makes a requirement named in the customer’s words of the marked cards', async () => {
    await openBoard();
    await pool().focus();
    await app.page.keyboard.press('Home');
    await app.page.keyboard.press('x');
    await expect.poll(() => stacks().first().getAttribute('aria-selected')).toBe('true');
    await app.page.keyboard.press('n');
    await app.page.getByText('고객이 실제로 한 말에서 고르기').waitFor();
    const dialog = app.page.getByRole('dialog');
    const phrase = dialog
      .getByRole('button')
      .filter({ hasText: /[가-힣]{2}/ })
      .first();
    await phrase.click();
    const name = await dialog.getByRole('textbox', { name: '요구 이름' }).inputValue();
    expect(name.length).toBeGreaterThan(3);
    await app.page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '만들기' }).click();
    await expect.poll(async () => (await rows()).some((row) => row.name === name)).toBe(true);
    const made = await named(name);
    expect(made.vocCount).toBeGreaterThan(2);
    expect(made.importance.value).toBeGreaterThan(made.vocCount);
    await undo();
    await expect.poll(async () => (await rows()).some((row) => row.name === name)).toBe(false);
  });

  it('takes a card by the mouse', async () => {
    await openBoard();
    const before = await unassigned();
    const target = (await rows()).find(({ level }) => level === 3);
    const card = pool().getByRole('treeitem', { level: 2 }).first();
    if ((await card.count()) === 0) await stacks().first().dblclick();
    await card.waitFor();
    await card.dragTo(
      wall()
        .getByRole('treeitem')
        .filter({ hasText: target?.name ?? '' })
        .first(),
    );
    await expect.poll(unassigned).toBe(before - 1);
    await undo();
    await expect.poll(unassigned).toBe(before);
  });

  it('quotes, splits and unassigns evidence, each one step to undo', async () => {
    await openBoard();
    const target = (await rows()).find(({ level, ownVocCount }) => level === 3 && ownVocCount > 5);
    if (target === undefined) throw new Error('no requirement');
    const current = async () => (await rows()).find(({ id }) => id === target.id);
    await wall()
      .getByRole('treeitem')
      .filter({ hasText: `${target.code}${target.name}` })
      .first()
      .click();
    await app.page.keyboard.press('Enter');
    await wall().getByRole('treeitem', { level: 4 }).first().waitFor();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('q');
    await expect.poll(async () => (await current())?.quote?.text ?? '').not.toBe('');
    await app.page.keyboard.press('u');
    await expect.poll(async () => (await current())?.ownVocCount).toBe(target.ownVocCount - 1);
    expect((await current())?.quote).toBeNull();
    await undo();
    await undo();
    await expect.poll(async () => (await current())?.ownVocCount).toBe(target.ownVocCount);
    await wall().getByRole('treeitem', { level: 4 }).first().click();
    await app.page.keyboard.press('x');
    await expect.poll(() => wall().getByRole('treeitem', { selected: true }).count()).toBe(1);
    await app.page.keyboard.press('s');
    await app.page.getByRole('textbox', { name: '요구 이름' }).fill('나눈 요구');
    await app.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await rows()).some(({ name }) => name === '나눈 요구'))
      .toBe(true);
    expect((await named('나눈 요구')).ownVocCount).toBe(1);
    await undo();
    await expect
      .poll(async () => (await rows()).some(({ name }) => name === '나눈 요구'))
      .toBe(false);
  });

  it('merges two requirements, and undo parts them again', async () => {
    await openBoard();
    const before = await rows();
    const [from, into] = before.filter(({ level }) => level === 3);
    if (from === undefined || into === undefined) throw new Error('no requirements');
    await wall()
      .getByRole('treeitem')
      .filter({ hasText: `${from.code}${from.name}` })
      .first()
      .click();
    await app.page.keyboard.press('g');
    const field = app.page.getByRole('combobox', { name: '요구 이름이나 초성으로 찾기' });
    await field.waitFor();
    await field.fill(into.name);
    await app.page.keyboard.press('Enter');
    await expect.poll(async () => (await rows()).length).toBe(before.length - 1);
    expect((await named(into.name)).vocCount).toBeGreaterThanOrEqual(into.vocCount);
    await undo();
    await expect.poll(rows).toEqual(before);
  });

  it('searches the unassigned and assigns all that was found at once', async () => {
    await openBoard();
    await app.page.keyboard.press('/');
    await app.page.keyboard.type('주차');
    await expect.poll(() => stacks().first().textContent()).toContain('검색 결과');
    const found = await app.test.call('voc.count', {
      filter: { search: '주차', unassigned: true },
    });
    await expect.poll(() => stacks().first().textContent()).toContain(`${found.total}건`);
    const before = await unassigned();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Home');
    await app.page.keyboard.press('m');
    await app.page.getByRole('combobox', { name: '요구 이름이나 초성으로 찾기' }).waitFor();
    await app.page.keyboard.press('Enter');
    await expect.poll(unassigned).toBe(before - found.total);
    await undo();
    await expect.poll(unassigned).toBe(before);
  });
});

describe('an empty board', () => {
  it('teaches the next step', async () => {
    const empty = await openApp({ workspace: 'empty' });
    await empty.page.goto(`${empty.server.origin}/requirements/board`);
    await empty.page.getByRole('heading', { name: '아직 VOC가 없습니다' }).waitFor();
    await empty.test.call('requirement.create', { name: '요구', vocIds: [] });
    await empty.test.call('voc.create', {
      text: '환불이 늦어요',
      receivedAt: '2026-11-01',
      channel: 'phone',
      kind: 'complaint',
    });
    const [requirement] = await empty.test.call('requirement.list', {});
    await empty.test.call('requirement.addEvidence', {
      requirementId: requirement?.id ?? 0,
      vocIds: (await empty.test.call('voc.listIds', {})).ids,
    });
    await empty.page.getByRole('heading', { name: '모두 배정했습니다' }).waitFor();
    expect(empty.problems).toEqual([]);
    await empty.close();
  });
});
