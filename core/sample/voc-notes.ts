import type { VocKind } from '../contract/voc.contract.ts';
import type { SeededRandom } from '../numerics/seeded-random.ts';
import { aboutProduct } from './voc-composer.ts';
import { type EndingStyle, expand, type Facts, speak } from './voc-template.ts';
import type { VocTheme } from './voc-theme.ts';

const noteOpeners = [
  '',
  '',
  '',
  '',
  '고객 인입. ',
  '{센터} 관할 고객. ',
  '(재인입) ',
  '{제품} 건. ',
  '({날짜} 접수 건) ',
  '고객명 {이름}, ',
];
const noteClosers = [
  '',
  '',
  '',
  '',
  '',
  '',
  ' 담당 센터로 이관함.',
  ' {센터} 확인 후 회신하기로 함.',
  ' 연락처 {전화}.',
  ' 금일 중 재통화 약속.',
  ' 콜백 {전화} [오후 희망|오전 희망|아무 때나].',
  ' 메모 남김.',
];
const complaintNoteClosers = [
  ...noteClosers,
  ' 고객 감정 격앙된 상태.',
  ' 사과드리고 종료.',
  ' 재발 시 책임자 통화 원하심.',
];

/** What an agent on the phone, a clerk at the counter or a mystery visitor put down. */
export function composeNote(theme: VocTheme, facts: Facts, random: SeededRandom): string {
  const opener = random.pick(noteOpenersOf(theme));
  const closer = random.pick(noteClosersOf(theme.kind));
  const retold = theme.kind !== 'other' && random.chance(retoldShare);
  const body = retold
    ? retelling(theme, facts, random)
    : expand(random.pick(theme.texts.notes), facts, random);
  // What was retold ends with its own handling.
  const after = retold ? '' : expand(closer, facts, random);
  return [expand(opener, facts, random), body, after].join(' ').replaceAll(/ {2,}/g, ' ').trim();
}

function noteOpenersOf(theme: VocTheme): readonly string[] {
  if (theme.kind === 'other') return [''];
  const known =
    theme.product === 'none' ? noteOpeners.filter((o) => !aboutProduct.test(o)) : noteOpeners;
  const followedUp = theme.kind === 'complaint' || theme.kind === 'question';
  return followedUp ? known : known.filter((opener) => !opener.includes('재인입'));
}

function noteClosersOf(kind: VocKind): readonly string[] {
  if (kind === 'complaint') return complaintNoteClosers;
  return kind === 'question' ? noteClosers : [''];
}

/** How often a note repeats what the customer said instead of summing it up. */
const retoldShare = 0.4;

const reported: EndingStyle = { endings: ['한다'], requests: ['주세요'], stops: ['고 하심.'] };
const quoted: EndingStyle = {
  endings: ['해요', '하네요', '합니다'],
  requests: ['주세요', '주세요', '주셨으면 합니다'],
  stops: ['.'],
};

/**
 * What reads wrongly in another's mouth: the first person, questions, hearsay, and 이다 (which would
 * have to become 이라고).
 */
const onlyVerbatim = /[=?.*]|저희|제가|저는|저도|저를|저한테|제 |고 (?:하|했)~/;

const lead: Readonly<Partial<Record<VocKind, readonly string[]>>> = {
  complaint: ['고객 말씀:', '고객 말씀 그대로:', '고객 표현:', ''],
  praise: ['칭찬 말씀:', '고객 말씀:', ''],
  question: ['문의 내용:', ''],
  suggestion: ['제안 내용:', '고객 의견:'],
};

const handled: Readonly<Partial<Record<VocKind, readonly string[]>>> = {
  complaint: [
    '',
    '',
    '경위 확인 후 회신 약속.',
    '{센터} 서비스팀 공유.',
    '사과드리고 내용 전달하기로 함.',
    '개선 요청으로 등록해 달라고 하심.',
    '구체적인 답변 원하심.',
    '처리 결과 문자로 받기 원하심.',
  ],
  praise: ['', '해당 직원에게 전달하기로 함.', '{센터} 공유.', '감사 인사 전해 달라고 하심.'],
  question: ['안내 완료.', '확인 후 문자 안내하기로 함.', '담당 부서 연결해 드림.'],
  suggestion: ['제안으로 등록.', '담당 부서 전달하기로 함.', '검토 결과 회신 원하심.'],
};

function retelling(theme: VocTheme, facts: Facts, random: SeededRandom): string {
  const template = random.pick(theme.texts.situations);
  const after = expand(random.pick(handled[theme.kind] ?? ['']), facts, random);
  const said = expand(template, facts, random);
  if (!onlyVerbatim.test(said)) return `${speak(said, reported, random)} ${after}`;
  const before = random.pick(lead[theme.kind] ?? ['']);
  return `${before} "${speak(said, quoted, random).trim()}" ${after}`;
}
