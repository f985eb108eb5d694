import type { VocChannel, VocKind, VocStatus } from '../contract/voc.contract.ts';
import { type DueRule, dueOnByRules } from '../domain/voc/due-rules.ts';
import { addCalendarDays, isWaiting } from '../domain/voc/handling.ts';
import type { SeededRandom } from '../numerics/seeded-random.ts';

const calendar = { workingDays: false, channel: null, minSeverity: null };

/** What the sample company answers by when. Praise needs no answer. */
export const sampleDueRules: readonly (DueRule & { name: string })[] = [
  { ...calendar, name: '심각한 불만 3일', days: 3, kind: 'complaint', minSeverity: 5 },
  { ...calendar, name: '불만 7일', days: 7, kind: 'complaint' },
  { ...calendar, name: '문의 7일', days: 7, kind: 'question' },
  { ...calendar, name: '제안 14일', days: 14, kind: 'suggestion' },
];

interface ReceivedVoc {
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  severity: number | null;
  status: VocStatus;
}

export interface SampleHandling {
  dueOn: string | null;
  repliedAt: string | null;
  closedAt: string | null;
  replyNote: string;
  satisfaction: number | null;
}

/** How one VOC was handled until `today`: mostly in time, some of it late. */
export function sampleHandling(
  voc: ReceivedVoc,
  today: string,
  random: SeededRandom,
): SampleHandling {
  const dueOn = dueOnByRules(voc, sampleDueRules);
  // Drawn for every VOC alike, so that one VOC's status does not change another's figures.
  const speed = random.next();
  const end = random.next();
  const verdict = random.next();
  const words = random.next();
  const waiting = { dueOn, repliedAt: null, closedAt: null, replyNote: '', satisfaction: null };
  if (isWaiting(voc.status) || voc.kind === 'praise') {
    return voc.status === 'closed'
      ? { ...waiting, closedAt: momentAfter(voc.receivedAt, daysBy(end), today) }
      : waiting;
  }
  const days = daysBy(speed);
  const repliedAt = momentAfter(voc.receivedAt, days, today);
  return {
    dueOn,
    repliedAt,
    closedAt: voc.status === 'closed' ? momentAfter(repliedAt, daysBy(end) / 2, today) : null,
    replyNote: replies[voc.kind][Math.floor(words * 3)] ?? '',
    satisfaction: verdict < 0.4 ? satisfactionBy(days, verdict / 0.4) : null,
  };
}

/** Most answers within days, a tail of late ones: exponential with a mean of 3.2 days. */
function daysBy(draw: number): number {
  return -3.2 * Math.log(1 - draw);
}

/** Slow answers please less. */
function satisfactionBy(days: number, draw: number): number {
  return Math.max(1, Math.min(5, Math.round(4.4 - days / 5 + (draw - 0.5) * 2.4)));
}

/** Some whole days later at four in the afternoon, and never after yesterday nor before the receipt. */
function momentAfter(from: string, days: number, today: string): string {
  const day = addCalendarDays(from.slice(0, 10), Math.floor(days));
  const latest = addCalendarDays(today, -1);
  const moment = `${day < latest ? day : latest}T16:00:00`;
  return moment > from ? moment : `${from.slice(0, 16)}:59`;
}

const replies: Record<Exclude<VocKind, 'praise'>, readonly string[]> = {
  complaint: [
    '불편을 드린 점을 사과드리고 담당 부서에서 조치한 내용을 전화로 안내했습니다.',
    '현장을 확인해 원인을 설명드리고 재발 방지 조치를 약속드렸습니다.',
    '보상 기준을 안내하고 처리를 마쳤습니다.',
  ],
  question: [
    '문의하신 내용을 전화로 안내했습니다.',
    '홈페이지의 안내 화면과 절차를 문자로 보내 드렸습니다.',
    '담당자가 연락해 필요한 서류와 기간을 안내했습니다.',
  ],
  suggestion: [
    '제안에 감사드리고 담당 부서에서 검토하기로 했습니다.',
    '검토 결과와 시행 예정 시기를 안내했습니다.',
    '이미 준비하고 있는 개선임을 알리고 의견을 더 들었습니다.',
  ],
  other: [
    '내용을 확인하고 안내했습니다.',
    '담당 부서에 전달하고 결과를 알렸습니다.',
    '전화로 답했습니다.',
  ],
};
