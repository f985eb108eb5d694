import type {
  HouseDrawingInput,
  HouseWords,
} from '../../core/domain/house/drawing/house-drawing-input.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { leafPaths } from '../../core/domain/house/house-leaves.ts';
import type { HouseModel, ModelHow, ModelWhat } from '../../core/domain/house/house-model.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import type { WorkbookWords } from '../../core/domain/house/workbook/house-workbook.ts';

const koreanWords: HouseWords = {
  whats: '고객 요구',
  hows: '서비스 품질요소',
  importance: '중요도',
  kano: 'Kano',
  current: '현재 수준',
  target: '목표 수준',
  improvementRatio: '향상률',
  salesPoint: '세일즈 포인트',
  absoluteWeight: '절대 가중치',
  relativeWeight: '상대 가중치',
  direction: '개선 방향',
  directionUp: '높을수록 좋음',
  directionDown: '낮을수록 좋음',
  directionTarget: '목표값에 맞춤',
  unit: '단위',
  targetValue: '목표값',
  difficulty: '기술적 난이도',
  absoluteImportance: '절대 가중치',
  relativeImportance: '상대 가중치',
  rank: '순위',
  customerRatings: '고객 평가',
  technicalRatings: '기술 수준 비교',
  ourselves: '우리 회사',
  roof: '품질요소 사이의 상관관계',
  strongPositive: '강한 양의 상관',
  positive: '양의 상관',
  negative: '음의 상관',
  strongNegative: '강한 음의 상관',
  whatsShown: '고객 요구 {all}개 중 중요도가 높은 {shown}개',
  howsShown: '품질요소 {all}개 중 중요도가 높은 {shown}개',
  kanoClasses: { M: 'M', O: 'O', A: 'A', I: 'I', R: 'R', Q: 'Q' },
};

const wishes = [
  '전화가 바로 연결된다',
  '상담원이 내 말을 끝까지 들어 준다',
  '같은 이야기를 여러 번 하지 않아도 된다',
  '결제가 한 번에 끝난다',
  '환불이 약속한 날에 들어온다',
  '매장이 깨끗하고 앉아서 기다릴 곳이 있다',
  'A/S 기사가 약속한 시간에 온다',
  '수리비가 왜 그만큼인지 알기 쉽게 설명해 준다',
];
const measures = [
  '전화 응답시간',
  '첫 통화 해결률',
  '상담 이력 공유율',
  '결제 오류율',
  '환불 처리 소요일',
  '매장 환경 점검 점수',
  'A/S 방문시간 준수율',
  '수리비 사전 안내율',
  '상담원 교육 이수율',
  '고객의 소리 회신 소요시간(영업일 기준)',
];
const areas = ['접수·상담', '결제·환불', '매장 이용', 'A/S'];
const units = ['초', '%', '%', '%', '일', '점', '%', '%', '시간', '일'];
const targets = ['20', '85', '100', '0.1', '3', '90 이상', '95', '100', '16', '2'];

/** A Korean house of two levels on both sides, with everything a house can hold; the same each time. */
export function sampleHouse(whatCount: number, howCount: number): HouseModel {
  const competitors = ['가나서비스', '다라전자', 'Global Care'];
  const whats = grouped(
    whatCount,
    (i, base): ModelWhat => ({
      ...base,
      name: wishes[i % wishes.length] ?? '',
      importance: 1 + ((i * 7) % 5),
      current: 1 + ((i * 3) % 4),
      target: 3 + (i % 3),
      salesPoint: [1, 1.2, 1.5][i % 3] ?? 1,
      kano: (['M', 'O', 'A', null] as const)[i % 4] ?? null,
      ratings: competitors.map((_, c) =>
        i % 9 === 4 && c === 1 ? null : 1 + ((i * 5 + c * 2) % 5),
      ),
    }),
  );
  const hows = grouped(
    howCount,
    (j, base): ModelHow => ({
      ...base,
      name: measures[j % measures.length] ?? '',
      unit: units[j % units.length] ?? '',
      direction: (['down', 'up', 'target'] as const)[j % 3] ?? 'up',
      targetValue: targets[j % targets.length] ?? '',
      difficulty: 1 + (j % 5),
      ownRating: 1 + ((j * 3) % 5),
      ratings: competitors.map((_, c) => 1 + ((j * 2 + c) % 5)),
    }),
  );
  const howIds = leafPaths(hows).map(({ node }) => node.id);
  return {
    name: '2026년 서비스 품질의 집',
    scale: usualScale,
    competitors,
    whats,
    hows,
    relations: Array.from({ length: whatCount }, (_, i) =>
      Array.from({ length: howCount }, (_unused, j) => {
        const mix = (i * 31 + j * 17 + i * j * 7) % 11;
        return mix === 0 ? 9 : mix === 3 || mix === 6 ? 3 : mix === 8 ? 1 : 0;
      }),
    ),
    roof: howIds.flatMap((howId, i) =>
      howIds.slice(i + 1).flatMap((otherHowId, step) => {
        const mix = (i * 13 + step * 7) % 17;
        const strength = ([2, 1, -1, -2] as const)[mix];
        return strength === undefined || step > 6 ? [] : [{ howId, otherHowId, strength }];
      }),
    ),
  };
}

export function drawingInput(model: HouseModel): HouseDrawingInput {
  return { model, figures: houseFigures(model), words: koreanWords, date: '2026-11-22' };
}

interface Base {
  id: number;
  parentId: number | null;
  code: string;
}

/** Groups of one to nine leaves below areas; ids are spread, so that they are no places. */
function grouped<N extends Base & { name: string }>(
  count: number,
  make: (index: number, base: Base) => N,
): N[] {
  const nodes: N[] = [];
  const sizes = [5, 8, 3, 9, 1];
  let index = 0;
  for (let group = 0; index < count; group++) {
    const groupId = 1000 + group * 10;
    const size = Math.min(sizes[group % sizes.length] ?? 5, count - index);
    const template = make(index, { id: groupId, parentId: null, code: String(group + 1) });
    nodes.push(asGroup(template, areas[group % areas.length] ?? ''));
    for (let leaf = 0; leaf < size; leaf++) {
      const code = `${group + 1}.${leaf + 1}`;
      nodes.push(make(index, { id: 11 + index * 3, parentId: groupId, code }));
      index += 1;
    }
  }
  return nodes;
}

function asGroup<N extends { name: string }>(template: N, name: string): N {
  const cleared = Object.fromEntries(
    Object.entries(template).map(([key, value]) => {
      if (key === 'id' || key === 'parentId' || key === 'code' || key === 'direction')
        return [key, value];
      if (Array.isArray(value)) return [key, value.map(() => null)];
      return [key, typeof value === 'string' && key !== 'kano' ? '' : null];
    }),
  );
  return { ...template, ...cleared, name };
}

export const koreanWorkbookWords: WorkbookWords = {
  ...koreanWords,
  houseSheet: '품질의 집',
  roofSheet: '지붕',
  hint: '흰 칸은 고쳐서 다시 들여올 수 있습니다. 하늘색 칸은 저절로 계산됩니다.',
  roofHint: '대각선 위에 ++, +, −, −−를 적습니다.',
  code: '번호',
  weightShare: '행 합으로 나눈 가중치',
};
