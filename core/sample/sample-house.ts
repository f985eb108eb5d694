import { computeHouse } from '../domain/house/house.ts';
import { sampleCompany } from './sample-branches.ts';
import { addDays } from './sample-calendar.ts';
import type { RequirementKey, RequirementTree } from './sample-requirements.ts';
import type { SampleHouse, SampleHow } from './sample-types.ts';

export type HowKey =
  | 'punctuality'
  | 'noticeRate'
  | 'leadTime'
  | 'visitsPerDay'
  | 'partsFill'
  | 'firstFix'
  | 'repeatRepair'
  | 'checklist'
  | 'callWait'
  | 'firstCall'
  | 'bookingRate'
  | 'feeNotice'
  | 'claimDays'
  | 'courtesyScore';

type Direction = SampleHow['direction'];
type HowLine = readonly [
  key: HowKey,
  name: string,
  unit: string,
  direction: Direction,
  target: string,
];

const hows: readonly HowLine[] = [
  ['punctuality', '방문 시간 준수율', '%', 'up', '95'],
  ['noticeRate', '도착 전 사전 연락 실시율', '%', 'up', '98'],
  ['leadTime', '접수 후 첫 방문까지 걸린 시간', '시간', 'down', '24'],
  ['visitsPerDay', '기사 1인당 하루 방문 건수', '건', 'target', '7'],
  ['partsFill', '수리 부품 당일 확보율', '%', 'up', '92'],
  ['firstFix', '1회 방문 해결률', '%', 'up', '88'],
  ['repeatRepair', '30일 이내 재수리율', '%', 'down', '3.0'],
  ['checklist', '작업 마무리 점검표 이행률', '%', 'up', '97'],
  ['callWait', '상담 연결 대기 시간', '초', 'down', '30'],
  ['firstCall', '상담 1차 해결률', '%', 'up', '80'],
  ['bookingRate', '앱·웹 예약 완료율', '%', 'up', '90'],
  ['feeNotice', '수리비 사전 고지율', '%', 'up', '100'],
  ['claimDays', '교환·환불 처리 기간', '일', 'down', '5'],
  ['courtesyScore', '응대 품질 점수', '점', 'up', '90'],
];

/** One WHAT a line: importance and its relations to the HOWs in their order above. */
const whats: readonly [key: RequirementKey, importance: number, relations: string][] = [
  ['onTime', 5, '◎○○○·········△'],
  ['notice', 4, '◎◎·△·····△···○'],
  ['earlySlot', 4, '○·◎◎○○··△·○···'],
  ['parts', 4, '··○·◎◎△··△····'],
  ['lastingRepair', 5, '···△○◎◎○······'],
  ['installQuality', 3, '···△·○○◎·····△'],
  ['cleanWork', 2, '···△···◎·····○'],
  ['callConnect', 4, '········◎○○··△'],
  ['appBooking', 4, '··△·····○·◎···'],
  ['feeBefore', 5, '·△·······○·◎△○'],
  ['fairClaim', 3, '····△·○··○·○◎△'],
  ['courtesy', 3, '·○·····○△○·△·◎'],
];

const strengthOf: Readonly<Record<string, 9 | 3 | 1>> = { '◎': 9, '○': 3, '△': 1 };

export interface HouseBuild {
  house: SampleHouse;
  howIdOf: ReadonlyMap<HowKey, number>;
  /** Relative weight (0–1) and rank of each HOW, by its 0-based place. */
  relative: readonly number[];
  rank: readonly number[];
}

export function buildHouse(today: string, tree: RequirementTree): HouseBuild {
  const rows = whats.map(([key, importance, symbols]) => ({
    requirementId: requirementIdOf(tree, key),
    importance,
    strengths: Array.from(symbols, (symbol) => strengthOf[symbol] ?? 0),
  }));
  const { relative, rank } = computeHouse({
    weights: rows.map((row) => row.importance),
    relations: rows.map((row) => row.strengths),
  });
  return {
    house: {
      name: `${sampleCompany} A/S 품질의 집`,
      createdOn: addDays(today, -194),
      whats: rows.map(({ requirementId, importance }) => ({ requirementId, importance })),
      hows: hows.map(([, name, unit, direction, targetValue]) => ({
        name,
        unit,
        direction,
        targetValue,
      })),
      relations: rows.flatMap(({ strengths }, i) =>
        strengths.flatMap((strength, j) =>
          strength === 0 ? [] : [{ whatId: i + 1, howId: j + 1, strength }],
        ),
      ),
    },
    howIdOf: new Map(hows.map(([key], j) => [key, j + 1])),
    relative: relative.map((value) => value ?? 0),
    rank,
  };
}

export function requirementIdOf(tree: RequirementTree, key: RequirementKey): number {
  const id = tree.idOf.get(key);
  if (id === undefined) throw new RangeError(`no requirement ${key}`);
  return id;
}
