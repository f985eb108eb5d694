import type { AgendaEvent, Consensus } from '../contract/workshop.contract.ts';
import type { SeededRandom } from '../numerics/seeded-random.ts';
import { addDays } from './sample-calendar.ts';
import type { HouseBuild } from './sample-house.ts';
import type { HowKey } from './sample-house-tree.ts';
import type { RequirementKey } from './sample-requirements.ts';
import type { SampleJudgement, SampleWorkshop } from './sample-types.ts';

/** Planned minutes, and those it took. */
const agenda: readonly (readonly [name: string, minutes: number, spent: number])[] = [
  ['취지와 진행 방식 안내', 10, 9],
  ['고객 요구 12가지 함께 읽기', 20, 22],
  ['관계 점수 매기기(서로 보지 않고)', 25, 24],
  ['의견이 갈린 칸 토론', 40, 47],
  ['중요도 다시 매기기', 10, 9],
  ['핵심 품질요소 합의', 15, 17],
];

type DecisionLine = readonly [
  what: RequirementKey,
  how: HowKey | null,
  before: number,
  after: number,
  consensus: Consensus,
  reason: string,
];

/** What the votes on these were split over; the house holds what was decided. */
const decisionLines: readonly DecisionLine[] = [
  [
    'parts',
    'firstFix',
    3,
    9,
    'agreed',
    '재방문 사유의 58%가 부품을 챙기지 못한 경우라는 기술지원팀 집계를 보고 전원 동의.',
  ],
  [
    'notice',
    'punctuality',
    3,
    9,
    'agreed',
    '연락을 받아도 그 시간에 오지 않으면 소용이 없다는 상담실 의견에 모두 동의.',
  ],
  [
    'earlySlot',
    'firstFix',
    0,
    3,
    'majority',
    '재방문이 줄면 그만큼 예약 자리가 난다는 배차 자료를 근거로 8명 중 6명이 찬성.',
  ],
  [
    'feeBefore',
    'firstCall',
    9,
    3,
    'majority',
    '상담에서는 금액 범위만 말할 수 있고 확정 금액은 현장에서 나오므로 낮춤.',
  ],
  [
    'fairClaim',
    'repeatRepair',
    0,
    3,
    'facilitator',
    '교환 기준에 재수리 횟수가 들어가 있어 관계가 있다고 보고 진행자가 정함.',
  ],
  [
    'courtesy',
    'feeNotice',
    1,
    1,
    'open',
    '금액을 설명하는 태도의 문제인지 고지 여부의 문제인지 가리지 못해 다음 모임에서 다시 보기로 함.',
  ],
  [
    'feeBefore',
    null,
    4,
    5,
    'agreed',
    '심각도 4 이상 불만의 비중이 가장 높다는 VOC 자료를 보고 한 단계 올림.',
  ],
];

/** Relations that were scored again, in the order of the house. */
const askedWhats: readonly RequirementKey[] = [
  'notice',
  'earlySlot',
  'parts',
  'feeBefore',
  'fairClaim',
  'courtesy',
];
const askedHows: readonly HowKey[] = [
  'punctuality',
  'firstFix',
  'repeatRepair',
  'firstCall',
  'feeNotice',
];

const beganAt = { hour: 5, minute: 0 };

export function buildWorkshop(
  random: SeededRandom,
  today: string,
  build: HouseBuild,
  { participants }: SampleJudgement,
): SampleWorkshop {
  const heldOn = addDays(today, -187);
  const start = Date.parse(
    `${heldOn}T0${beganAt.hour}:${String(beganAt.minute).padStart(2, '0')}:00.000Z`,
  );
  const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
  const what = (key: RequirementKey) => build.whatIdOf.get(key) ?? 0;
  const how = (key: HowKey) => build.howIdOf.get(key) ?? 0;
  return {
    name: '핵심 품질요소 합의 워크숍',
    heldOn,
    place: '본사 7층 대회의실',
    facilitator: '변수아',
    goal: '부서마다 다르게 보던 관계를 한 장에서 맞추고, 올해 관리할 핵심 품질요소를 정한다.',
    conclusion:
      '1회 방문 해결률, 방문 시간 준수율, 수리비 사전 고지율을 핵심 품질요소로 정하고 담당 팀장이 목표를 맡기로 함. 앱·웹 예약 완료율과 부품 확보율은 제안 상태로 두고 원인과 예산을 확인한 뒤 다시 다루기로 함.',
    agenda: agenda.map(([name, minutes]) => ({ name, minutes })),
    agendaEvents: agendaEvents(start),
    rounds: [
      {
        subject: 'relations',
        whatIds: askedWhats.map(what),
        howIds: askedHows.map(how),
        openedAt: after(32),
        closedAt: after(54),
      },
      {
        subject: 'importance',
        whatIds: build.house.whats.map((_, i) => i + 1),
        howIds: [],
        openedAt: after(103),
        closedAt: after(110),
      },
    ],
    votes: [
      ...relationVotes(random.fork(), build, participants.length),
      ...importanceVotes(random.fork(), build, participants.length),
    ],
    decisions: [
      ...decisionLines.map(([whatKey, howKey, before, value, consensus, reason], i) => ({
        roundId: howKey === null ? 2 : 1,
        whatId: what(whatKey),
        howId: howKey === null ? null : how(howKey),
        subject: '',
        outcome: '',
        before,
        after: consensus === 'open' ? null : value,
        reason,
        consensus,
        at: after(howKey === null ? 111 : 60 + i * 7),
      })),
      {
        roundId: null,
        whatId: null,
        howId: null,
        subject: '올해의 핵심 품질요소',
        outcome: '1회 방문 해결률, 방문 시간 준수율, 수리비 사전 고지율 세 가지로 정함.',
        before: null,
        after: null,
        reason: '가중치 순위와 심각한 불만의 비중을 함께 봄.',
        consensus: 'agreed',
        at: after(126),
      },
    ],
  };
}

function agendaEvents(start: number): AgendaEvent[] {
  let at = start;
  return agenda.flatMap(([, , spent], i) => {
    const began = at;
    at += spent * 60_000;
    return [
      { itemId: i + 1, act: 'start', at: began },
      { itemId: i + 1, act: 'finish', at },
    ];
  });
}

const relationLevels = [0, 1, 3, 9];

function relationVotes(
  random: SeededRandom,
  { house, whatIdOf, howIdOf }: HouseBuild,
  voters: number,
): SampleWorkshop['votes'] {
  return askedWhats.flatMap((whatKey) =>
    askedHows.flatMap((howKey) => {
      const whatId = whatIdOf.get(whatKey) ?? 0;
      const howId = howIdOf.get(howKey) ?? 0;
      const value =
        house.relations.find((cell) => cell.whatId === whatId && cell.howId === howId)?.strength ??
        0;
      const contested = decisionLines.find(([w, h]) => w === whatKey && h === howKey);
      const vote = (voter: number) => {
        if (contested === undefined) return neighbour(random, value, 0.12);
        // Every second one clings to what the draft said, or sees more in it than the others.
        const [, , before, after] = contested;
        if (voter % 2 === 0) return value;
        return before === after ? nextLevel(value) : neighbour(random, before, 0.2);
      };
      return ballots(voters, { roundId: 1, whatId, howId }, vote);
    }),
  );
}

function nextLevel(value: number): number {
  return relationLevels[relationLevels.indexOf(value) + 1] ?? value;
}

/** A level, or now and then the one beside it. */
function neighbour(random: SeededRandom, value: number, often: number): number {
  if (!random.chance(often)) return value;
  const place = relationLevels.indexOf(value) + (random.chance(0.5) ? 1 : -1);
  return relationLevels[place] ?? value;
}

function importanceVotes(
  random: SeededRandom,
  { house }: HouseBuild,
  voters: number,
): SampleWorkshop['votes'] {
  return house.whats.flatMap(({ importance }, i) => {
    const vote = () => {
      const moved = random.chance(0.3) ? (random.chance(0.5) ? 1 : -1) : 0;
      return Math.min(5, Math.max(1, importance + moved));
    };
    return ballots(voters, { roundId: 2, whatId: i + 1, howId: null }, vote);
  });
}

function ballots(
  voters: number,
  asked: { roundId: number; whatId: number; howId: number | null },
  vote: (voter: number) => number,
): SampleWorkshop['votes'] {
  return Array.from({ length: voters }, (_, i) => ({
    ...asked,
    participantId: i + 1,
    value: vote(i),
  }));
}
