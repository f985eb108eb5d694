import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyMapping } from '../../core/contract/import.contract.ts';
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

const answers = [
  ['R1', '강남점', '여', '1.5', '7', '2', '늘 친절해요', '전화 응답'],
  ['R2', '부산점', '남', '', '5', 'NA', '', ''],
  ['R3', '강남점', '여', '0.5', '', '', '-', ''],
];

const tables = [
  'wave',
  'survey_item',
  'segment',
  'respondent',
  'respondent_segment',
  'respondent_extra',
  'wave_item',
  'answer',
  'voc',
  'voc_extra',
  'extra_field',
  'branch',
  'import_batch',
];

function content(): unknown {
  return tables.map((table) => scene.rows(`SELECT * FROM ${table} ORDER BY 1, 2`));
}

describe('an import of a survey', () => {
  it('makes a wave with respondents, answers, segments, open answers and everything else', async () => {
    const summary = summaryOf(
      await scene.survey(scene.csv([headers, ...answers]), '2026 3분기', mapping),
    );
    expect(summary).toMatchObject({
      purpose: 'survey',
      read: 3,
      imported: 3,
      duplicates: 0,
      rejected: 0,
      vocFromOpenAnswers: 1,
    });
    expect(scene.rows('SELECT id, name, surveyed_on FROM wave')).toEqual([
      { id: summary.waveId, name: '2026 3분기', surveyed_on: '2026-09-30' },
    ]);
    expect(scene.rows('SELECT respondent_key, branch, weight FROM respondent ORDER BY id')).toEqual(
      [
        { respondent_key: 'R1', branch: '강남점', weight: 1.5 },
        { respondent_key: 'R2', branch: '부산점', weight: 1 },
        { respondent_key: 'R3', branch: '강남점', weight: 0.5 },
      ],
    );
    expect(
      scene.rows(
        'SELECT respondent_key AS key, header, value FROM answer JOIN respondent ON respondent.id = respondent_id JOIN survey_item ON survey_item.id = item_id ORDER BY 1, 2 DESC',
      ),
    ).toEqual([
      { key: 'R1', header: '친절', value: 7 },
      { key: 'R1', header: '대기불편', value: 6 },
      { key: 'R2', header: '친절', value: 5 },
    ]);
    expect(
      scene.rows(
        'SELECT header, label, scale_min, scale_max, reversed FROM survey_item ORDER BY position',
      ),
    ).toEqual([
      { header: '친절', label: '직원이 친절하다', scale_min: 1, scale_max: 7, reversed: 0 },
      { header: '대기불편', label: '기다림이 불편하다', scale_min: 1, scale_max: 7, reversed: 1 },
    ]);
    expect(scene.count('wave_item')).toBe(2);
    expect(
      scene.rows(
        'SELECT name, value FROM respondent_segment JOIN segment ON segment.id = segment_id ORDER BY respondent_id',
      ),
    ).toEqual([
      { name: '성별', value: '여' },
      { name: '성별', value: '남' },
      { name: '성별', value: '여' },
    ]);
    expect(
      scene.rows(
        'SELECT text, channel, received_at, voc.branch, respondent_key FROM voc JOIN respondent ON respondent.id = respondent_id',
      ),
    ).toEqual([
      {
        text: '늘 친절해요',
        channel: 'survey',
        received_at: '2026-09-30',
        branch: '강남점',
        respondent_key: 'R1',
      },
    ]);
    expect(
      scene.rows('SELECT name, value FROM voc_extra JOIN extra_field ON extra_field.id = field_id'),
    ).toEqual([{ name: '조사 문항', value: '의견' }]);
    expect(
      scene.rows(
        'SELECT name, value FROM respondent_extra JOIN extra_field ON extra_field.id = field_id',
      ),
    ).toEqual([{ name: '메모', value: '전화 응답' }]);
    const detail = await test.call('survey.getRespondent', { id: 1 });
    expect(detail.extras).toEqual([{ name: '메모', value: '전화 응답' }]);
    expect(test.events).toContainEqual({
      name: 'areas.changed',
      payload: { areas: ['survey', 'voc', 'csi'] },
    });
  });

  it('takes the first of two rows with the same respondent, in any wave anew', async () => {
    const rows = [headers, ...answers, ['R1', '', '', '', '1', '1', '', '']];
    for (const wave of ['1차', '2차']) {
      const summary = summaryOf(await scene.survey(scene.csv(rows), wave, mapping));
      expect(summary).toMatchObject({ read: 4, imported: 3, duplicates: 1, rejected: 0 });
    }
    expect(scene.count('wave')).toBe(2);
    expect(scene.count('respondent')).toBe(6);
    expect(scene.count('survey_item')).toBe(2);
  });

  it('rejects rows with answers off the scale and says which', async () => {
    const rows = [
      headers,
      ...answers,
      ['R4', '', '', '', '8', '', '', ''],
      ['R5', '', '', '-1', '3', '', '', ''],
    ];
    const summary = summaryOf(await scene.survey(scene.csv(rows), '1차', mapping));
    expect(summary).toMatchObject({ read: 5, imported: 3, rejected: 2 });
    expect(
      scene
        .rejectedRows(summary)
        .rows.slice(1)
        .map((row) => [row[0], row.at(-1)]),
    ).toEqual([
      ['R4', '‘친절’의 답이 척도 1–7의 밖에 있습니다: 8'],
      ['R5', '가중치가 0 이상의 숫자가 아닙니다: -1'],
    ]);
  });

  it('refuses a wave that is there already, before reading anything', async () => {
    summaryOf(await scene.survey(scene.csv([headers, ...answers]), '1차', mapping));
    await expect(
      scene.survey(scene.csv([headers, ...answers]), '1차', mapping),
    ).rejects.toMatchObject({
      code: 'import.waveExists',
      params: { name: '1차' },
    });
    expect(scene.count('wave')).toBe(1);
  });

  it('refuses another scale or direction for a question asked before', async () => {
    summaryOf(await scene.survey(scene.csv([headers, ...answers]), '1차', mapping));
    const before = content();
    const asking = (change: Partial<SurveyMapping['items'][string]>) => ({
      ...mapping,
      items: { 친절: { scaleMin: 1, scaleMax: 7, reversed: false, ...change } },
    });
    const token = scene.csv([headers, ['R1', '', '', '', '3', '', '', '']]);
    expect(await scene.survey(token, '2차', asking({ scaleMax: 5 }))).toMatchObject({
      status: 'failed',
      error: { code: 'import.scaleConflict', params: { header: '친절', knownMin: 1, knownMax: 7 } },
    });
    expect(await scene.survey(token, '2차', asking({ reversed: true }))).toMatchObject({
      status: 'failed',
      error: { code: 'import.directionConflict' },
    });
    expect(content()).toEqual(before);
  });

  it('makes no wave of a file whose rows are all rejected', async () => {
    const job = await scene.survey(
      scene.csv([headers, ['R1', '', '', '', '9', '', '', '']]),
      '1차',
      mapping,
    );
    expect(summaryOf(job)).toMatchObject({ imported: 0, rejected: 1, waveId: null });
    expect(scene.count('wave')).toBe(0);
    expect(scene.count('survey_item')).toBe(0);
  });

  it('remembers the mapping, and for other files the scale of a known question', async () => {
    const token = scene.csv([headers, ...answers]);
    summaryOf(await scene.survey(token, '1차', mapping));
    const again = await scene.inspect(token);
    expect(again.remembered).toBe(true);
    expect(again.surveyMapping).toEqual(mapping);
    const rows = Array.from({ length: 30 }, (_, index) => [String(1 + (index % 5))]);
    const other = await scene.inspect(scene.csv([['친절'], ...rows]));
    expect(other.surveyMapping.items).toEqual({
      친절: { label: '직원이 친절하다', scaleMin: 1, scaleMax: 7, reversed: false },
    });
  });

  it('is one step that can be undone and redone, whole', async () => {
    summaryOf(
      await scene.voc(
        scene.csv([
          ['내용', '매장'],
          ['먼저 온 의견', '강남점'],
        ]),
      ),
    );
    summaryOf(await scene.survey(scene.csv([headers, ...answers]), '1차', mapping));
    const before = content();
    summaryOf(
      await scene.survey(
        scene.csv([[...headers, '새 열'], ...answers.map((row) => [...row, '새 값'])]),
        '2차',
        mapping,
      ),
    );
    const after = content();
    expect((await test.call('undo.state', {})).undo).toEqual({
      label: 'import:undo.survey',
      params: { waveName: '2차', count: 3 },
    });
    for (let round = 0; round < 2; round++) {
      await test.call('undo.undo', {});
      expect(content()).toEqual(before);
      await test.call('undo.redo', {});
      expect(content()).toEqual(after);
    }
    expect((await test.call('workspace.check', {})).ok).toBe(true);
  });
});
