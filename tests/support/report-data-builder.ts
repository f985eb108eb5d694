import { deriveIndex } from '../../core/calc/index-derivation.ts';
import type { ActionRow } from '../../core/contract/action.contract.ts';
import type { CsfRow } from '../../core/contract/csf.contract.ts';
import type {
  IndexDefinition,
  IndexDerivation,
  ItemPoint,
  WavePoint,
} from '../../core/contract/csi.contract.ts';
import type { HandlingSummary } from '../../core/contract/handling.contract.ts';
import type { HouseView } from '../../core/contract/house.contract.ts';
import type { CsfStability } from '../../core/contract/stability.contract.ts';
import type { VocStatus } from '../../core/contract/voc.contract.ts';
import type { Overview } from '../../core/contract/workspace.contract.ts';
import { scoreHows } from '../../core/domain/house/house-matrix.ts';
import type { IndexComponent } from '../../core/domain/index/component-score.ts';
import { profileStamp } from '../../core/domain/profile/formula-profile.ts';
import { profileOfIndex } from '../../core/domain/profile/index-profile.ts';
import { dateOfDay, dayNumber } from '../../core/domain/voc/calendar-days.ts';
import { addToTally, emptyTally, figuresOf } from '../../core/domain/voc/handling-figures.ts';
import { weeklyVoc } from '../../core/domain/voc/weekly-voc.ts';
import { risingPeriods } from '../../core/domain/words/rising-periods.ts';
import { wordChanges } from '../../core/domain/words/rising-words.ts';
import type {
  CsfEvidence,
  GroupCut,
  InsightReportData,
  ReportData,
} from '../../core/reports/report-data.ts';
import { houseViewOf } from './house-view-builder.ts';

const needs = [
  '접수가 쉽고 빠르다',
  '기다리는 시간이 짧다',
  '약속한 시간에 방문한다',
  '한 번에 고쳐 준다',
  '고장 원인을 알기 쉽게 설명한다',
  '수리비를 미리 알려 준다',
  '부품이 제때 있다',
  '친절하고 공손하다',
  '수리한 뒤에도 확인해 준다',
  '개인정보를 지켜 준다',
  '센터가 찾기 쉽고 깨끗하다',
  '불만을 말하면 책임지고 처리한다',
];
const characteristics = [
  '1회 수리 완료율',
  '부품 재고 보유율',
  '예약 시간 준수율',
  '콜센터 20초 내 응답률',
  '수리비 사전 안내율',
  '기사 기술 자격 보유율',
  '접수 채널 통합률',
  '사후 확인 전화율',
  '센터 평균 대기 시간',
  '불만 처리 기한 준수율',
  '응대 표준 준수율',
  '원인 설명서 제공률',
  '개인정보 점검 적합률',
  '시설 점검 점수',
];

/** Twelve weeks with one far above the others, and one word of three that rises. */
function exampleInsight(): InsightReportData {
  const counts = [30, 26, 31, 27, 30, 26, 29, 28, 31, 27, 62, 12];
  const counted = counts.map((count, i) => {
    const from = dateOfDay(dayNumber('2026-08-31') + 7 * i);
    return { from, to: dateOfDay(dayNumber(from) + 6), count };
  });
  const line = (word: string, count: number, surface: string) => ({
    word,
    count,
    share: count / 359,
    surfaces: [{ text: surface, count }],
  });
  const { period, baseline } = risingPeriods('2026-11-18', 'month');
  const changes = [
    { word: '대기', period: 40, baseline: 20 },
    { word: '기사', period: 12, baseline: 34 },
  ];
  return {
    keywords: {
      total: 359,
      words: [line('기사', 120, '기사님'), line('대기', 60, '대기가'), line('부품', 31, '부품을')],
      others: 40,
      sample: null,
    },
    rising: {
      period,
      baseline,
      periodTotal: 130,
      baselineTotal: 229,
      tested: 2,
      words: wordChanges(changes, 130, 229),
      sample: null,
    },
    weekly: weeklyVoc({
      counted,
      whole: null,
      wholeDays: { from: '2026-08-31', to: '2026-11-18' },
      lastDay: '2026-11-18',
    }),
  };
}

/** The house of the worked example: 12 requirements × 14 characteristics, four chosen as CSF. */
export function exampleHouse(): HouseView {
  return houseViewOf({
    name: 'A/S 서비스 품질',
    whats: needs.map((name, i) => ({
      whatId: i + 1,
      code: `${Math.floor(i / 4) + 1}.${(i % 4) + 1}`,
      name,
      importance: 5 - (i % 4) * 0.8,
      vocCount: 40 + ((i * 37) % 90),
    })),
    hows: characteristics.map((name, j) => ({
      howId: j + 1,
      name,
      unit: j === 8 ? '분' : '%',
      direction: j === 8 ? 'down' : j === 12 ? 'target' : 'up',
      targetValue: j === 8 ? '10' : '95',
      csfId: j < 4 ? j + 1 : null,
    })),
    relations: needs.map((_need, i) => characteristics.map((_how, j) => strengthAt(i, j))),
  });
}

function strengthAt(i: number, j: number): number {
  if (i % characteristics.length === j || (i * 3 + 1) % 14 === j) return 9;
  if ((i * 5 + 2) % 14 === j || j === i % 4) return 3;
  return (i + j) % 5 === 0 ? 1 : 0;
}

function exampleCsfs(house: HouseView): CsfRow[] {
  const scores = scoreHows(house);
  return house.hows
    .filter((how) => how.csfId !== null)
    .map((how, index) => {
      const score = scores.get(how.howId);
      return {
        id: how.csfId ?? 0,
        houseId: house.id,
        houseName: house.name,
        howId: how.howId,
        howName: how.name,
        status: index === 3 ? 'proposed' : 'agreed',
        reason: `요구와의 관계가 넓고 ${index + 1}분기 불만의 상당수가 이 특성에서 나왔으므로 먼저 관리합니다.`,
        kpi: `${how.name} (월)`,
        owner: ['김수리', '이부품', '박예약', '최상담'][index] ?? '',
        targetValue: '95% 이상',
        chosenWeight: 0.1,
        chosenRank: index + 1,
        currentWeight: score?.relative ?? null,
        currentRank: score?.rank ?? null,
        chosenAt: '2026-04-02T10:00:00.000Z',
        actionCount: 4,
        openActionCount: 2,
        overdueActionCount: index === 1 ? 1 : 0,
        vocCount: 120 - index * 21,
        itemIds: index === 3 ? [] : [index + 1],
      };
    });
}

function exampleStability(csfs: readonly CsfRow[]): CsfStability[] {
  return csfs.map(({ id, houseId, howId }, index) => ({
    csfId: id,
    houseId,
    weightless: false,
    steps: 1_000_000,
    fingerprint: 'a',
    options: {
      draws: 10_000,
      seed: 20_011,
      weightNoise: 0.2,
      otherScales: [[5, 3, 1]],
      normalizations: ['none', 'lyman'],
    },
    standing:
      index === 3
        ? null
        : {
            howId,
            topK: 4,
            variants: 10_000,
            topShare: 0.94 - index * 0.2,
            topPercent: 94 - index * 20,
            rankMedian: index + 1,
            rankLow: index + 1,
            rankHigh: index + 4,
            grade: index === 0 ? 'firm' : 'likely',
          },
  }));
}

function exampleActions(csfs: readonly CsfRow[]): ActionRow[] {
  const statuses = ['done', 'inProgress', 'planned', 'done', 'onHold', 'cancelled'] as const;
  return Array.from({ length: 15 }, (_, i) => {
    const status = statuses[i % statuses.length] ?? 'planned';
    const csf = csfs[i % csfs.length];
    const overdue = i === 1 || i === 7;
    return {
      id: i + 1,
      title: `${csf?.howName ?? ''} 개선 ${i + 1}차: 점검표를 바꾸고 주간 회의에서 확인`,
      description: '현장 점검표를 새로 만들고 지점별로 적용한다.',
      csfId: csf?.id ?? null,
      csfName: csf?.howName ?? null,
      owner: ['김수리', '이부품', '박예약'][i % 3] ?? '',
      department: ['서비스기획팀', '부품물류팀', '고객지원팀'][i % 3] ?? '',
      dueDate: i === 9 ? null : `2026-${String((i % 9) + 3).padStart(2, '0')}-15`,
      status,
      expectedEffect: '재방문 문의를 월 200건 줄인다.',
      overdue,
      daysLeft: overdue ? -12 - i : 40,
      completedOn: status === 'done' ? '2026-08-01' : null,
      createdAt: '2026-04-10T00:00:00.000Z',
    };
  });
}

const exampleIndex: IndexDefinition = {
  id: 1,
  name: 'CSI',
  version: 2,
  components: [
    { name: '요소만족', weight: 0.5, score: 'mean-0-100', itemIds: [1, 2, 3, 4, 5] },
    { name: '전반만족', weight: 0.3, score: 'top-2', itemIds: [6] },
    { name: '재이용', weight: 0.2, score: 'top-2', itemIds: [7] },
  ],
};

function exampleWavePoints(): WavePoint[] {
  const point = (waveId: number, index: number): Omit<WavePoint, 'change'> => ({
    waveId,
    waveName: `2026년 ${waveId}차`,
    surveyedOn: `2026-0${waveId * 3}-20`,
    n: 600,
    effectiveN: 571.4,
    index,
    standardError: 0.9,
    ci95: [index - 1.77, index + 1.77],
    notes: [],
    components: [
      { name: '요소만족', score: index + 2 },
      { name: '전반만족', score: index - 3 },
      { name: '재이용', score: index - 0.5 },
    ],
  });
  return [
    { ...point(1, 66.24), change: null },
    {
      ...point(2, 69.91),
      change: { difference: 3.67, ci95: [1.17, 6.17], p: 0.0041, significant: true },
    },
  ];
}

function exampleItems(): ItemPoint[] {
  return needs.slice(0, 7).map((label, i) => ({
    itemId: i + 1,
    label,
    requirementIds: [i + 1],
    waves: [1, 2].map((waveId) => {
      const score = 58 + i * 3 + (waveId === 2 ? (i === 4 ? -1.4 : 5 - i) : 0);
      return {
        waveId,
        n: 598,
        mean: 1 + (score / 100) * 6,
        score,
        ci95: [score - 1.6, score + 1.6],
      };
    }),
  }));
}

function exampleCuts(): GroupCut[] {
  const branches =
    '강남 강북 분당 수원 인천 부천 대전 청주 천안 광주 전주 목포 대구 포항 구미 부산 울산 창원 춘천 원주 강릉 제주 서귀포 세종'.split(
      ' ',
    );
  const points = (names: readonly string[], n: number) =>
    names.map((group, i) => ({
      group,
      n: n + i,
      effectiveN: n + i,
      index: i === 5 ? null : 62 + ((i * 7) % 17),
      standardError: 2,
      ci95: i === 5 ? null : ([58 + ((i * 7) % 17), 66 + ((i * 7) % 17)] as [number, number]),
      notes: [],
      previousIndex: i % 5 === 0 ? null : 60 + ((i * 5) % 16),
    }));
  return [
    { by: 'region', name: '', points: points(['수도권', '충청', '호남', '영남', '강원'], 90) },
    {
      by: 'branch',
      name: '',
      points: points(
        branches.map((name) => `${name}서비스센터`),
        22,
      ),
    },
    { by: 'segment', name: '연령대', points: points(['20대', '30대', '40대', '50대 이상'], 140) },
  ];
}

const voices = [
  '세 번이나 방문했는데도 같은 고장이 또 났습니다. 한 번에 제대로 고쳐 주세요.',
  '부품이 없다고 2주를 기다렸어요. 미리 말해 주셨으면 다른 방법을 찾았을 텐데요.',
  '오전 10시에 온다던 기사님이 오후 3시에 오셨습니다. 연락처 010-****-**** 로 전화 한 통 없었어요.',
  '상담원 연결까지 15분이 걸렸습니다.',
];

function exampleEvidence(csfs: readonly CsfRow[]): CsfEvidence[] {
  return csfs.map((csf, i) => ({
    csfId: csf.id,
    voc: {
      total: csf.vocCount,
      sample: voices.map((_voice, k) => ({
        id: 100 * (i + 1) + k,
        text: voices[(i + k) % voices.length] ?? '',
        receivedAt: `2026-0${k + 1}-1${i}T09:30`,
      })),
    },
    requirements: [
      { id: i + 1, code: `1.${i + 1}`, name: needs[i] ?? '', vocCount: csf.vocCount, quote: null },
    ],
    items:
      i === 3
        ? []
        : [i + 1, i + 2].map((id) => ({
            id,
            label: needs[id - 1] ?? '',
            byCsf: id === i + 1,
            scores: [
              { waveName: '2025 하반기', score: 61.2, n: 300 },
              { waveName: '2026 상반기', score: 64.9, n: 310 },
            ],
          })),
  }));
}

function exampleOverview(csfs: readonly CsfRow[], actions: readonly ActionRow[]): Overview {
  const kinds = ['complaint', 'suggestion', 'question', 'praise'];
  return {
    voc: { total: 3000, unassigned: 2210, complaints: 1412, last30Days: 240 },
    requirements: { total: 30, withoutEvidence: 2 },
    houses: { total: 1, whats: 12, hows: 14, filledCells: 60 },
    csfs: { total: csfs.length, agreed: 3, withoutAction: 0 },
    actions: {
      total: actions.length,
      open: actions.filter(({ status }) => status !== 'done' && status !== 'cancelled').length,
      overdue: actions.filter(({ overdue }) => overdue).length,
      done: actions.filter(({ status }) => status === 'done').length,
    },
    waves: { total: 2, respondents: 1200 },
    latestCsi: null,
    vocByMonth: Array.from(
      { length: 12 },
      (_, m) => `2026-${String(m + 1).padStart(2, '0')}`,
    ).flatMap((month, m) =>
      kinds.map((kind, k) => ({ month, kind, count: 120 - k * 25 + ((m * 13) % 40) })),
    ),
  };
}

/** A workspace in full swing, as a report gets it. */
export function exampleReportData(): ReportData {
  const house = exampleHouse();
  const csfs = exampleCsfs(house);
  const actions = exampleActions(csfs);
  const wavePoints = exampleWavePoints();
  return {
    workspace: {
      name: '한빛전자서비스',
      fileName: '한빛전자서비스.csm',
      displayPath: '한빛전자서비스.csm',
      schemaVersion: 1,
      sample: true,
      createdAt: '2026-01-02T00:00:00.000Z',
    },
    createdAt: '2026-11-21 10:05',
    overview: exampleOverview(csfs, actions),
    insight: exampleInsight(),
    handling: exampleHandling(),
    houses: [house],
    csfs,
    stability: exampleStability(csfs),
    actions,
    waves: wavePoints.map((point) => ({
      id: point.waveId,
      name: point.waveName,
      surveyedOn: point.surveyedOn,
      respondentCount: point.n,
      itemCount: 7,
      vocCount: 0,
    })),
    indexes: [
      {
        definition: exampleIndex,
        wavePoints,
        derivation: exampleDerivation(),
        items: exampleItems(),
        cuts: exampleCuts(),
      },
    ],
    evidence: exampleEvidence(csfs),
  };
}

/** Of four answers: the shape of a derivation, not of the figures above. */
function exampleDerivation(): IndexDerivation {
  const answers = Float64Array.of(4, 5, 6, 7);
  const component: IndexComponent = {
    name: '전반만족',
    weight: 1,
    score: 'mean-0-100',
    items: [{ values: answers, scaleMin: 1, scaleMax: 7 }],
  };
  const profile = profileStamp(profileOfIndex(exampleIndex));
  return {
    explanation: deriveIndex([component], new Float64Array(4).fill(1), profile),
    itemNames: [['전반적으로 만족한다']],
  };
}

/** Ten answered, eight of them in time; two overdue. */
function exampleHandling(): HandlingSummary {
  const tally = emptyTally();
  const add = (count: number, days: number, status: VocStatus) => {
    for (let k = 0; k < count; k++) {
      const repliedAt = status === 'replied' ? `2026-10-${10 + days}T10:00:00` : null;
      const voc = { status, dueOn: '2026-10-17', repliedAt, closedAt: null };
      addToTally(
        tally,
        { ...voc, receivedAt: '2026-10-10', handlingSatisfaction: null },
        '2026-11-21',
      );
    }
  };
  add(8, 3, 'replied');
  add(2, 12, 'replied');
  add(2, 0, 'received');
  const total = figuresOf(tally);
  return {
    today: '2026-11-21',
    total,
    groups: [{ value: '김상담', figures: total }],
    elapsedMs: 1,
  };
}

/** A workspace in which nothing has been done yet. */
export function emptyReportData(): ReportData {
  const full = exampleReportData();
  return {
    ...full,
    insight: null,
    handling: null,
    overview: {
      voc: { total: 0, unassigned: 0, complaints: 0, last30Days: 0 },
      requirements: { total: 0, withoutEvidence: 0 },
      houses: { total: 0, whats: 0, hows: 0, filledCells: 0 },
      csfs: { total: 0, agreed: 0, withoutAction: 0 },
      actions: { total: 0, open: 0, overdue: 0, done: 0 },
      waves: { total: 0, respondents: 0 },
      latestCsi: null,
      vocByMonth: [],
    },
    houses: [],
    csfs: [],
    actions: [],
    waves: [],
    indexes: [],
    evidence: [],
  };
}
