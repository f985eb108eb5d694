import type { HowDirection, RoofStrength } from '../contract/house.contract.ts';
import { computeHouse } from '../domain/house/house.ts';
import { sampleCompany } from './sample-branches.ts';
import { addDays } from './sample-calendar.ts';
import { type HowKey, howNodes, whatNodes } from './sample-house-tree.ts';
import type { RequirementKey, RequirementTree } from './sample-requirements.ts';
import type { SampleHouse } from './sample-types.ts';

type HowLine = readonly [
  key: HowKey,
  name: string,
  unit: string,
  direction: HowDirection,
  target: string,
  owner: string,
  difficulty: number,
  ownRating: number,
  ratings: readonly [number, number],
];

const hows: readonly HowLine[] = [
  ['punctuality', '방문 시간 준수율', '%', 'up', '95', '서다은', 4, 2.5, [3.5, 3]],
  ['noticeRate', '도착 전 사전 연락 실시율', '%', 'up', '98', '문채원', 2, 3, [4, 3]],
  ['leadTime', '접수 후 첫 방문까지 걸린 시간', '시간', 'down', '24', '서다은', 4, 3, [3.5, 3]],
  ['visitsPerDay', '기사 1인당 하루 방문 건수', '건', 'target', '7', '서다은', 3, 3, [3, 3.5]],
  ['partsFill', '수리 부품 당일 확보율', '%', 'up', '92', '배준서', 5, 2.5, [3.5, 2.5]],
  ['firstFix', '1회 방문 해결률', '%', 'up', '88', '윤태건', 4, 3, [3.5, 3.5]],
  ['repeatRepair', '30일 이내 재수리율', '%', 'down', '3.0', '윤태건', 4, 2.5, [3.5, 3]],
  ['checklist', '작업 마무리 점검표 이행률', '%', 'up', '97', '노유찬', 2, 3.5, [3, 3]],
  ['callWait', '상담 연결 대기 시간', '초', 'down', '30', '탁민서', 3, 2, [3, 2.5]],
  ['firstCall', '상담 1차 해결률', '%', 'up', '80', '탁민서', 3, 3, [3, 3]],
  ['bookingRate', '앱·웹 예약 완료율', '%', 'up', '90', '임재하', 3, 3, [4.5, 3]],
  ['feeNotice', '수리비 사전 고지율', '%', 'up', '100', '고은채', 2, 2, [3, 3.5]],
  ['claimDays', '교환·환불 처리 기간', '일', 'down', '5', '고은채', 3, 3, [3.5, 2.5]],
  ['courtesyScore', '응대 품질 점수', '점', 'up', '90', '변수아', 2, 4, [3.5, 4]],
];

/** Invented, as everything here. */
const competitors = ['나루가전서비스', '두레전자케어'];

/** Its relations to the HOWs in their order above, and the plan: how customers rate us, 1 to 5. */
type WhatLine = readonly [
  key: RequirementKey,
  importance: number,
  relations: string,
  current: number,
  target: number,
  salesPoint: number,
  ratings: readonly [number, number],
];

const whats: readonly WhatLine[] = [
  ['onTime', 5, '◎○○○·········△', 2.9, 4.2, 1.5, [3.6, 3.2]],
  ['notice', 4, '◎◎·△·····△···○', 3.1, 4.3, 1.2, [3.8, 3]],
  ['earlySlot', 4, '○·◎◎○○··△·○···', 3, 3.8, 1.2, [3.3, 3.5]],
  ['parts', 4, '··○·◎◎△··△····', 2.8, 3.8, 1.2, [3.4, 2.9]],
  ['lastingRepair', 5, '···△○◎◎○······', 3.1, 4.3, 1.5, [3.5, 3.4]],
  ['installQuality', 3, '···△·○○◎·····△', 3.8, 4, 1, [3.7, 3.6]],
  ['cleanWork', 2, '···△···◎·····○', 3.9, 4, 1, [3.5, 3.8]],
  ['callConnect', 4, '········◎○○··△', 2.7, 3.5, 1, [3.1, 2.6]],
  ['appBooking', 4, '··△·····○·◎···', 3.2, 4.2, 1.2, [4.1, 3]],
  ['feeBefore', 5, '·△·······○·◎△○', 2.6, 4.2, 1.5, [3, 3.3]],
  ['fairClaim', 3, '····△·○··○·○◎△', 3, 3.8, 1.2, [3.2, 2.8]],
  ['courtesy', 3, '·○·····○△○·△·◎', 4.1, 4.2, 1, [3.7, 3.9]],
];

/** What improving the one does to the other. */
const roof: readonly [HowKey, HowKey, RoofStrength][] = [
  ['punctuality', 'noticeRate', 1],
  ['punctuality', 'leadTime', -1],
  ['punctuality', 'visitsPerDay', -2],
  // Technicians who fetch parts before they set out come later.
  ['punctuality', 'partsFill', -1],
  ['leadTime', 'visitsPerDay', 1],
  ['leadTime', 'firstFix', 1],
  ['visitsPerDay', 'checklist', -1],
  ['visitsPerDay', 'courtesyScore', -1],
  ['partsFill', 'firstFix', 2],
  ['firstFix', 'repeatRepair', 2],
  ['repeatRepair', 'checklist', 1],
  ['callWait', 'firstCall', -1],
  ['callWait', 'bookingRate', 2],
  ['callWait', 'courtesyScore', 1],
  ['feeNotice', 'claimDays', 1],
  ['feeNotice', 'courtesyScore', 1],
];

const notes: readonly [RequirementKey, HowKey, string][] = [
  ['onTime', 'punctuality', '약속 시간 ±15분 안에 도착하면 지킨 것으로 봄. 고객이 바꾼 약속은 뺌.'],
  ['parts', 'firstFix', '재방문 사유 가운데 부품을 챙기지 못한 경우가 58%(기술지원팀 집계).'],
  ['cleanWork', 'repeatRepair', '관계가 있다는 의견이 나왔으나 뒷받침할 자료가 없어 비워 둠.'],
  [
    'appBooking',
    'bookingRate',
    '최근 두 분기 동안 오류 VOC가 늘고 있음. 원인은 IT운영팀이 확인 중.',
  ],
  ['feeBefore', 'feeNotice', '금액 안내만으로는 부족하고 동의까지 받아야 고지로 봄.'],
];

export const strengthOf: Readonly<Record<string, 9 | 3 | 1>> = { '◎': 9, '○': 3, '△': 1 };

export interface HouseBuild {
  house: SampleHouse;
  howIdOf: ReadonlyMap<HowKey, number>;
  whatIdOf: ReadonlyMap<RequirementKey, number>;
  /** Relative weight (0–1) and rank of each HOW, by its 0-based place. */
  relative: readonly number[];
  rank: readonly number[];
}

export function buildHouse(today: string, tree: RequirementTree): HouseBuild {
  const rows = whats.map(([key, importance, symbols, current, target, salesPoint, ratings]) => ({
    key,
    what: {
      requirementId: requirementIdOf(tree, key),
      importance,
      current,
      target,
      salesPoint,
      ratings: [...ratings],
    },
    strengths: Array.from(symbols, (symbol) => strengthOf[symbol] ?? 0),
  }));
  const { relative, rank } = computeHouse({
    weights: rows.map(({ what }) => what.importance),
    relations: rows.map((row) => row.strengths),
  });
  const howIdOf = new Map(hows.map(([key], j) => [key, j + 1]));
  const whatIdOf = new Map(rows.map(({ key }, i) => [key, i + 1]));
  const howId = (key: HowKey) => howIdOf.get(key) ?? 0;
  return {
    house: {
      name: `${sampleCompany} A/S 품질의 집`,
      createdOn: addDays(today, -194),
      competitors,
      whatNodes,
      howNodes,
      whats: rows.map(({ what }) => what),
      hows: hows.map(([, name, unit, direction, targetValue, owner, difficulty, own, ratings]) => ({
        name,
        unit,
        direction,
        targetValue,
        owner,
        difficulty,
        ownRating: own,
        ratings: [...ratings],
      })),
      relations: rows.flatMap(({ strengths }, i) =>
        strengths.flatMap((strength, j) =>
          strength === 0 ? [] : [{ whatId: i + 1, howId: j + 1, strength }],
        ),
      ),
      roof: roof.map(([how, other, strength]) => ({
        howId: howId(how),
        otherHowId: howId(other),
        strength,
      })),
      notes: notes.map(([what, how, note]) => ({
        whatId: whatIdOf.get(what) ?? 0,
        howId: howId(how),
        note,
      })),
    },
    howIdOf,
    whatIdOf,
    relative: relative.map((value) => value ?? 0),
    rank,
  };
}

export function requirementIdOf(tree: RequirementTree, key: RequirementKey): number {
  const id = tree.idOf.get(key);
  if (id === undefined) throw new RangeError(`no requirement ${key}`);
  return id;
}
