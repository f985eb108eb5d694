import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Score } from '../../core/contract/workshop.contract.ts';
import { modelOfView } from '../../core/domain/house/house-of-view.ts';
import { readScoreSheet } from '../../core/domain/workshop/read-score-sheet.ts';
import { importanceSheet, relationSheet } from '../../core/domain/workshop/sheet-shape.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { inspectPdf } from '../support/pdf-inspection.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
let houseId: number;
let whats: number[];
let hows: number[];
let people: number[];
let workshopId: number;

beforeEach(async () => {
  test = await startTestHost();
  const requirementIds = [];
  for (const name of ['빠른 응대', '정확한 안내', '쉬운 앱'])
    requirementIds.push(await addRequirement(test, name));
  ({ id: houseId } = await test.call('house.create', { name: '창구 서비스', requirementIds }));
  whats = await whatIdsOf(test, houseId);
  hows = [];
  for (const name of ['통화 대기', '교육 시간']) {
    const how = { houseId, name, unit: '', direction: 'up', targetValue: '' } as const;
    hows.push((await test.call('house.addHow', how)).howId);
  }
  people = [];
  for (const name of ['김 과장', '=1+1', '김 과장'])
    people.push((await test.call('judgement.addParticipant', { houseId, name, team: 'CS팀' })).id);
  const head = { houseId, name: '11월/워크숍', heldOn: '2026-11-22', goal: 'CSF를 정한다' };
  const agenda = [{ name: '목표 공유', minutes: 10 }];
  workshopId = (await test.call('workshop.create', { ...head, agenda })).id;
});
afterEach(() => test.dispose());

const fileOf = (token: string) => test.host.context.files.resolveExisting(token).path;
const cell = (what: number, how: number | null, value: number): Score => ({
  whatId: whats[what] ?? 0,
  howId: how === null ? null : (hows[how] ?? 0),
  value,
});

describe('score sheets', () => {
  it('go out empty, one for each participant, and come back as they are', async () => {
    const { id: roundId } = await test.call('workshop.openRound', {
      workshopId,
      subject: 'relations',
      whatIds: [whats[0] ?? 0, whats[2] ?? 0],
    });
    const participantId = people[0] ?? 0;
    await test.call('workshop.setScores', { roundId, participantId, scores: [cell(0, 0, 9)] });
    const sent = await test.call('workshop.scoreSheets', { roundId, participantIds: people });
    expect(sent.fileName).toMatch(/^채점표_11월.워크숍_1라운드\.xlsx$/);
    const { sheets } = await test.call('workshop.readSheets', { token: sent.token });
    expect(sheets.map(({ name }) => name)).toEqual(['김 과장', '=1+1', '김 과장 (2)']);
    const model = modelOfView(await test.call('house.get', { id: houseId }));
    const [first, second] = sheets.map(({ rows }) => readScoreSheet(rows, relationSheet(model)));
    expect(first).toMatchObject({
      participant: '김 과장',
      scored: 0,
      absentRows: [1],
      rowFaults: [],
    });
    expect(second).toMatchObject({ participant: '=1+1', columnFaults: [], absentColumns: [] });
  });

  it('may be one without a name, of importances', async () => {
    const { id: roundId } = await test.call('workshop.openRound', {
      workshopId,
      subject: 'importance',
    });
    const { token } = await test.call('workshop.scoreSheets', {
      roundId,
      participantIds: [],
      locale: 'en',
    });
    const { sheets } = await test.call('workshop.readSheets', { token });
    expect(sheets.map(({ name }) => name)).toEqual(['Score sheet']);
    const model = modelOfView(await test.call('house.get', { id: houseId }));
    expect(readScoreSheet(sheets[0]?.rows ?? [], importanceSheet(model))).toMatchObject({
      participant: null,
      absentRows: [],
      faults: [],
    });
  });

  it('are read from a text file too, and refused where there is no table', async () => {
    const csv = path.join(test.folder, 'back.csv');
    writeFileSync(csv, '참가자,이 대리\n요구,통화 대기\n빠른 응대,◎\n');
    const token = test.host.context.files.admit(csv);
    const { sheets } = await test.call('workshop.readSheets', { token });
    expect(sheets[0]?.rows).toContainEqual(['빠른 응대', '◎']);
    const broken = path.join(test.folder, 'back.xlsx');
    writeFileSync(broken, 'PK\x03\x04 cut off');
    await expect(
      test.call('workshop.readSheets', { token: test.host.context.files.admit(broken) }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^import\./) });
    const { id: roundId } = await test.call('workshop.openRound', {
      workshopId,
      subject: 'relations',
    });
    await expect(
      test.call('workshop.scoreSheets', { roundId, participantIds: [999] }),
    ).rejects.toMatchObject({ code: 'workshop.participantUnknown' });
  });
});

describe('the minutes', () => {
  async function minutes(format: 'pdf' | 'xlsx') {
    const { jobId } = await test.call('workshop.startMinutes', { workshopId, format });
    const { status, error, reportFile } = await test.jobEnd(jobId);
    expect([status, error]).toEqual(['succeeded', null]);
    return reportFile ?? { token: '', fileName: '', bytes: 0, seconds: 0 };
  }

  async function hold(): Promise<void> {
    const { agenda } = await test.call('workshop.get', { id: workshopId });
    const agendaItem = agenda[0]?.id ?? 0;
    await test.call('workshop.runAgendaItem', { id: agendaItem, act: 'start' });
    await test.call('workshop.runAgendaItem', { id: agendaItem, act: 'finish' });
    const { id: roundId } = await test.call('workshop.openRound', {
      workshopId,
      subject: 'relations',
    });
    for (const [place, odd] of [0, 9, 9].entries()) {
      const scores = [cell(0, 0, 9), cell(1, 1, odd)];
      await test.call('workshop.setScores', { roundId, participantId: people[place] ?? 0, scores });
    }
    await test.call('workshop.closeRound', { roundId });
    await test.call('workshop.acceptAgreed', { roundId });
    await test.call('workshop.decide', {
      workshopId,
      roundId,
      whatId: whats[1] ?? 0,
      howId: hows[1] ?? 0,
      after: 3,
      reason: '상담 기록으로 확인',
      consensus: 'majority',
    });
    await test.call('workshop.decide', {
      workshopId,
      roundId,
      whatId: whats[0] ?? 0,
      howId: hows[1] ?? 0,
      after: null,
      consensus: 'open',
    });
    await test.call('workshop.addDecision', {
      workshopId,
      subject: '다음 모임',
      outcome: '2주 뒤',
    });
    const { ids } = await test.call('csf.choose', {
      houseId,
      howIds: hows.slice(0, 1),
      reason: '1위',
    });
    await test.call('csf.update', { id: ids[0] ?? 0, status: 'agreed' });
    await test.call('workshop.update', { id: workshopId, conclusion: '6주 뒤 점검한다' });
  }

  it('say what was done, decided and agreed, as a workbook', async () => {
    await hold();
    const { token, fileName } = await minutes('xlsx');
    expect(fileName).toMatch(/^워크숍 회의록_11월.워크숍_20261122\.xlsx$/);
    const { sheets } = await test.call('workshop.readSheets', { token });
    const text = sheets.flatMap(({ rows }) => rows.flat()).join('|');
    for (const said of [
      '목표: CSF를 정한다',
      '결론: 6주 뒤 점검한다',
      '목표 공유',
      '2 / 6',
      '정확한 안내 × 교육 시간',
      '없음 → ○ (다수 의견)',
      '상담 기록으로 확인',
      '다음 모임',
      '2주 뒤',
    ]) {
      expect(text).toContain(said);
    }
    // Left open it is neither changed nor agreed on.
    expect(sheets[1]?.rows.flat()).toContain('남겨 둠');
    expect(text).toMatch(/변형 10,000개 중 \d+%에서 상위 1위 안/);
    expect(sheets.map(({ name }) => name)).toEqual([
      '워크숍 회의록',
      '결정 사항',
      '의견이 갈린 관계',
      '합의한 CSF',
    ]);
  });

  it('are paper too, and say what is missing of a workshop that has not begun', async () => {
    const { token, bytes } = await minutes('pdf');
    const pdf = readFileSync(fileOf(token));
    expect(pdf.byteLength).toBe(bytes);
    const facts = inspectPdf(pdf);
    expect(facts).toMatchObject({ tagged: true, language: 'ko', rasterImages: 0 });
    expect([...'워크숍회의록결정'].filter((sign) => !facts.copyable.includes(sign))).toEqual([]);
  });

  it('are of no workshop that is not there', async () => {
    await expect(
      test.call('workshop.startMinutes', { workshopId: 999, format: 'pdf' }),
    ).rejects.toMatchObject({ code: 'workshop.notFound' });
  });
});
