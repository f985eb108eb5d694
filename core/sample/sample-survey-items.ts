import type { RequirementKey } from './sample-requirements.ts';
import type { SampleIndex } from './sample-types.ts';

/**
 * The questionnaire: 20 items on a 7-point scale. `mean` is the first wave's level and `change` what
 * the second wave adds, both in steps of the scale; a change goes with actions finished in between.
 */
interface SurveyItemLine {
  readonly label: string;
  readonly mean: number;
  readonly change: number;
  readonly requirements: readonly RequirementKey[];
  readonly reversed?: true;
}

export const surveyItemLines: readonly SurveyItemLine[] = [
  line('접근/이용: 앱·홈페이지에서 접수하기 쉽다', 5.0, -0.14, ['appBooking', 'easyForElders']),
  line('접근/이용: 서비스센터를 찾아가기 편하다', 5.25, -0.03, ['comfort']),
  line('접근/이용: 센터에서 기다리는 공간이 쾌적하다', 5.2, -0.06, ['comfort']),
  line('접수/상담: 상담원과 빨리 연결된다', 4.55, -0.1, ['callConnect']),
  line('접수/상담: 상담원이 정중하게 응대한다', 5.55, 0.06, ['courtesy']),
  line('접수/상담: 고장 증상을 잘 알아듣는다', 5.0, 0.22, ['lastingRepair']),
  line('접수/상담: 비용과 절차를 미리 알려 준다', 4.5, 0.48, ['feeBefore']),
  line('A/S 방문: 원하는 날에 예약할 수 있다', 4.7, 0.14, ['earlySlot']),
  line('A/S 방문: 약속한 시간에 방문한다', 4.6, 0.58, ['onTime']),
  line('A/S 방문: 방문 전에 미리 연락한다', 4.85, 0.52, ['notice']),
  line('A/S 방문: 기사의 복장과 태도가 단정하다', 5.6, 0.05, ['courtesy']),
  line('A/S 처리: 한 번에 제대로 고친다', 4.85, 0.36, ['lastingRepair', 'parts']),
  line('A/S 처리: 수리비가 납득할 만하다', 4.3, 0.24, ['feeBefore', 'feeDetail']),
  line('A/S 처리: 수리 내용을 알기 쉽게 설명한다', 4.95, 0.28, ['feeDetail', 'fairClaim']),
  line('A/S 처리: 작업한 자리를 깨끗이 정리한다', 5.3, 0.08, ['cleanWork', 'installQuality']),
  line('전반적 만족: 서비스에 전반적으로 만족한다', 4.9, 0.28, []),
  line('전반적 만족: 기대한 만큼의 서비스였다', 4.75, 0.26, []),
  line('재이용: 다음에도 이용하겠다', 5.0, 0.24, []),
  line('추천: 주위에 권하겠다', 4.6, 0.24, []),
  {
    label: '이용 노력: 맡기고 찾기까지 번거로웠다(역문항)',
    mean: 4.5,
    change: 0.15,
    requirements: [],
    reversed: true,
  },
];

function line(
  label: string,
  mean: number,
  change: number,
  requirements: readonly RequirementKey[],
): SurveyItemLine {
  return { label, mean, change, requirements };
}

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

export const sampleIndex: SampleIndex = {
  name: '서비스 CSI',
  components: [
    { name: '요소 만족', weight: 0.5, score: 'mean-0-100', itemIds: from(1, 15) },
    { name: '전반적 만족', weight: 0.3, score: 'mean-0-100', itemIds: from(16, 17) },
    { name: '재이용·추천', weight: 0.2, score: 'mean-0-100', itemIds: from(18, 19) },
  ],
};
