import { addDays } from './sample-calendar.ts';
import type { HouseBuild } from './sample-house.ts';
import type { HowKey } from './sample-house-tree.ts';
import type { SampleAction, SampleCsf } from './sample-types.ts';

interface CsfLine
  extends Pick<SampleCsf, 'status' | 'reason' | 'kpi' | 'owner' | 'targetValue' | 'itemIds'> {
  readonly how: HowKey;
}

const csfLines: readonly CsfLine[] = [
  {
    how: 'firstFix',
    itemIds: [12],
    status: 'agreed',
    reason:
      '가중치 1위. 재방문이 줄면 예약 적체와 부품 대기까지 함께 풀린다는 데 현장과 상담실이 모두 동의함. 30일 이내 재수리율은 이 지표의 결과로 보고 따로 두지 않기로 함.',
    kpi: '1회 방문 해결률(접수 1건을 한 번의 방문으로 끝낸 비율)',
    owner: '윤태건 기술지원팀장',
    targetValue: '88%',
  },
  {
    how: 'punctuality',
    itemIds: [9, 10],
    status: 'agreed',
    reason:
      '가중치 2위이고 불만 건수가 가장 많은 항목. 사전 연락 실시율은 수단이므로 합쳐서 관리하기로 함. 기사별이 아니라 센터별로 공개하자는 의견을 채택.',
    kpi: '약속 시간 ±15분 안에 도착한 방문의 비율',
    owner: '서다은 방문서비스팀장',
    targetValue: '95%',
  },
  {
    how: 'feeNotice',
    itemIds: [7, 13],
    status: 'agreed',
    reason:
      '가중치 순위는 11위지만 심각도 4 이상 불만의 비중이 가장 높고 분쟁으로 번지는 일이 잦아 워크숍에서 전원 합의로 올림.',
    kpi: '수리 시작 전 금액을 안내하고 동의를 받은 건의 비율',
    owner: '고은채 고객보호팀장',
    targetValue: '100%',
  },
  {
    how: 'bookingRate',
    itemIds: [1],
    status: 'proposed',
    reason:
      '최근 두 분기 동안 앱 예약 오류 VOC가 계속 늘고 있어 제안. 원인이 화면인지 예약 서버인지 IT운영팀이 확인한 뒤 다음 회의에서 결정하기로 함.',
    kpi: '예약을 시작한 고객 가운데 접수 완료까지 간 비율',
    owner: '임재하 디지털채널팀장',
    targetValue: '90%',
  },
  {
    how: 'partsFill',
    itemIds: [12],
    status: 'proposed',
    reason:
      '1회 방문 해결률을 올리려면 함께 가야 한다는 자재팀 의견. 거점 창고 예산이 확정되지 않아 합의는 미룸.',
    kpi: '접수 당일 필요한 부품을 확보한 건의 비율',
    owner: '배준서 자재팀장',
    targetValue: '92%',
  },
];

export function buildCsfs(today: string, build: HouseBuild): SampleCsf[] {
  return csfLines.map(({ how, ...line }) => {
    const howId = build.howIdOf.get(how) ?? 0;
    return {
      ...line,
      howId,
      chosenWeight: build.relative[howId - 1] ?? 0,
      chosenRank: build.rank[howId - 1] ?? 0,
      chosenOn: addDays(today, line.status === 'agreed' ? -187 : -33),
    };
  });
}

interface ActionLine
  extends Pick<
    SampleAction,
    'title' | 'description' | 'owner' | 'department' | 'status' | 'expectedEffect'
  > {
  readonly csf: HowKey | null;
  /** Days from today; negative is past. */
  readonly created: number;
  readonly due: number | null;
  readonly completed?: number;
}

/** Five done before the second wave, three overdue, every status at least once. */
const actionLines: readonly ActionLine[] = [
  {
    csf: 'punctuality',
    title: '방문 예약을 2시간 단위에서 1시간 단위로 바꾸기',
    description:
      '수도권 11개 센터 시범 후 전 센터로 확대. 배차 프로그램의 이동 시간 기준을 실제 주행 기록으로 다시 잡음.',
    owner: '서다은',
    department: '방문서비스팀',
    status: 'done',
    expectedEffect: '방문 시간 준수율 81% → 92%, 시간 관련 불만 절반으로 감소',
    created: -184,
    due: -150,
    completed: -153,
  },
  {
    csf: 'punctuality',
    title: '출발 알림과 도착 30분 전 전화 의무화',
    description:
      '기사 단말에서 출발을 누르면 고객에게 알림이 가고, 30분 전 전화는 배차실이 확인함.',
    owner: '문채원',
    department: '방문서비스팀',
    status: 'done',
    expectedEffect: '사전 연락 실시율 74% → 98%',
    created: -182,
    due: -130,
    completed: -127,
  },
  {
    csf: 'punctuality',
    title: '30분 넘게 늦을 때 대체 기사 배정 기준 만들기',
    description: '앞 작업이 길어지면 센터장이 인근 기사로 바꿔 배정. 남동·김해센터부터 적용 중.',
    owner: '문채원',
    department: '방문서비스팀',
    status: 'inProgress',
    expectedEffect: '1시간 이상 지연 건 70% 감소',
    created: -62,
    due: 25,
  },
  {
    csf: 'firstFix',
    title: '자주 나가는 부품 20종 차량 상시 적재',
    description:
      '최근 1년 교체 실적으로 품목을 정하고 계절마다 바꿔 실음. 여름은 에어컨 기판과 모터 위주.',
    owner: '배준서',
    department: '자재팀',
    status: 'done',
    expectedEffect: '부품이 없어 다시 오는 방문 월 420건 → 150건',
    created: -180,
    due: -100,
    completed: -104,
  },
  {
    csf: 'firstFix',
    title: '증상별 사전 진단 질문지 도입',
    description: '접수할 때 상담원이 제품별 질문 5개를 묻고 기사에게 예상 원인과 부품을 넘김.',
    owner: '윤태건',
    department: '기술지원팀',
    status: 'done',
    expectedEffect: '1회 방문 해결률 +5%p',
    created: -160,
    due: -75,
    completed: -71,
  },
  {
    csf: 'firstFix',
    title: '재수리 건 원인 검토 회의(격주)',
    description: '30일 안에 다시 접수된 건을 센터별로 3건씩 골라 원인을 나눔. 두 차례 미뤄짐.',
    owner: '노유찬',
    department: '기술지원팀',
    status: 'inProgress',
    expectedEffect: '30일 이내 재수리율 5.4% → 3.0%',
    created: -120,
    due: -9,
  },
  {
    csf: 'partsFill',
    title: '부품 거점 창고 두 곳 신설(충청, 경남)',
    description: '후보지 조사는 마침. 예산 심의가 내년으로 넘어가 보류.',
    owner: '배준서',
    department: '자재팀',
    status: 'onHold',
    expectedEffect: '부품 대기 평균 4.2일 → 2일',
    created: -95,
    due: 70,
  },
  {
    csf: 'partsFill',
    title: '단종 부품 재고를 상담 화면에서 바로 보이게 하기',
    description: '상담원이 접수하면서 부품 유무를 알려 줄 수 있도록 자재 시스템과 연결.',
    owner: '임재하',
    department: '디지털채널팀',
    status: 'planned',
    expectedEffect: '부품이 없어 취소되는 접수 사전 안내 100%',
    created: -28,
    due: 45,
  },
  {
    csf: 'feeNotice',
    title: '표준 수리비 공개와 현장 서면 고지',
    description:
      '홈페이지와 앱에 제품별 요금표를 올리고, 기사는 작업 전에 금액을 적어 동의 서명을 받음.',
    owner: '고은채',
    department: '고객보호팀',
    status: 'done',
    expectedEffect: '수리비 사전 고지율 68% → 95%, 비용 분쟁 월 30건 이하',
    created: -170,
    due: -70,
    completed: -58,
  },
  {
    csf: 'feeNotice',
    title: '항목별 수리 내역서 휴대전화로 자동 발송',
    description: '결제가 끝나면 부품비·기술료·출장비를 나눠 보냄. 전주·유성센터에서 시험 중.',
    owner: '고은채',
    department: '고객보호팀',
    status: 'inProgress',
    expectedEffect: '내역 문의 전화 월 600통 → 200통',
    created: -54,
    due: 14,
  },
  {
    csf: 'bookingRate',
    title: '앱 예약 오류 원인 점검과 긴급 수정',
    description: '날짜 선택 뒤 멈추는 오류와 접수 누락 두 가지를 먼저 고침. 배포 한 차례 연기.',
    owner: '임재하',
    department: '디지털채널팀',
    status: 'inProgress',
    expectedEffect: '앱 예약 오류 VOC 월 40건 → 10건 이하',
    created: -47,
    due: -4,
  },
  {
    csf: 'bookingRate',
    title: '큰 글씨 예약 화면과 세 단계 간편 접수',
    description: '제품, 증상, 날짜만 고르면 끝나는 화면. 고령 고객 12명 사용성 시험 예정.',
    owner: '진하윤',
    department: '디지털채널팀',
    status: 'planned',
    expectedEffect: '60대 이상 앱 예약 완료율 52% → 75%',
    created: -20,
    due: 82,
  },
  {
    csf: null,
    title: '월요일 오전 상담 인력 보강',
    description:
      '통화가 몰리는 월요일 9~12시에 시간제 상담원 8명 투입. 채용 공고가 늦어져 시작 못 함.',
    owner: '탁민서',
    department: '상담운영팀',
    status: 'planned',
    expectedEffect: '연결 대기 95초 → 40초',
    created: -70,
    due: -15,
  },
  {
    csf: null,
    title: '남동·김해센터 현장 밀착 지도',
    description: '두 센터에 8주 동안 우수 기사 동행 교육과 주간 점검. 현재 5주째.',
    owner: '서다은',
    department: '방문서비스팀',
    status: 'inProgress',
    expectedEffect: '두 센터 CSI를 전사 평균 3점 이내로',
    created: -40,
    due: 30,
  },
  {
    csf: null,
    title: '평일 저녁 9시까지 센터 연장 운영 시범',
    description:
      '분당·마포센터에서 3주 시범. 이용이 하루 평균 2명에 그쳐 그만두고 토요일 운영을 검토하기로 함.',
    owner: '탁민서',
    department: '센터운영팀',
    status: 'cancelled',
    expectedEffect: '직장인 고객 방문 편의 개선',
    created: -140,
    due: -60,
  },
];

export function buildActions(
  today: string,
  csfs: readonly SampleCsf[],
  build: HouseBuild,
): SampleAction[] {
  return actionLines.map(({ csf, created, due, completed, ...line }) => ({
    ...line,
    csfId: csf === null ? null : csfs.findIndex((row) => row.howId === build.howIdOf.get(csf)) + 1,
    dueDate: due === null ? null : addDays(today, due),
    completedOn: completed === undefined ? null : addDays(today, completed),
    createdOn: addDays(today, created),
  }));
}
