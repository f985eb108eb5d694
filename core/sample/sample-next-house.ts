import { carriedWhats, usualCarriedScale } from '../domain/house/cascade.ts';
import { houseFigures } from '../domain/house/house-figures.ts';
import { figureOptionsOf } from '../domain/house/house-of-view.ts';
import { sampleCompany } from './sample-branches.ts';
import { addDays } from './sample-calendar.ts';
import { strengthOf } from './sample-house.ts';
import { modelOf } from './sample-round.ts';
import type { SampleCsf, SampleHouse, SampleNextHouse, SampleRequirement } from './sample-types.ts';

const hows: SampleNextHouse['hows'] = [
  {
    name: '배차 이동 시간 오차',
    unit: '분',
    direction: 'down',
    targetValue: '10',
    owner: '문채원',
  },
  { name: '출발 알림 발송률', unit: '%', direction: 'up', targetValue: '99', owner: '문채원' },
  { name: '상비 부품 결품률', unit: '%', direction: 'down', targetValue: '2', owner: '배준서' },
  { name: '부품 사전 선별 정확도', unit: '%', direction: 'up', targetValue: '90', owner: '배준서' },
  { name: '사전 진단 질문 이행률', unit: '%', direction: 'up', targetValue: '95', owner: '노유찬' },
  {
    name: '현장 진단 소요 시간',
    unit: '분',
    direction: 'target',
    targetValue: '20',
    owner: '윤태건',
  },
  { name: '예약 화면 오류', unit: '건/주', direction: 'down', targetValue: '3', owner: '임재하' },
  { name: '현장 견적서 서명률', unit: '%', direction: 'up', targetValue: '100', owner: '고은채' },
  { name: '요금표 최신화 주기', unit: '일', direction: 'down', targetValue: '7', owner: '고은채' },
];

/** By the HOWs of the first house that became CSFs, in the order of that house. */
const relations = [
  '◎○··△○△··', // 방문 시간 준수율
  '··◎◎○····', // 수리 부품 당일 확보율
  '·△○◎◎◎···', // 1회 방문 해결률
  '○·····◎··', // 앱·웹 예약 완료율
  '····△○·◎◎', // 수리비 사전 고지율
];

/** What the chosen service characteristics ask of the process. */
export function buildNextHouse(
  today: string,
  house: SampleHouse,
  requirements: readonly SampleRequirement[],
  csfs: readonly SampleCsf[],
): SampleNextHouse {
  const model = modelOf(house, requirements);
  const carried = carriedWhats(
    model,
    houseFigures(model, figureOptionsOf(model)),
    new Set(csfs.map(({ howId }) => howId)),
    usualCarriedScale,
  );
  return {
    name: `${sampleCompany} 방문 수리 공정의 집`,
    createdOn: addDays(today, -165),
    whats: carried.map(({ fromHowId, name, importance, share }) => ({
      sourceHowId: fromHowId,
      name,
      importance,
      share: share ?? 0,
    })),
    hows,
    relations: relations.flatMap((symbols, what) =>
      Array.from(symbols, (symbol) => strengthOf[symbol] ?? 0).flatMap((strength, how) =>
        strength === 0 ? [] : [{ what, how, strength }],
      ),
    ),
  };
}
