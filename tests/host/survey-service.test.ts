import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, addVoc, addWave, setRegion } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

function spring() {
  return addWave(test, {
    name: '2026 상반기',
    surveyedOn: '2026-04-01',
    items: ['Q1', 'Q2'],
    respondents: [
      { branch: '강남', segments: { 고객: 'A/S', 연령: '30대' }, answers: [7, 4] },
      { branch: '부산', weight: 2, segments: { 고객: '설치' }, answers: [1, null] },
      { branch: null, answers: [4, 7] },
      { branch: '강남', segments: { 고객: 'A/S' }, answers: [null, null] },
    ],
  });
}

describe('survey waves', () => {
  it('come oldest first with their counts', async () => {
    const { waveId, respondentIds } = await spring();
    await addWave(test, {
      name: '2025 하반기',
      surveyedOn: '2025-10-01',
      items: ['Q1'],
      respondents: [],
    });
    await addVoc(test, '직원이 친절했어요', respondentIds[0]);
    expect(await test.call('survey.listWaves', {})).toMatchObject([
      { name: '2025 하반기', respondentCount: 0, itemCount: 1, vocCount: 0 },
      { id: waveId, name: '2026 상반기', respondentCount: 4, itemCount: 2, vocCount: 1 },
    ]);
  });

  it('are renamed and redated, but never to a name that is taken', async () => {
    const { waveId } = await spring();
    await addWave(test, { name: '2차', surveyedOn: '2026-10-01', items: ['Q1'], respondents: [] });
    await test.call('survey.updateWave', { id: waveId, name: '1차', surveyedOn: '2026-12-01' });
    expect((await test.call('survey.listWaves', {})).map((wave) => wave.name)).toEqual([
      '2차',
      '1차',
    ]);
    await expect(test.call('survey.updateWave', { id: waveId, name: '2차' })).rejects.toMatchObject(
      { code: 'survey.waveNameTaken', params: { name: '2차' } },
    );
    await test.call('undo.undo', {});
    expect((await test.call('survey.listWaves', {}))[0]?.name).toBe('2026 상반기');
  });

  it('keep their VOC when removed; undo brings back answers and the links to the VOC', async () => {
    const { waveId, respondentIds } = await spring();
    await addVoc(test, '직원이 친절했어요', respondentIds[0]);
    await test.call('survey.removeWave', { id: waveId });
    expect(await test.call('survey.listWaves', {})).toEqual([]);
    const { db } = test.host.context.session;
    const kept = await db.selectFrom('voc').select(['text', 'respondent_id']).execute();
    expect(kept).toEqual([{ text: '직원이 친절했어요', respondent_id: null }]);
    await test.call('undo.undo', {});
    const detail = await test.call('survey.getRespondent', { id: respondentIds[0] ?? 0 });
    expect(detail.voc.map((voc) => voc.text)).toEqual(['직원이 친절했어요']);
    expect(detail.answers.map((answer) => answer.value)).toEqual([7, 4]);
  });
});

describe('survey items and segments', () => {
  it('know their waves and requirements, and keep the header when relabelled', async () => {
    const { waveId, itemIds } = await spring();
    const requirementId = await addRequirement(test, '친절');
    await test.host.context.session.db
      .insertInto('requirement_item')
      .values({ requirement_id: requirementId, item_id: itemIds[0] ?? 0 })
      .execute();
    await test.call('survey.updateItem', { id: itemIds[0] ?? 0, label: '직원 친절성' });
    expect(await test.call('survey.listItems', {})).toMatchObject([
      {
        header: 'Q1',
        label: '직원 친절성',
        scaleMin: 1,
        scaleMax: 7,
        reversed: false,
        waveIds: [waveId],
        requirementIds: [requirementId],
      },
      { header: 'Q2', label: 'Q2', requirementIds: [] },
    ]);
  });

  it('list the values that occur', async () => {
    await spring();
    expect(await test.call('survey.listSegments', {})).toMatchObject([
      { name: '고객', values: ['A/S', '설치'] },
      { name: '연령', values: ['30대'] },
    ]);
  });
});

describe('respondents', () => {
  const listKeys = async (filter: Record<string, unknown>) => {
    const waves = await test.call('survey.listWaves', {});
    const page = await test.call('survey.listRespondents', {
      filter: { waveId: waves[0]?.id ?? 0, ...filter },
    });
    expect(page.total).toBe(page.rows.length);
    return page.rows.map((row) => row.respondentKey);
  };

  it('are found by branch, region, segment and answer', async () => {
    const { itemIds } = await spring();
    await setRegion(test, '강남', '서울');
    const itemId = itemIds[0] ?? 0;
    const { id: segmentId = 0 } = (await test.call('survey.listSegments', {}))[0] ?? {};
    expect(await listKeys({})).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect(await listKeys({ branch: '강남' })).toEqual(['r1', 'r4']);
    expect(await listKeys({ branch: '' })).toEqual(['r3']);
    expect(await listKeys({ region: '서울' })).toEqual(['r1', 'r4']);
    expect(await listKeys({ region: '' })).toEqual(['r2', 'r3']);
    expect(await listKeys({ segmentId, segmentValue: 'A/S' })).toEqual(['r1', 'r4']);
    expect(await listKeys({ segmentId, segmentValue: '' })).toEqual(['r3']);
    expect(await listKeys({ itemId, answerFrom: 4 })).toEqual(['r1', 'r3']);
    expect(await listKeys({ itemId, answerTo: 4, answerFrom: 2 })).toEqual(['r3']);
    expect(await listKeys({ itemId })).toHaveLength(4);
  });

  it('come page by page with segments, region and the answer asked for', async () => {
    const { waveId, itemIds } = await spring();
    await setRegion(test, '부산', '경남');
    const page = await test.call('survey.listRespondents', {
      filter: { waveId, itemId: itemIds[0] ?? 0 },
      offset: 1,
      limit: 2,
    });
    expect(page.total).toBe(4);
    expect(page.rows).toMatchObject([
      {
        respondentKey: 'r2',
        weight: 2,
        branch: '부산',
        region: '경남',
        segments: { 고객: '설치' },
        answer: 1,
        index: null,
      },
      { respondentKey: 'r3', branch: null, region: null, segments: {}, answer: 4 },
    ]);
  });

  it('have an own index where every component is answered', async () => {
    const { waveId, itemIds, respondentIds } = await spring();
    const [q1 = 0, q2 = 0] = itemIds;
    const { id: indexId } = await test.call('csi.createIndex', {
      name: 'CSI',
      components: [
        { name: '전반', weight: 0.5, score: 'mean-0-100', itemIds: [q1] },
        { name: '요소', weight: 0.5, score: 'mean-0-100', itemIds: [q2] },
      ],
    });
    const page = await test.call('survey.listRespondents', { filter: { waveId }, indexId });
    expect(page.rows.map((row) => row.index)).toEqual([75, null, 75, null]);
    const one = await test.call('survey.getRespondent', { id: respondentIds[0] ?? 0, indexId });
    expect(one).toMatchObject({
      waveName: '2026 상반기',
      index: 75,
      segments: { 고객: 'A/S', 연령: '30대' },
      answers: [
        { label: 'Q1', value: 7, scaleMin: 1, scaleMax: 7 },
        { label: 'Q2', value: 4 },
      ],
    });
  });

  it('hide personal data in what they said', async () => {
    const { respondentIds } = await spring();
    await addVoc(test, '010-2345-6789로 전화 주세요', respondentIds[1]);
    const detail = await test.call('survey.getRespondent', { id: respondentIds[1] ?? 0 });
    expect(detail.voc[0]?.text).toContain('전화 주세요');
    expect(detail.voc[0]?.text).not.toContain('2345-6789');
    expect(detail.vocCount).toBe(1);
  });

  it('refuse a half-made filter rather than show everybody', async () => {
    const { waveId } = await spring();
    await expect(
      test.call('survey.listRespondents', { filter: { waveId, answerFrom: 3 } }),
    ).rejects.toMatchObject({ code: 'survey.answerNeedsItem' });
    await expect(
      test.call('survey.listRespondents', { filter: { waveId, segmentValue: 'x' } }),
    ).rejects.toMatchObject({ code: 'survey.segmentIncomplete' });
    await expect(
      test.call('survey.listRespondents', { filter: { waveId: 99 } }),
    ).rejects.toMatchObject({ code: 'survey.waveNotFound' });
    await expect(test.call('survey.getRespondent', { id: 99 })).rejects.toMatchObject({
      code: 'survey.respondentNotFound',
    });
  });
});
