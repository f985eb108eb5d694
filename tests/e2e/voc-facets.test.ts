import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { filterOf, vocRoom } from '../support/voc-room.ts';

let app: OpenedApp;
const room = vocRoom(() => app);
const totalOf = async (filter: VocFilter) => (await app.test.call('voc.count', { filter })).total;
const shown = (count: number) => count.toLocaleString('ko');
const value = (facet: string, label: string | RegExp) =>
  room.facet(facet).getByRole('checkbox', { name: label });

describe('narrowing the list by facets', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('says beside every value how many VOC it leaves, counted without its own choice', async () => {
    await room.open(filterOf({}));
    const praise = await totalOf({ kinds: ['praise'] });
    const complaints = await totalOf({ kinds: ['complaint'] });
    await value('구분', `칭찬, ${shown(praise)}건`).click();
    await room.shows(praise);
    // The others still say how many there are of them, and can be added.
    await value('구분', `불만, ${shown(complaints)}건`).click();
    await room.shows(praise + complaints);
    const web = await totalOf({ kinds: ['praise', 'complaint'], channels: ['web'] });
    await value('채널', `홈페이지, ${shown(web)}건`).waitFor();
  });

  it('is worked with the keyboard alone: arrows, Space, and Alt+Enter for this one only', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    await value('구분', /^불만/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await room.shows(await totalOf({ kinds: ['complaint', 'suggestion'] }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+Enter');
    await room.shows(await totalOf({ kinds: ['question'] }));
    expect(await value('구분', /^불만/).isChecked()).toBe(false);
  });

  it('takes this value only with the button beside it', async () => {
    await room.open(filterOf({ kinds: ['complaint', 'praise'] }));
    await value('구분', /^칭찬/).hover();
    await room.facet('구분').getByRole('button', { name: '칭찬만 보기' }).click();
    await room.shows(await totalOf({ kinds: ['praise'] }));
  });

  it('finds a value among all by typing', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const { facets } = await app.test.call('voc.facets', { facets: ['branch'], limit: 1000 });
    const last = facets[0]?.values.at(-1);
    await room.facet('지점').getByRole('button', { name: '더 보기' }).click();
    await page.getByRole('textbox', { name: '지점 찾기' }).fill(last?.value ?? '');
    await value('지점', `${last?.value}, ${shown(last?.count ?? 0)}건`).click();
    await room.shows(last?.count ?? -1);
  });

  it('narrows to VOC that have no value, and names it so', async () => {
    const { page } = app;
    const { rows } = await app.test.call('voc.listPage', { limit: 3 });
    await app.test.call('voc.update', { ids: rows.map(({ id }) => id), patch: { branch: null } });
    const none = await totalOf({ branches: [''] });
    expect(none).toBe(3);
    await room.open(filterOf({ branches: [''] }));
    await room.shows(none);
    await page.getByRole('button', { name: '조건 지우기: 지점: (없음)' }).click();
    await room.shows(await totalOf({}));
  });

  it('shows a value nobody holds any more, so that it can be taken away', async () => {
    const { page } = app;
    await room.open('?filter=%7B%7D');
    await page.goto(`${app.server.origin}/voc${filterOf({ branches: ['없어진점'] })}`);
    await page.getByText('조건에 맞는 VOC가 없습니다.').waitFor();
    await value('지점', /없어진점/).click();
    await room.shows(await totalOf({}));
  });

  it('takes a period by preset and by dragging over the months', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const year = new Date().getFullYear();
    await page.getByRole('button', { name: '올해', exact: true }).click();
    const thisYear = { receivedFrom: `${year}-01-01`, receivedTo: `${year}-12-31` };
    await room.shows(await totalOf(thisYear));
    await page.getByRole('button', { name: '올해', exact: true }).click();
    await room.shows(await totalOf({}));

    const bars = page.getByRole('img', { name: /월별 접수 건수/ });
    const area = await bars.boundingBox();
    if (area === null) throw new Error('no bars');
    await page.mouse.move(area.x + 2, area.y + 20);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width / 3, area.y + 20);
    await page.mouse.up();
    await page.getByRole('button', { name: /^조건 지우기: \d{4}-\d{2}-01부터/ }).waitFor();
    const from = await page.getByLabel('접수 기간 시작일').inputValue();
    const to = await page.getByLabel('접수 기간 종료일').inputValue();
    await room.shows(await totalOf({ receivedFrom: from, receivedTo: to }));
  });

  it('narrows to requirements by name, and to VOC without one', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    await room.facet('요구').getByRole('button', { name: /^요구/ }).click();
    await value('요구', /^요구 없음/).click();
    await room.shows(await totalOf({ unassigned: true }));
    const named = (await app.test.call('requirement.list', {})).find(
      ({ ownVocCount }) => ownVocCount > 10,
    );
    await room.open(filterOf({ requirementIds: [named?.id] }));
    await room.shows(named?.ownVocCount ?? -1);
    await page
      .getByRole('button', { name: `조건 지우기: 요구: ${named?.code} ${named?.name}` })
      .waitFor();
  });

  it('remembers which sections are closed, and clears all conditions at once', async () => {
    const { page } = app;
    await room.open(filterOf({ kinds: ['complaint'], search: '기사' }));
    await room.facet('채널').getByRole('button', { name: /^채널/ }).click();
    await page.getByRole('button', { name: '조건 모두 지우기' }).first().click();
    await room.shows(await totalOf({}));
    await room.open(filterOf({}));
    const channel = room.facet('채널').getByRole('button', { name: /^채널/ });
    await expect.poll(() => channel.getAttribute('aria-expanded')).toBe('false');
  });

  it('keeps its counts true after an edit', async () => {
    const { page } = app;
    await room.open(filterOf({}));
    const before = await totalOf({ severities: [5] });
    const { rows } = await app.test.call('voc.listPage', { filter: { severities: [1] }, limit: 1 });
    await app.test.call('voc.update', { ids: [rows[0]?.id ?? 0], patch: { severity: 5 } });
    await value('심각도', `5 매우 심각, ${shown(before + 1)}건`).waitFor();
    await page.keyboard.press('Control+z');
    await value('심각도', `5 매우 심각, ${shown(before)}건`).waitFor();
  });
});
