import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { filterOf, vocRoom } from '../support/voc-room.ts';

let app: OpenedApp;
const room = vocRoom(() => app);
const { pane } = room;
const openRoom = room.open;
const total = async () => (await app.test.call('voc.count', {})).total;
const rowCount = (filter: object) => app.test.call('voc.count', { filter });

describe('taking down VOC', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('teaches the first step in an empty room', async () => {
    await app.page.goto(`${app.server.origin}/voc`);
    await app.page.getByRole('heading', { name: '아직 VOC가 없습니다' }).waitFor();
    const link = app.page.getByRole('link', { name: /가져오기/ }).first();
    await expect.poll(() => link.getAttribute('href')).toBe('/import/voc');
  });

  it('takes one down with the keyboard only, in under 20 seconds, and begins the next', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/voc`);
    await page.getByRole('heading', { name: '아직 VOC가 없습니다' }).waitFor();
    const startedAt = performance.now();
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByLabel('내용').waitFor();
    await page.keyboard.type('대기 시간이 너무 깁니다. 번호표를 뽑고도 한 시간을 기다렸습니다.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown'); // 전화 → 홈페이지
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight'); // 불만 → 제안
    await page.keyboard.press('Tab');
    await page.keyboard.type('강남센터');
    await page.keyboard.press('Tab');
    for (let degree = 0; degree < 4; degree++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1건을 저장했습니다').waitFor();
    expect(performance.now() - startedAt).toBeLessThan(20_000);

    const { rows } = await app.test.call('voc.listPage', {});
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ channel: 'web', kind: 'suggestion', severity: 4 });
    expect(rows[0]).toMatchObject({ branch: '강남센터', status: 'received' });

    // The next one begins in the text, with the fields of the last.
    await page.keyboard.type('칭찬합니다');
    await page.keyboard.press('Control+Enter');
    await page.getByText('2건을 저장했습니다').waitFor();
    const next = await app.test.call('voc.listPage', { filter: { search: '칭찬합니다' } });
    expect(next.rows[0]).toMatchObject({ channel: 'web', branch: '강남센터', severity: null });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await room.cell(0, 'text').waitFor();
  });

  it('refuses an empty text in place', async () => {
    const { page } = app;
    await page.keyboard.press('n');
    const words = page.getByRole('dialog').getByLabel('내용');
    await expect.poll(() => words.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('고객의 말을 입력해 주십시오.').waitFor();
    await expect.poll(() => total()).toBe(2);
    await page.keyboard.press('Escape');
  });
});

describe('working through VOC', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('follows the arrow keys with the reading pane', async () => {
    const { page } = app;
    await openRoom(filterOf({}));
    const { rows } = await app.test.call('voc.listPage', { limit: 3 });
    await pane().getByText(`VOC ${rows[0]?.id}`).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await pane().getByText(`VOC ${rows[2]?.id}`).waitFor();
  });

  it('finds words anywhere in the text and marks them', async () => {
    const { page } = app;
    await openRoom(filterOf({}));
    await page.keyboard.press('/');
    await page.keyboard.type('기사 시간');
    const found = await rowCount({ search: '기사 시간' });
    await room.shows(found.total);
    expect(found.total).toBeGreaterThan(0);
    await page.locator('[data-row] mark').first().waitFor();
    const marked = await page.locator('[data-row] mark').first().textContent();
    expect(['기사', '시간']).toContain(marked);
    await pane().locator('mark').first().waitFor();
  });

  it('narrows by a chip, shows it above the list and remembers it', async () => {
    const { page } = app;
    await openRoom(filterOf({}));
    await room.facet('구분').getByRole('checkbox', { name: '칭찬' }).click();
    const praise = await rowCount({ kinds: ['praise'] });
    await room.shows(praise.total);
    await openRoom();
    await room.shows(praise.total);
    await page.getByRole('button', { name: '조건 지우기: 구분: 칭찬' }).click();
    await room.shows(3000);
  });

  it('sorts by the host, gravest first', async () => {
    const { page } = app;
    await openRoom(filterOf({}));
    await page.getByRole('columnheader', { name: '심각도' }).getByRole('button').click();
    await expect.poll(() => room.cell(0, 'severity').textContent()).toBe('5');
    await page.getByRole('columnheader', { name: '심각도' }).getByRole('button').click();
    await expect.poll(() => room.cell(0, 'severity').textContent()).not.toBe('5');
    await page.getByRole('columnheader', { name: '심각도' }).getByRole('button').click();
    const newest = page.getByRole('columnheader', { name: '접수일' });
    await expect.poll(() => newest.getAttribute('aria-sort')).toBe('descending');
  });

  it('marks ticked VOC as evidence by keyboard, and undoes it', async () => {
    const { page } = app;
    await openRoom(filterOf({ unassigned: true }));
    const before = await rowCount({ unassigned: true });
    const [target] = await app.test.call('requirement.list', {});
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3건 선택').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('combobox', { name: '요구 찾기 또는 새 요구 이름' }).waitFor();
    await page.keyboard.type(target?.name ?? '');
    await page
      .getByRole('option', { name: target?.name ?? '' })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('3건을', { exact: false }).first().waitFor();
    await expect
      .poll(async () => (await rowCount({ unassigned: true })).total)
      .toBe(before.total - 3);

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await rowCount({ unassigned: true })).total).toBe(before.total);
  });

  it('makes a new requirement of the one being read', async () => {
    const { page } = app;
    await openRoom(filterOf({ unassigned: true }));
    await page.keyboard.press('r');
    await page.getByRole('combobox', { name: '요구 찾기 또는 새 요구 이름' }).waitFor();
    await page.keyboard.type('수리 전에 값을 알고 싶다는 새 요구');
    await page.getByRole('option', { name: /새 요구로 만들기/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => {
        const list = await app.test.call('requirement.list', {});
        return list.find(({ name }) => name === '수리 전에 값을 알고 싶다는 새 요구')?.vocCount;
      })
      .toBe(1);
  });

  it('selects all that match, loaded or not, and changes them in one step', async () => {
    const { page } = app;
    const filter: VocFilter = { kinds: ['suggestion'] };
    await openRoom(filterOf(filter));
    const { total: matching } = await rowCount(filter);
    expect(matching).toBeGreaterThan(100);
    await page.keyboard.press('Control+a');
    await page.getByText(`${matching.toLocaleString('ko')}건 선택`).waitFor();
    await page.keyboard.press('e');
    const owner = page.getByRole('dialog').getByLabel('담당', { exact: true });
    await owner.fill('이고객');
    await owner.press('Enter');
    const mine = async () => {
      const { rows } = await app.test.call('voc.listPage', { filter, limit: 1000 });
      return rows.filter(({ owner }) => owner === '이고객').length;
    };
    await expect.poll(mine).toBe(matching);
    await page.getByText(`VOC ${matching}건을 고쳤습니다`, { exact: false }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(mine).toBe(0);
  });

  it('deletes with Delete, reads the next, and brings it back with Ctrl+Z', async () => {
    const { page } = app;
    await openRoom(filterOf({}));
    const { rows } = await app.test.call('voc.listPage', { limit: 2 });
    await pane().getByText(`VOC ${rows[0]?.id}`).waitFor();
    await page.keyboard.press('Delete');
    await pane().getByText(`VOC ${rows[1]?.id}`).waitFor();
    await expect.poll(() => total()).toBe(2999);
    await page.keyboard.press('Control+z');
    await expect.poll(total).toBe(3000);
  });

  it('saves a field of the pane as one leaves it, and unlinks a requirement', async () => {
    const { page } = app;
    const requirement = (await app.test.call('requirement.list', {})).find(
      ({ ownVocCount }) => ownVocCount > 1,
    );
    await openRoom(filterOf({ requirementId: requirement?.id }));
    await page.getByText(`요구: ${requirement?.code}`, { exact: false }).waitFor();
    const owner = pane().getByLabel('담당');
    await owner.fill('박담당');
    await owner.blur();
    const first = await app.test.call('voc.listPage', {
      filter: { requirementId: requirement?.id },
      limit: 1,
    });
    const id = first.rows[0]?.id ?? 0;
    await expect.poll(async () => (await app.test.call('voc.get', { id })).owner).toBe('박담당');
    await pane()
      .getByRole('button', { name: `‘${requirement?.name}’ 연결 해제` })
      .click();
    await expect
      .poll(async () =>
        (await app.test.call('voc.get', { id })).requirements.map((linked) => linked.id),
      )
      .not.toContain(requirement?.id);
  });

  it('hides personal data until asked, and edits only what is shown as written', async () => {
    const { page } = app;
    const text = '김철수 고객, 010-1234-5678로 연락 바랍니다.';
    const { id } = await app.test.call('voc.create', {
      text,
      receivedAt: '2026-11-21T10:00',
      channel: 'phone',
      kind: 'question',
    });
    await openRoom(`${filterOf({})}&open=${id}`);
    await pane().getByText(`VOC ${id}`).waitFor();
    await expect.poll(() => pane().textContent()).not.toContain('010-1234-5678');
    await pane()
      .getByRole('button', { name: /원문 보기/ })
      .click();
    await page.getByRole('dialog', { name: '원문 보기' }).getByLabel('목적').fill('회신 내용 확인');
    await page.keyboard.press('Enter');
    await pane().getByText('010-1234-5678', { exact: false }).waitFor();
    await pane().getByRole('button', { name: '내용 고치기' }).click();
    await pane().getByLabel('내용', { exact: true }).fill(`${text} 급합니다.`);
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await app.test.call('privacy.unmaskVoc', { id, purpose: '확인' })).text)
      .toBe(`${text} 급합니다.`);
  });

  it('hides them again when the VOC changes, another one is read, or nobody is there', async () => {
    const { page } = app;
    const call = { receivedAt: '2026-11-21T10:00', channel: 'phone', kind: 'question' } as const;
    const { id } = await app.test.call('voc.create', {
      ...call,
      text: '010-1234-5678 연락 주세요',
    });
    const { id: other } = await app.test.call('voc.create', { ...call, text: '다른 글입니다' });
    const words = () => pane().textContent();
    const unmask = async (number: string) => {
      await pane()
        .getByRole('button', { name: /원문 보기/ })
        .click();
      await page.getByRole('dialog', { name: '원문 보기' }).getByLabel('목적').fill('회신');
      await page.keyboard.press('Enter');
      await expect.poll(words).toContain(number);
    };
    await openRoom(`${filterOf({})}&open=${id}`);
    await pane().getByText(`VOC ${id}`).waitFor();
    await unmask('010-1234-5678');
    // Masked, the two numbers look the same.
    await app.test.call('voc.update', { ids: [id], patch: { text: '010-1234-9999 연락 주세요' } });
    await expect.poll(words).not.toContain('5678');
    await unmask('010-1234-9999');
    await app.test.call('undo.undo', {});
    await expect.poll(words).not.toContain('9999');
    await unmask('010-1234-5678');
    await page.locator('[data-row]', { hasText: '다른 글입니다' }).click();
    await pane().getByText(`VOC ${other}`).waitFor();
    await page.locator('[data-row]', { hasText: '010-1234' }).first().click();
    await pane().getByText(`VOC ${id}`).waitFor();
    await expect.poll(words).toContain('010-1234-****');
    await page.clock.install();
    await unmask('010-1234-5678');
    await page.clock.fastForward('06:00');
    await expect.poll(words).toContain('010-1234-****');
  });

  it('reads the VOC of a link also where a filter was left on', async () => {
    await openRoom(filterOf({}));
    await room.facet('구분').getByRole('checkbox', { name: '칭찬' }).click();
    const praise = await rowCount({ kinds: ['praise'] });
    await room.shows(praise.total);
    const { rows } = await app.test.call('voc.listPage', { filter: { kinds: ['complaint'] } });
    const complaint = rows.at(-1);
    await openRoom(`?open=${complaint?.id}`);
    await room.shows(praise.total);
    await pane().getByText(`VOC ${complaint?.id}`).waitFor();
  });

  it('opens one VOC and a filter from a link', async () => {
    const { rows } = await app.test.call('voc.listPage', { filter: { kinds: ['praise'] } });
    const other = rows.at(-1);
    await openRoom(`${filterOf({ kinds: ['complaint'] })}&open=${other?.id}`);
    await pane().getByText(`VOC ${other?.id}`).waitFor();
    await app.page.getByRole('button', { name: '조건 지우기: 구분: 불만' }).waitFor();
  });
});
