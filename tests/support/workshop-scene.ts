import type { TestHost } from './host-builder.ts';
import { addRequirement } from './workspace-seeds.ts';

/** What customers of a repair service want: 30 requirements. */
const wantedNames: readonly string[] = [
  '전화가 빨리 연결되면 좋겠다',
  '한 번에 담당자와 통화하고 싶다',
  '접수 내용을 다시 설명하지 않고 싶다',
  '밤에도 접수할 수 있으면 좋겠다',
  '앱으로 쉽게 예약하고 싶다',
  '원하는 시간에 와 주면 좋겠다',
  '약속 시간을 지켜 주면 좋겠다',
  '늦으면 미리 알려 주면 좋겠다',
  '기사가 누구인지 알고 싶다',
  '친절하게 대해 주면 좋겠다',
  '설명을 알아듣기 쉽게 해 주면 좋겠다',
  '한 번에 고쳐 주면 좋겠다',
  '같은 고장이 다시 나지 않으면 좋겠다',
  '부품을 오래 기다리지 않고 싶다',
  '수리 기간이 짧으면 좋겠다',
  '정품 부품을 쓰면 좋겠다',
  '비용을 미리 알고 싶다',
  '비용이 합리적이면 좋겠다',
  '추가 비용이 없으면 좋겠다',
  '결제가 편하면 좋겠다',
  '집을 어지르지 않으면 좋겠다',
  '끝나고 정리해 주면 좋겠다',
  '고친 내용을 기록으로 받고 싶다',
  '보증을 분명히 해 주면 좋겠다',
  '문제가 생기면 바로 다시 와 주면 좋겠다',
  '사용 방법을 알려 주면 좋겠다',
  '관리 요령을 알려 주면 좋겠다',
  '불만을 말하면 들어 주면 좋겠다',
  '개인정보를 지켜 주면 좋겠다',
  '다음 점검을 챙겨 주면 좋겠다',
];

/** What the company can do: 14 HOWs. */
const doneNames: readonly string[] = [
  '20초 내 응답률',
  '상담 이력 공유율',
  '예약 시간대 폭',
  '약속 시간 준수율',
  '지연 사전 안내율',
  '1회 수리 완료율',
  '부품 보유율',
  '평균 수리 기간',
  '견적 사전 안내율',
  '기사 교육 시간',
  '응대 품질 점수',
  '현장 정리 점검률',
  '수리 보고서 발송률',
  '사후 확인 전화율',
];

export const inviteeNames: readonly string[] = [
  '김현수',
  '이지은',
  '박서준',
  '최유진',
  '정민호',
  '한소라',
  '윤태영',
  '오세라',
];

export interface WorkshopScene {
  houseId: number;
  whatIds: number[];
  howIds: number[];
}

/** A house of all of them, importances 5 to 1 in turn, without a single relation. */
export async function workshopHouse(test: TestHost): Promise<WorkshopScene> {
  const requirementIds: number[] = [];
  for (const name of wantedNames) requirementIds.push(await addRequirement(test, name));
  const { id } = await test.call('house.create', { name: '수리 서비스', requirementIds });
  for (const name of doneNames) await test.call('house.addHow', { houseId: id, name });
  const view = await test.call('house.get', { id });
  const whatIds = view.whats.map(({ whatId }) => whatId);
  await test.call('house.setImportance', {
    houseId: id,
    values: whatIds.map((whatId, i) => ({ whatId, importance: 5 - (i % 5) })),
  });
  return { houseId: id, whatIds, howIds: view.hows.map(({ howId }) => howId) };
}

/** What participant `k` thinks: what all think, one of them a step off here and there, two camps now and then. */
export function opinion(k: number, row: number, column: number): number {
  const common = [0, 0, 0, 9, 0, 3, 0, 0, 1, 0, 0, 3, 0][(row * 5 + column * 3) % 13] ?? 0;
  if ((row * 7 + column * 11) % 29 === 0) return k % 2 === 0 ? 9 : common === 9 ? 0 : common;
  const differs = k === (row + column) % 8 && (row * 3 + column) % 7 === 0;
  if (!differs) return common;
  return { 0: 1, 1: 3, 3: 1, 9: 3 }[common] ?? common;
}

/** The score sheet of participant `k` as Excel puts it on the clipboard. */
export function scoreBlock(k: number): string {
  const head = ['요구', ...doneNames];
  const rows = wantedNames.map((name, row) => [
    name,
    ...doneNames.map((_, column) => String(opinion(k, row, column))),
  ]);
  return [head, ...rows].map((cells) => cells.join('\t')).join('\r\n');
}
