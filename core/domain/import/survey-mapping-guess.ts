import type { SurveyMapping } from '../../contract/import.contract.ts';
import { type ColumnProfile, isUnique, profileColumns } from './column-profile.ts';
import { plainWord } from './word-value.ts';

const respondentWords = [
  '응답자id',
  '응답자번호',
  '응답자',
  '응답번호',
  '설문번호',
  '고객번호',
  '회원번호',
  '일련번호',
  '번호',
  '순번',
  '연번',
  '아이디',
  'respondentid',
  'respondent',
  'responseid',
  'id',
  'no',
  'rid',
  'caseid',
  'customerid',
  'key',
  'uid',
  'uuid',
  'token',
];
const branchWords = [
  '지점',
  '지점명',
  '매장',
  '매장명',
  '점포',
  '점포명',
  '영업점',
  '대리점',
  '센터',
  '센터명',
  '서비스센터',
  '이용매장',
  '이용지점',
  '사업소',
  'branch',
  'branchname',
  'store',
  'storename',
  'shop',
  'location',
  'site',
  'unit',
];
const weightWords = [
  '가중치',
  '가중값',
  '보정가중치',
  '응답가중치',
  'weight',
  'wt',
  'weights',
  'wgt',
];
const openWords =
  /의견|이유|동기|건의|바라는|하고 ?싶은|말씀|자유|서술|기타|comment|opinion|reason|why|suggest|feedback|open.?end|verbatim/iu;
const attributeWords =
  /나이|연령|출생|생년|년도|연도|학년|소득|age|year|birth|income|zip|우편|전화|phone|성별|gender|sex/iu;
const scoreWords = /만족|점수|추천|평가|score|satisf|rating|nps|recommend/iu;

/** More than these and a column of words is no grouping any more. */
const mostSegmentValues = 20;
/** So many columns answered in the same words are one battery of questions, not segments. */
const batteryOf = 4;

/**
 * A first mapping for a survey with one row per respondent, from the headers and the sample.
 *
 * - Identifier, branch and weight go by header; an identifier must not repeat in the sample.
 * - A numeric column with few whole-number levels is an item; its scale is the smallest common one
 *   (1–5, 1–7, 1–10, 0–10, and 0–100 for scores) that holds what was seen.
 * - Long free text, and text whose header asks for it (의견, 이유, 동기 …), is an open question.
 * - A column of few words is a segment, unless four or more columns share the same words: a Kano or
 *   yes/no battery would bury the real segments. Those, and whatever else is not recognised, are
 *   left unmapped; the import keeps them with the respondent as extra fields.
 */
export function guessSurveyMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): SurveyMapping {
  const columns = profileColumns(headers, rows);
  const respondentId = byHeader(columns, respondentWords, isUnique) ?? unnamedNumbering(columns);
  const weight = byHeader(columns, weightWords, (column) => column.numbers !== null);
  const branch = byHeader(columns, branchWords, (column) => !isUnique(column));
  const special = [respondentId, weight, branch];
  const rest = columns.filter((column) => !special.includes(column) && column.filled.length > 0);

  const items = agreeingScales(
    rest.flatMap((column) => {
      const scale = guessScale(column);
      return scale === null ? [] : [{ column, scale }];
    }),
  );
  const words = rest.filter((column) => !items.some((item) => item.column === column));
  const openQuestions = words.filter(isOpenQuestion);
  const groups = words.filter((column) => !openQuestions.includes(column) && isGrouping(column));
  const segments = groups.filter((column) => !isInBattery(column, groups));

  return {
    ...(respondentId === undefined ? {} : { respondentId: respondentId.header }),
    items: Object.fromEntries(
      items.map(({ column, scale }) => [
        column.header,
        { label: column.header, scaleMin: scale[0], scaleMax: scale[1], reversed: false },
      ]),
    ),
    segments: segments.map(({ header }) => header),
    ...(branch === undefined ? {} : { branch: branch.header }),
    ...(weight === undefined ? {} : { weight: weight.header }),
    openQuestions: openQuestions.map(({ header }) => header),
  };
}

function byHeader(
  columns: readonly ColumnProfile[],
  words: readonly string[],
  test: (column: ColumnProfile) => boolean,
): ColumnProfile | undefined {
  for (const word of words) {
    const column = columns.find(({ header }) => plainWord(header) === word);
    if (column !== undefined && test(column)) return column;
  }
  return undefined;
}

/** The row numbers that R and others write in front, below an empty header. */
function unnamedNumbering(columns: readonly ColumnProfile[]): ColumnProfile | undefined {
  const first = columns[0];
  if (first === undefined || first.header !== '열 1' || !isUnique(first)) return undefined;
  return first.numbers?.every((number, index) => number === index + 1) ? first : undefined;
}

const commonScales: readonly [number, number][] = [
  [1, 5],
  [1, 7],
  [1, 10],
  [0, 10],
];

/** null: no answers on a scale. Two levels only are a code (1 남, 2 여), not a judgement. */
function guessScale(column: ColumnProfile): [number, number] | null {
  const { numbers, header } = column;
  if (numbers === null || attributeWords.test(header)) return null;
  if (!numbers.every(Number.isInteger)) return null;
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  const levels = new Set(numbers).size;
  if (levels <= 2 && numbers.length > 20 && most <= 2) return null;
  const common = commonScales.find(([low, high]) => least >= low && most <= high);
  if (common !== undefined) return common;
  return least >= 0 && most <= 100 && scoreWords.test(header) ? [0, 100] : null;
}

/**
 * Questions with the same upper end are asked alike: where most of them go down to 0, one that nobody
 * answered with 0 does so too.
 */
function agreeingScales<Item extends { scale: [number, number] }>(items: readonly Item[]): Item[] {
  return items.map((item) => {
    const [, high] = item.scale;
    const alike = items.filter(({ scale }) => scale[1] === high);
    const fromZero = alike.filter(({ scale }) => scale[0] === 0);
    return fromZero.length * 2 > alike.length ? { ...item, scale: [0, high] } : item;
  });
}

function isOpenQuestion(column: ColumnProfile): boolean {
  if (column.numbers !== null) return false;
  const isVaried = column.distinct.size > mostSegmentValues;
  const isFreeText = column.averageLength >= 15 && column.distinct.size * 2 > column.filled.length;
  if (openWords.test(column.header)) return isVaried || column.averageLength >= 8;
  return isFreeText;
}

function isGrouping(column: ColumnProfile): boolean {
  if (column.distinct.size > mostSegmentValues) return false;
  // In a short file everything is few: values must come back to group anything.
  return column.distinct.size * 2 <= column.filled.length || column.filled.length < 4;
}

function isInBattery(column: ColumnProfile, columns: readonly ColumnProfile[]): boolean {
  const alike = columns.filter((other) => shareOfCommonWords(column, other) >= 0.6);
  return alike.length >= batteryOf;
}

/** Jaccard similarity of what two columns say. */
function shareOfCommonWords(one: ColumnProfile, other: ColumnProfile): number {
  const common = [...one.distinct].filter((value) => other.distinct.has(value)).length;
  return common / (one.distinct.size + other.distinct.size - common);
}
