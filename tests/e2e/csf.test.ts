import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CsfRow } from '../../core/contract/csf.contract.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { addEvidence, addRequirement, addVoc, addWave } from '../support/workspace-seeds.ts';

let app: OpenedApp;

const openRoom = async (address = '/csf') => {
  await app.page.goto(app.server.origin + address);
  await app.page.getByRole('grid', { name: 'CSF 목록' }).waitFor();
};
const csfNamed = async (name: string): Promise<CsfRow | undefined> =>
  (await app.test.call('csf.list', {})).find(({ howName }) => howName === name);
const rowOf = (name: string) => app.page.getByRole('row').filter({ hasText: name });

describe('the CSF room', () => {
  let houseId: number;
  let requirementId: number;
  let howIds: number[];

  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
    const { test } = app;
    requirementId = await addRequirement(test, '한 번에 고쳐 주면 좋겠다');
    await addEvidence(test, requirementId, [await addVoc(test, '세 번이나 불렀습니다')]);
    const other = await addRequirement(test, '전화가 빨리 연결되면 좋겠다');
    const requirementIds = [requirementId, other];
    ({ id: houseId } = await test.call('house.create', { name: 'A/S', requirementIds }));
    howIds = [];
    for (const name of ['수리 완료율', '응답률']) {
      howIds.push((await test.call('house.addHow', { houseId, name })).howId);
    }
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  async function relate(cells: [requirementId: number, how: number, strength: number][]) {
    const { whats } = await app.test.call('house.get', { id: houseId });
    const whatOf = new Map(whats.map((what) => [what.requirementId, what.whatId]));
    await app.test.call('house.setRelations', {
      houseId,
      cells: cells.map(([id, how, strength]) => ({
        whatId: whatOf.get(id) ?? 0,
        howId: howIds[how]!,
        strength,
      })),
    });
  }

  it('sends one to the house while there is none', async () => {
    await app.page.goto(`${app.server.origin}/csf`);
    await app.page.getByRole('heading', { name: '아직 선정한 CSF가 없습니다' }).waitFor();
    await app.page.getByRole('button', { name: 'QFD 매트릭스로 가기' }).click();
    await app.page.waitForURL('**/house');
  });

  it('shows where each stands now, and flags one that moved since it was chosen', async () => {
    await relate([
      [requirementId, 0, 9],
      [requirementId, 1, 3],
    ]);
    await app.test.call('csf.choose', { houseId, howIds, reason: '상위 80%' });
    await relate([[requirementId, 1, 9]]);
    await relate([[requirementId, 0, 1]]);
    await openRoom();
    await rowOf('수리 완료율').getByText('선정 시 1위에서 2위로 내려갔습니다').waitFor();
    await rowOf('응답률').getByText('선정 시 2위에서 1위로 올라갔습니다').waitFor();
    const pane = app.page.getByRole('complementary', { name: 'CSF 상세' });
    await rowOf('수리 완료율').getByRole('gridcell').nth(2).click();
    await pane.getByRole('heading', { name: '수리 완료율' }).waitFor();
    await pane.getByText('1위 · 75.0%').waitFor();
    await pane.getByText('2위 · 10.0%').waitFor();
  });

  it('takes status, KPI, target and owner in place, by keyboard', async () => {
    const { page } = app;
    await openRoom();
    await rowOf('수리 완료율').getByRole('gridcell').nth(2).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1회 방문 수리 완료율');
    await page.keyboard.press('Tab');
    await page.keyboard.type('90%');
    await page.keyboard.press('Tab');
    await page.keyboard.type('김서비스');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => csfNamed('수리 완료율'))
      .toMatchObject({
        status: 'agreed',
        kpi: '1회 방문 수리 완료율',
        targetValue: '90%',
        owner: '김서비스',
      });
    // Enter went down, where nothing was typed yet: Ctrl+Z undoes the last edit.
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await csfNamed('수리 완료율'))?.owner).toBe('');
  });

  it('keeps a reason as one leaves it', async () => {
    const { page } = app;
    const csf = await csfNamed('응답률');
    await openRoom(`/csf?id=${csf?.id}`);
    await page.getByLabel('선정 이유').fill('불만이 가장 많음');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await csfNamed('응답률'))?.reason).toBe('불만이 가장 많음');
  });

  it('says how firmly each stands, in a sentence with its seed', async () => {
    const { page } = app;
    const csf = await csfNamed('수리 완료율');
    await openRoom(`/csf?id=${csf?.id}`);
    const standing = page.getByRole('region', { name: '순위 안정성' });
    await standing.getByText(/변형 10,000가지 중 \d+%에서 상위 2위 안/).waitFor();
    await standing.getByText('가중치 ±20% · 시드 20011').waitFor();
  });

  it('changes the state of all that are marked, pastes a block as one step, and remembers its filter', async () => {
    const { page } = app;
    const statuses = async () => (await app.test.call('csf.list', {})).map(({ status }) => status);
    const before = await statuses();
    await openRoom();
    await rowOf('수리 완료율').getByRole('gridcell').nth(2).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByRole('toolbar', { name: '고른 CSF에 할 일' }).getByText('2개 선택').waitFor();
    await page.getByRole('button', { name: '종료 상태로' }).click();
    await expect.poll(statuses).toEqual(['retired', 'retired']);
    await page.keyboard.press('Control+z');
    await expect.poll(statuses).toEqual(before);

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() =>
      navigator.clipboard.writeText('제안\t무시\t수리 지표\t80%\r\n확정\t무시\t응답 지표\t95%\r\n'),
    );
    await rowOf('수리 완료율').getByRole('gridcell').nth(2).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+v');
    await page.getByText('2개는 넣을 수 없는 값이거나').waitFor();
    await expect
      .poll(() => csfNamed('응답률'))
      .toMatchObject({ status: 'agreed', kpi: '응답 지표', targetValue: '95%' });
    expect(await csfNamed('수리 완료율')).toMatchObject({ kpi: '수리 지표', targetValue: '80%' });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await csfNamed('응답률'))?.kpi).toBe('');

    await page.getByRole('search').getByRole('button', { name: /^확정/ }).click();
    await rowOf('응답률').waitFor({ state: 'detached' });
    await openRoom();
    await rowOf('수리 완료율').waitFor();
    expect(await rowOf('응답률').count()).toBe(0);
    await page.getByRole('button', { name: '조건 지우기' }).click();
    await rowOf('응답률').waitFor();
  });

  it('is linked to the survey items that measure it, and leads to their scores', async () => {
    const { page, test } = app;
    for (const [name, surveyedOn, answer] of [
      ['상반기', '2026-03-01', 4],
      ['하반기', '2026-09-01', 7],
    ] as const) {
      await addWave(test, {
        name,
        surveyedOn,
        items: ['한 번에 고쳐 준다'],
        respondents: [{ answers: [answer] }],
      });
    }
    const csf = await csfNamed('수리 완료율');
    await openRoom(`/csf?id=${csf?.id}`);
    const pane = page.getByRole('complementary', { name: 'CSF 상세' });
    await pane.getByRole('combobox', { name: '설문 문항 연결' }).fill('한 번');
    await page.getByRole('option', { name: '한 번에 고쳐 준다' }).click();
    await page.keyboard.press('Escape');
    await pane.getByText('100.0 (+50.0)').waitFor();
    await pane.getByRole('link', { name: '한 번에 고쳐 준다' }).click();
    await page.waitForURL('**/csi?itemId=*');
  });

  it('walks from a CSF to the words of customers', async () => {
    const { page } = app;
    await openRoom();
    await rowOf('수리 완료율').getByRole('button', { name: '수리 완료율 VOC 1' }).click();
    await page.getByRole('dialog').getByText('세 번이나 불렀습니다').waitFor();
    await page.keyboard.press('Escape');
  });

  it('makes an action from a CSF and counts an overdue one', async () => {
    const { page } = app;
    const csf = await csfNamed('수리 완료율');
    await openRoom(`/csf?id=${csf?.id}`);
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: '새 개선과제' });
    await form.getByRole('combobox', { name: 'CSF' }).waitFor();
    await expect
      .poll(() => form.getByRole('combobox', { name: 'CSF' }).inputValue())
      .toBe('수리 완료율');
    await page.keyboard.type('부품 상자 바꾸기');
    await form.getByLabel('기한').fill('2020-01-31');
    await page.keyboard.press('Control+Enter');
    await page.getByText('개선과제를 등록했습니다: “부품 상자 바꾸기”.').waitFor();
    const [action] = await app.test.call('action.list', {});
    expect(action).toMatchObject({ csfId: csf?.id, dueDate: '2020-01-31', overdue: true });

    await openRoom();
    await rowOf('수리 완료율').getByText('지연 1').click();
    await page.waitForURL(`**/actions?csfId=${csf?.id}`);
    await page.getByRole('row').filter({ hasText: '부품 상자 바꾸기' }).getByText('지연').waitFor();
  });

  it('removes a CSF and brings it back with its action by Ctrl+Z', async () => {
    const { page } = app;
    const csf = await csfNamed('수리 완료율');
    await openRoom(`/csf?id=${csf?.id}`);
    await page.getByRole('button', { name: 'CSF 해제' }).click();
    await expect.poll(() => csfNamed('수리 완료율')).toBeUndefined();
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => csfNamed('수리 완료율'))
      .toMatchObject({ id: csf?.id, actionCount: 1, status: 'agreed' });
  });
});
