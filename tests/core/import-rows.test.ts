import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import {
  surveyMappingSchema,
  type VocMapping,
  vocMappingSchema,
} from '../../core/contract/import.contract.ts';
import { surveyRowReader } from '../../core/domain/import/survey-row.ts';
import { vocRowReader } from '../../core/domain/import/voc-row.ts';

const today = '2026-11-21';
const headers = ['번호', '일자', '채널', '유형', '심각도', '지점', '내용', '비고'];
const columns: VocMapping['columns'] = {
  번호: 'externalId',
  일자: 'receivedAt',
  채널: 'channel',
  유형: 'kind',
  심각도: 'severity',
  지점: 'branch',
  내용: 'text',
};

function readVoc(cells: string[], defaults: VocMapping['defaults'] = {}) {
  return vocRowReader(headers, { columns, defaults }, today)(cells);
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
  }
  return 'none';
}

describe('a row as VOC', () => {
  it('fills the fields that columns are mapped to and keeps the rest as extra fields', () => {
    const row = readVoc(['V1', '26.11.20', '전화', '불만', '상', '강남점', ' 늦어요 ', '재통화']);
    expect(row).toEqual({
      externalId: 'V1',
      receivedAt: '2026-11-20',
      channel: 'phone',
      kind: 'complaint',
      severity: 4,
      branch: '강남점',
      customerType: null,
      customerCode: null,
      product: null,
      owner: null,
      text: '늦어요',
      extras: [{ name: '비고', value: '재통화' }],
    });
  });

  it('keeps the original of a word that is none of ours', () => {
    const row = readVoc(['V1', '', '텔레파시', '잡담', '아주 셈', '', '안녕', '']);
    expect(row).toMatchObject({
      channel: 'other',
      kind: 'other',
      severity: null,
      extras: [
        { name: '채널', value: '텔레파시' },
        { name: '유형', value: '잡담' },
        { name: '심각도', value: '아주 셈' },
      ],
    });
  });

  it('takes the defaults for what is empty, and today for a date nobody gave', () => {
    const empty = ['', '', '', '', '', '', '안녕', ''];
    const defaults = { channel: 'web', kind: 'question', branch: '본점' } as const;
    expect(readVoc(empty, defaults)).toMatchObject({
      channel: 'web',
      kind: 'question',
      branch: '본점',
      receivedAt: today,
      externalId: null,
    });
    expect(readVoc(empty, { receivedAt: '2026-01-02' })).toMatchObject({
      receivedAt: '2026-01-02',
    });
  });

  it('keeps cells beyond the headers', () => {
    const row = readVoc(['V1', '', '', '', '', '', '안녕', '', '넘친 칸', '']);
    expect(row).toMatchObject({ extras: [{ name: '열 9', value: '넘친 칸' }] });
  });

  it('is freed of NUL characters', () => {
    expect(readVoc(['V\0 1', '', '', '', '', '', '안\0녕', '\0'])).toMatchObject({
      externalId: 'V 1',
      text: '안녕',
      extras: [],
    });
  });

  it.each([
    ['an empty text', ['V1', '', '', '', '', '', '   ', ''], 'textEmpty'],
    ['a text that is too long', ['V1', '', '', '', '', '', '가'.repeat(20_001), ''], 'textTooLong'],
    ['a date nobody can read', ['V1', '어제쯤', '', '', '', '', '안녕', ''], 'dateUnreadable'],
    [
      'a name that is too long',
      ['V1', '', '', '', '', '점'.repeat(201), '안녕', ''],
      'valueTooLong',
    ],
  ])('is rejected for %s', (_, cells, reason) => {
    expect(readVoc(cells)).toMatchObject({ reason });
  });

  it('takes a text of exactly 20,000 characters', () => {
    const text = '가'.repeat(20_000);
    expect(readVoc(['V1', '', '', '', '', '', text, ''])).toMatchObject({ text });
  });

  it('finds headers that differ in spaces and Hangul form only', () => {
    const mapping = vocMappingSchema.parse({ columns: { ' 내용 ': 'text', 번호: 'externalId' } });
    const read = vocRowReader(['번호', '내용'], mapping, today);
    expect(read(['1', '안녕'])).toMatchObject({ text: '안녕', externalId: '1' });
  });

  it('refuses a mapping that cannot be followed', () => {
    const follow = (given: VocMapping['columns']) => () =>
      vocRowReader(headers, { columns: given, defaults: {} }, today);
    expect(codeOf(follow({ 번호: 'externalId' }))).toBe('import.textColumnMissing');
    expect(codeOf(follow({ 없는열: 'text' }))).toBe('import.headerUnknown');
    expect(codeOf(follow({ 내용: 'text', 비고: 'text' }))).toBe('import.targetTwice');
  });
});

describe('a row as respondent', () => {
  const names = ['id', '지점', '성별', '친절', '대기불편', 'w', '의견', '메모'];
  const mapping = surveyMappingSchema.parse({
    respondentId: 'id',
    branch: '지점',
    segments: ['성별'],
    weight: 'w',
    openQuestions: ['의견'],
    items: {
      친절: { label: '직원 친절', scaleMin: 1, scaleMax: 7 },
      대기불편: { scaleMin: 1, scaleMax: 7, reversed: true },
    },
  });
  const reader = surveyRowReader(names, mapping);

  it('holds answers, segments, open answers and what was not mapped', () => {
    expect(reader.read(['R1', '강남점', '여', '6', '2', '1.5', '더 빨리', '메모'], 1)).toEqual({
      respondentKey: 'R1',
      branch: '강남점',
      weight: 1.5,
      answers: [
        { item: 0, value: 6 },
        { item: 1, value: 6 },
      ],
      segments: [{ segment: 0, value: '여' }],
      openAnswers: [{ question: 0, text: '더 빨리' }],
      extras: [{ name: '메모', value: '메모' }],
    });
    expect(reader.items.map(({ header, label }) => [header, label])).toEqual([
      ['친절', '직원 친절'],
      ['대기불편', '대기불편'],
    ]);
  });

  it('has no answer where there is none, and weight 1 where none is given', () => {
    expect(reader.read(['R1', '', '', 'NA', '', '', '-', ''], 1)).toEqual({
      respondentKey: 'R1',
      branch: null,
      weight: 1,
      answers: [],
      segments: [],
      openAnswers: [],
      extras: [],
    });
  });

  it.each([
    ['an answer off the scale', ['R1', '', '', '8', '', '', '', ''], 'answerOffScale'],
    ['an answer that is no number', ['R1', '', '', '좋음', '', '', '', ''], 'answerNotNumber'],
    ['a negative weight', ['R1', '', '', '5', '', '-1', '', ''], 'weightInvalid'],
    ['a weight that is no number', ['R1', '', '', '5', '', '많이', '', ''], 'weightInvalid'],
    ['no identifier', ['', '', '', '5', '', '', '', ''], 'respondentIdEmpty'],
    ['no cell at all', ['', '', '', '', '', '', '', ''], 'rowEmpty'],
  ])('is rejected for %s', (_, cells, reason) => {
    expect(reader.read(cells, 1)).toMatchObject({ reason });
  });

  it('says which item and value are off which scale', () => {
    expect(reader.read(['R1', '', '', '5', '9', '', '', ''], 1)).toEqual({
      reason: 'answerOffScale',
      params: { item: '대기불편', value: '9', scaleMin: 1, scaleMax: 7 },
    });
  });

  it('goes by its row number where the file names nobody', () => {
    const anonymous = surveyRowReader(
      ['q'],
      surveyMappingSchema.parse({ items: { q: { scaleMin: 1, scaleMax: 5 } } }),
    );
    expect(anonymous.read(['3'], 12)).toMatchObject({ respondentKey: '12' });
  });

  it('refuses a mapping that cannot be followed', () => {
    const follow = (given: object) => () =>
      surveyRowReader(names, surveyMappingSchema.parse(given));
    const item = { scaleMin: 1, scaleMax: 5 };
    expect(codeOf(follow({ items: {} }))).toBe('import.noItems');
    expect(codeOf(follow({ items: { 친절: { scaleMin: 5, scaleMax: 5 } } }))).toBe(
      'import.scaleInvalid',
    );
    expect(codeOf(follow({ items: { 없음: item } }))).toBe('import.headerUnknown');
    expect(codeOf(follow({ items: { 친절: item }, segments: ['친절'] }))).toBe(
      'import.columnTwice',
    );
  });
});
