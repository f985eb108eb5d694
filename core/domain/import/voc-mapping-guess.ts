import type { VocMapping, VocTarget } from '../../contract/import.contract.ts';
import {
  type ColumnProfile,
  dateReadingOf,
  isMostly,
  isUnique,
  looksLikeDates,
  profileColumns,
} from './column-profile.ts';
import { parseDateValue } from './date-value.ts';
import { parseChannel, parseKind, plainWord } from './word-value.ts';

/**
 * Headers by which files name a field, in the spelling of `plainWord`, the surest first. A header
 * that equals a word beats one that only contains it.
 */
const headerWords: Record<Exclude<VocTarget, 'extra'>, readonly string[]> = {
  text: [
    '내용',
    '고객의견',
    '고객의소리',
    'voc내용',
    '의견내용',
    '접수내용',
    '상담내용',
    '문의내용',
    '불만내용',
    '민원내용',
    '의견',
    '본문',
    '상세내용',
    '후기',
    '리뷰',
    '댓글',
    '코멘트',
    '메시지',
    'voc',
    'text',
    'comment',
    'comments',
    'content',
    'contents',
    'document',
    'review',
    'reviewtext',
    'body',
    'message',
    'feedback',
    'verbatim',
    'description',
    'voice',
  ],
  receivedAt: [
    '접수일시',
    '접수일',
    '접수일자',
    '등록일시',
    '등록일',
    '등록일자',
    '작성일시',
    '작성일',
    '작성일자',
    '발생일시',
    '발생일',
    '발생일자',
    '상담일시',
    '상담일',
    '상담일자',
    '문의일',
    '일시',
    '일자',
    '날짜',
    '접수날짜',
    '등록날짜',
    '작성날짜',
    '접수시간',
    '타임스탬프',
    'receivedat',
    'received',
    'receiveddate',
    'createdat',
    'created',
    'datetime',
    'date',
    'timestamp',
    'time',
    'submittedat',
  ],
  channel: [
    '채널',
    '접수채널',
    '접수경로',
    '유입경로',
    '유입채널',
    '경로',
    '접수방법',
    '접수매체',
    '매체',
    'channel',
    'source',
    'medium',
  ],
  kind: [
    '유형',
    'voc유형',
    '접수유형',
    '상담유형',
    '문의유형',
    '민원유형',
    '의견유형',
    '구분',
    'voc구분',
    '접수구분',
    '분류',
    '종류',
    'kind',
    'type',
    'category',
    'voctype',
  ],
  branch: [
    '지점',
    '지점명',
    '매장',
    '매장명',
    '점포',
    '점포명',
    '영업점',
    '영업점명',
    '대리점',
    '대리점명',
    '센터',
    '센터명',
    '서비스센터',
    '사업소',
    '접점',
    'branch',
    'branchname',
    'store',
    'storename',
    'shop',
    'location',
    'site',
    'outlet',
  ],
  customerType: [
    '고객유형',
    '고객구분',
    '고객등급',
    '고객분류',
    '고객층',
    '회원등급',
    '회원구분',
    'customertype',
    'customersegment',
    'segment',
    'membertype',
    'membership',
    'tier',
  ],
  customerCode: [
    '고객코드',
    '고객번호',
    '고객id',
    '회원번호',
    '회원코드',
    '회원id',
    'customercode',
    'customerid',
    'customerno',
    'customernumber',
    'memberid',
    'membercode',
  ],
  severity: [
    '심각도',
    '중요도',
    '긴급도',
    '위급도',
    '강도',
    'severity',
    'priority',
    'urgency',
    'importance',
  ],
  product: [
    '제품',
    '제품명',
    '상품',
    '상품명',
    '서비스',
    '서비스명',
    '모델',
    '모델명',
    '품목',
    '메뉴',
    'product',
    'productname',
    'item',
    'service',
    'model',
    'sku',
  ],
  owner: [
    '담당자',
    '담당자명',
    '처리담당자',
    '처리자',
    '담당',
    '상담원',
    '상담사',
    '접수자',
    '담당부서',
    '처리부서',
    'owner',
    'assignee',
    'agent',
    'handler',
    'incharge',
    'assignedto',
  ],
  externalId: [
    '접수번호',
    'voc번호',
    '관리번호',
    '일련번호',
    '문의번호',
    '상담번호',
    '민원번호',
    '등록번호',
    '순번',
    '번호',
    '연번',
    '아이디',
    'id',
    'externalid',
    'vocid',
    'no',
    'number',
    'ticketid',
    'ticketno',
    'caseid',
    'caseno',
    'key',
    'uid',
    'uuid',
  ],
};

/** In this order columns are given away: what a VOC cannot do without comes first. */
const targets = Object.keys(headerWords) as (keyof typeof headerWords)[];

/**
 * A first mapping for a file of VOC, from its headers and from what stands in its columns. Every
 * header gets a target; what is not recognised is `extra` and kept as an extra field.
 *
 * - Content can overrule a header: a date column must hold dates, an identifier must not repeat
 *   (or its repetitions would be taken for duplicates and left out).
 * - When no header names the text, the column with the longest free text is taken.
 */
export function guessVocMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): VocMapping {
  const columns = profileColumns(headers, rows);
  const chosen = new Map<number, VocTarget>();
  for (const target of targets) {
    const column = bestByHeader(columns, target, chosen);
    if (column !== null) chosen.set(column.index, target);
  }
  addByContent(columns, chosen, 'text', longestText);
  addByContent(columns, chosen, 'receivedAt', (free) => free.find(looksLikeDates));
  addByContent(columns, chosen, 'channel', (free) =>
    free.find(
      (column) => isFewWords(column) && isMostly(column, (cell) => parseChannel(cell) !== null),
    ),
  );
  addByContent(columns, chosen, 'kind', (free) =>
    free.find(
      (column) => isFewWords(column) && isMostly(column, (cell) => parseKind(cell) !== null),
    ),
  );
  const dates = columns.find(({ index }) => chosen.get(index) === 'receivedAt');
  const dateOrder = dates === undefined ? undefined : dateReadingOf(dates).order;
  return {
    ...(dateOrder !== undefined && { dateOrder }),
    columns: Object.fromEntries(
      columns.map((column) => [column.header, chosen.get(column.index) ?? 'extra']),
    ),
    defaults: {},
  };
}

function bestByHeader(
  columns: readonly ColumnProfile[],
  target: keyof typeof headerWords,
  chosen: ReadonlyMap<number, VocTarget>,
): ColumnProfile | null {
  let best: { column: ColumnProfile; score: number } | null = null;
  for (const column of columns) {
    if (chosen.has(column.index)) continue;
    const score = headerScore(column.header, target);
    if (score > (best?.score ?? 0) && canBe(target, column)) best = { column, score };
  }
  return best?.column ?? null;
}

/** 0: no. Equal words score above contained ones, earlier words above later ones. */
function headerScore(header: string, target: keyof typeof headerWords): number {
  const word = plainWord(header);
  const words = headerWords[target];
  const exact = words.indexOf(word);
  if (exact >= 0) return 1000 - exact;
  // A name that another field is called by exactly belongs to that field: 고객의견유형 is no text.
  const claimed = targets.some((other) => other !== target && headerWords[other].includes(word));
  if (claimed) return 0;
  const within = words.findIndex((known) => /[가-힣]{2}/u.test(known) && word.endsWith(known));
  return within >= 0 ? 500 - within : 0;
}

function canBe(target: VocTarget, column: ColumnProfile): boolean {
  if (column.filled.length === 0) return target !== 'externalId';
  switch (target) {
    case 'text':
      return column.numbers === null && !looksLikeDates(column);
    case 'receivedAt': {
      const dates = dateReadingOf(column);
      return isMostly(column, (cell) => parseDateValue(cell, dates) !== null);
    }
    case 'externalId':
      return isUnique(column);
    case 'channel':
      return isPartly(column, (cell) => parseChannel(cell) !== null);
    case 'kind':
      return isPartly(column, (cell) => parseKind(cell) !== null);
    default:
      return true;
  }
}

function addByContent(
  columns: readonly ColumnProfile[],
  chosen: Map<number, VocTarget>,
  target: VocTarget,
  find: (free: readonly ColumnProfile[]) => ColumnProfile | undefined,
): void {
  if ([...chosen.values()].includes(target)) return;
  const column = find(columns.filter(({ index }) => !chosen.has(index)));
  if (column !== undefined) chosen.set(column.index, target);
}

function longestText(free: readonly ColumnProfile[]): ColumnProfile | undefined {
  return free
    .filter(
      (column) => column.numbers === null && column.filled.length > 0 && !looksLikeDates(column),
    )
    .sort((one, other) => other.averageLength - one.averageLength)[0];
}

/** A column named 구분 may hold anything; some of its words must be ours. */
function isPartly(column: ColumnProfile, test: (cell: string) => boolean): boolean {
  return column.filled.filter(test).length * 4 >= column.filled.length;
}

function isFewWords(column: ColumnProfile): boolean {
  return column.averageLength <= 12 && column.distinct.size <= 20;
}
