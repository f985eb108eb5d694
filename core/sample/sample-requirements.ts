import type { KanoClass } from '../contract/requirement.contract.ts';
import { addDays } from './sample-calendar.ts';
import type { SampleRequirement } from './sample-types.ts';

/** The third level, which VOC, survey items and the house refer to. */
export type RequirementKey =
  | 'onTime'
  | 'notice'
  | 'earlySlot'
  | 'parts'
  | 'lastingRepair'
  | 'installQuality'
  | 'cleanWork'
  | 'callConnect'
  | 'appBooking'
  | 'easyForElders'
  | 'feeBefore'
  | 'feeDetail'
  | 'fairClaim'
  | 'courtesy'
  | 'comfort';

interface Leaf {
  readonly key: RequirementKey;
  readonly name: string;
  readonly description: string;
}

interface Branch {
  readonly name: string;
  readonly description: string;
  readonly leaves: readonly Leaf[];
}

interface Root {
  readonly name: string;
  readonly description: string;
  readonly branches: readonly Branch[];
}

/** 5 · 10 · 15, named in the customers' words (CS요소 전개표). */
const tree: readonly Root[] = [
  {
    name: '약속한 때에 와 주면 좋겠다',
    description: '방문 일정과 시간에 대한 요구. 반차를 내거나 외출을 미루고 기다리는 고객이 많다.',
    branches: [
      {
        name: '하루를 통째로 비우지 않게 해 달라',
        description: '언제 오는지 알아야 그날 일을 볼 수 있다.',
        leaves: [
          {
            key: 'onTime',
            name: '온다고 한 시간에 정확히 와 달라',
            description: '지연, 시간대가 너무 넓은 안내, 오지 않는 방문을 모두 포함한다.',
          },
          {
            key: 'notice',
            name: '늦거나 바뀌면 미리 알려 달라',
            description: '기사 출발과 도착, 일정 변경, 부품 지연을 고객이 묻기 전에 알린다.',
          },
        ],
      },
      {
        name: '오래 기다리지 않고 고치고 싶다',
        description: '접수한 날부터 다 고칠 때까지 걸리는 날수.',
        leaves: [
          {
            key: 'earlySlot',
            name: '급할 때 빨리, 내가 되는 날에 와 달라',
            description: '성수기 예약 적체, 예약 변경, 주말과 저녁 방문.',
          },
          {
            key: 'parts',
            name: '부품이 없다고 미루지 말아 달라',
            description: '부품 대기 일수와 입고 예정일 안내.',
          },
        ],
      },
    ],
  },
  {
    name: '한 번에 제대로 고쳐 주면 좋겠다',
    description: '수리와 설치의 품질. 재방문은 비용보다 믿음을 더 크게 깎는다.',
    branches: [
      {
        name: '같은 고장으로 또 부르고 싶지 않다',
        description: '재고장, 오진, 부품과 장비를 챙기지 않은 방문.',
        leaves: [
          {
            key: 'lastingRepair',
            name: '원인을 찾아 한 번에 고쳐 달라',
            description: '30일 안에 같은 증상으로 다시 접수한 건을 중심으로 본다.',
          },
        ],
      },
      {
        name: '설치와 마무리가 깔끔했으면 한다',
        description: '작업하고 간 자리가 작업의 인상을 정한다.',
        leaves: [
          {
            key: 'installQuality',
            name: '설치가 튼튼하고 조용해야 한다',
            description: '수평, 배관, 진동과 소음, 설치 중 파손.',
          },
          {
            key: 'cleanWork',
            name: '작업한 자리를 깨끗이 치워 달라',
            description: '먼지, 물기, 헌 부품, 신발 자국.',
          },
        ],
      },
    ],
  },
  {
    name: '쉽게 연락하고 쉽게 맡기고 싶다',
    description: '접수와 상담의 문턱.',
    branches: [
      {
        name: '전화하면 바로 사람이 받았으면 한다',
        description: '연결 대기와 되풀이 설명.',
        leaves: [
          {
            key: 'callConnect',
            name: '기다리지 않고 상담원과 이야기하고 싶다',
            description: '연결 대기, 콜백 누락, 부서를 옮길 때마다 다시 하는 설명.',
          },
        ],
      },
      {
        name: '누구나 쉽게 접수할 수 있어야 한다',
        description: '앱과 홈페이지, 그리고 그것이 어려운 고객.',
        leaves: [
          {
            key: 'appBooking',
            name: '앱이나 홈페이지 예약이 끊기지 않아야 한다',
            description: '예약 오류, 로그인 풀림, 접수가 사라짐.',
          },
          {
            key: 'easyForElders',
            name: '나이 든 사람도 쉽게 부를 수 있어야 한다',
            description: '자동응답 단계, 작은 글씨, 빠른 설명.',
          },
        ],
      },
    ],
  },
  {
    name: '비용과 보상이 납득되어야 한다',
    description: '금액 자체보다 모르고 내는 돈에 대한 불만이 크다.',
    branches: [
      {
        name: '얼마인지 알고 맡기고 싶다',
        description: '수리비의 사전 고지와 내역.',
        leaves: [
          {
            key: 'feeBefore',
            name: '고치기 전에 얼마인지 말해 달라',
            description: '출장비, 부품비, 기술료의 사전 안내와 동의.',
          },
          {
            key: 'feeDetail',
            name: '무엇에 얼마를 냈는지 내역을 달라',
            description: '영수증과 항목별 명세, 현금영수증.',
          },
        ],
      },
      {
        name: '보증과 환불이 공정해야 한다',
        description: '보증 기준 해석과 교환·환불의 처리 속도.',
        leaves: [
          {
            key: 'fairClaim',
            name: '보증·교환·환불은 기준대로 빨리 해 달라',
            description: '사람마다 다른 답, 서류 되풀이 요구, 환불 지연.',
          },
        ],
      },
    ],
  },
  {
    name: '손님으로 존중받고 싶다',
    description: '말과 태도, 그리고 머무는 자리.',
    branches: [
      {
        name: '친절하고 정중하게 대해 달라',
        description: '기사와 상담원, 센터 직원의 응대.',
        leaves: [
          {
            key: 'courtesy',
            name: '말투와 태도가 정중해야 한다',
            description: '인사, 설명하는 태도, 귀찮아하지 않는 모습. 칭찬도 여기에 모은다.',
          },
        ],
      },
      {
        name: '믿고 편히 머물고 싶다',
        description: '센터 환경과 개인정보.',
        leaves: [
          {
            key: 'comfort',
            name: '센터에서 편히 기다리고 내 정보가 지켜져야 한다',
            description: '대기 순번, 주차, 청결, 연락처와 주소의 취급.',
          },
        ],
      },
    ],
  },
];

/** As a Kano questionnaire of the first wave would have it. */
const kanoOf: Readonly<Record<RequirementKey, KanoClass>> = {
  onTime: 'M',
  notice: 'O',
  earlySlot: 'O',
  parts: 'M',
  lastingRepair: 'M',
  installQuality: 'M',
  cleanWork: 'O',
  callConnect: 'O',
  appBooking: 'O',
  easyForElders: 'A',
  feeBefore: 'M',
  feeDetail: 'O',
  fairClaim: 'O',
  courtesy: 'O',
  comfort: 'A',
};

export interface RequirementTree {
  rows: SampleRequirement[];
  /** Id of each third-level requirement. */
  idOf: ReadonlyMap<RequirementKey, number>;
}

/** The tree as rows in outline order: ids are 1-based places in `rows`. */
export function buildRequirements(today: string): RequirementTree {
  const rows: SampleRequirement[] = [];
  const idOf = new Map<RequirementKey, number>();
  const createdOn = addDays(today, -201);
  const add = (parentId: number | null, position: number, node: Omit<Leaf, 'key'>): number => {
    const { name, description } = node;
    const judged = { kano: null, quote: null };
    return rows.push({ parentId, name, description, position, createdOn, ...judged });
  };
  for (const [i, root] of tree.entries()) {
    const rootId = add(null, i, root);
    for (const [j, branch] of root.branches.entries()) {
      const branchId = add(rootId, j, branch);
      for (const [k, leaf] of branch.leaves.entries()) {
        const id = add(branchId, k, leaf);
        idOf.set(leaf.key, id);
        const row = rows[id - 1];
        if (row !== undefined) row.kano = kanoOf[leaf.key];
      }
    }
  }
  return { rows, idOf };
}
