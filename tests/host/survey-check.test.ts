import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyCheck } from '../../core/contract/import.contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene, summaryOf } from '../support/import-scene.ts';
import { surveyHeaders as headers, surveyMapping as mapping } from '../support/survey-table.ts';

let test: TestHost;
let scene: ImportScene;

beforeEach(async () => {
  test = await startTestHost();
  scene = new ImportScene(test);
});
afterEach(() => test.dispose());

const rows = [
  ['R1', '강남점', '여', '1.5', '7', '2', '늘 친절해요', '전화 응답'],
  ['R2', '부산점', '남', '', '5', 'NA', '', ''],
  ['R3', '강남점', '여', '0.5', '', '', '-', ''],
  ['R3', '강남점', '여', '0.5', '3', '3', '', ''],
  ['R4', '강남점', '남', '1', '9', '1', '', ''],
  ['R5', '강남점', '남', '1', '다섯', '1', '', ''],
  ['', '강남점', '남', '1', '5', '1', '', ''],
];

async function check(token: string, waveName = '3분기', used = mapping) {
  const input = { token, mapping: used, waveName, surveyedOn: '2026-09-30' };
  const { jobId } = await test.call('import.checkSurvey', input);
  return test.jobEnd(jobId);
}

async function checked(token: string, waveName?: string): Promise<SurveyCheck> {
  const job = await check(token, waveName);
  if (job.surveyCheck === null) throw new Error(JSON.stringify(job.error));
  return job.surveyCheck;
}

const tables = ['wave', 'survey_item', 'segment', 'respondent', 'answer', 'voc', 'import_batch'];
const counts = () => tables.map((table) => scene.count(table));
const staged = () =>
  readdirSync(test.host.context.folders.temporary).filter((name) =>
    name.startsWith('import-staging'),
  );

describe('a dry run of a survey', () => {
  it('counts respondents, answers and what is missing, and gives a reason for every row left out', async () => {
    const found = await checked(scene.csv([headers, ...rows]));

    expect(found).toMatchObject({
      waveName: '3분기',
      surveyedOn: '2026-09-30',
      read: 7,
      respondents: 3,
      duplicates: 1,
      rejected: 3,
      answers: 3,
      unanswered: 3,
      withoutAnswer: 1,
      openAnswers: 1,
      weights: { least: 0.5, most: 1.5 },
      newItems: { count: 2, names: ['친절', '대기불편'] },
      newSegments: { count: 1, names: ['성별'] },
      newBranches: { count: 2, names: ['강남점', '부산점'] },
      newExtraFields: { count: 1, names: ['메모'] },
      segments: [{ name: '성별', answered: 3, values: 2 }],
      openQuestions: [{ header: '의견', answered: 1 }],
    });
    expect(found.items).toEqual([
      {
        header: '친절',
        label: '직원이 친절하다',
        scaleMin: 1,
        scaleMax: 7,
        reversed: false,
        answered: 2,
        mean: 6,
      },
      {
        header: '대기불편',
        label: '기다림이 불편하다',
        scaleMin: 1,
        scaleMax: 7,
        reversed: true,
        answered: 1,
        mean: 6,
      },
    ]);
    expect(
      Object.fromEntries(found.rejectedByReason.map((one) => [one.reason, one.count])),
    ).toEqual({ answerOffScale: 1, answerNotNumber: 1, respondentIdEmpty: 1 });
    expect(found.rejectedSample.map(({ rowNumber }) => rowNumber)).toEqual([5, 6, 7]);
    expect(found.rejectedToken).not.toBeNull();
  });

  it('writes nothing, and what it found is what the import does', async () => {
    const before = counts();
    const found = await checked(scene.csv([headers, ...rows]));
    expect(counts()).toEqual(before);
    expect(await test.call('undo.state', {})).toEqual({ undo: null, redo: null });

    const { jobId } = await test.call('import.commitCheck', { checkId: found.checkId });
    const summary = summaryOf(await test.jobEnd(jobId));

    expect(summary).toMatchObject({
      purpose: 'survey',
      read: found.read,
      imported: found.respondents,
      duplicates: found.duplicates,
      rejected: found.rejected,
      vocFromOpenAnswers: found.openAnswers,
    });
    expect(scene.count('answer')).toBe(found.answers);
    expect(scene.rows('SELECT name, surveyed_on FROM wave')).toEqual([
      { name: '3분기', surveyed_on: '2026-09-30' },
    ]);
    expect((await test.call('undo.undo', {}))?.label).toBe('import:undo.survey');
    expect(counts()).toEqual(before);
  });

  it('leaves no staged answers behind when it is thrown away', async () => {
    const found = await checked(scene.csv([headers, ...rows]));
    expect(staged()).not.toEqual([]);
    await test.call('import.discardCheck', { checkId: found.checkId });

    expect(staged()).toEqual([]);
  });

  it('is refused where the import would be: a name taken, another scale, another direction', async () => {
    summaryOf(await scene.survey(scene.csv([headers, ...rows]), '2분기', mapping));
    const before = counts();
    await expect(check(scene.csv([headers, ...rows]), '2분기')).rejects.toMatchObject({
      code: 'import.waveExists',
    });
    const asked = (change: object) => ({
      ...mapping,
      items: { 친절: { scaleMin: 1, scaleMax: 7, reversed: false, ...change } },
    });
    const file = scene.csv([headers, ...rows]);

    expect((await check(file, '3분기', asked({ scaleMax: 5 }))).error).toMatchObject({
      code: 'import.scaleConflict',
      params: { header: '친절', knownMin: 1, knownMax: 7 },
    });
    expect((await check(file, '3분기', asked({ reversed: true }))).error).toMatchObject({
      code: 'import.directionConflict',
    });
    expect(counts()).toEqual(before);
    expect(staged()).toEqual([]);
  });

  it('knows the file again and tells what is new no more', async () => {
    const token = scene.csv([headers, ...rows]);
    summaryOf(await scene.survey(token, '2분기', mapping));
    const found = await checked(token);

    expect(found.knownImports).toHaveLength(1);
    expect([found.newItems.count, found.newSegments.count, found.newBranches.count]).toEqual([
      0, 0, 0,
    ]);
  });
});
