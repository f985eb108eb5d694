import type { VocChannel, VocKind } from '../../contract/voc.contract.ts';

/** Words by which files name a value; the first list that matches wins. */
type WordList<Value> = readonly { value: Value; words: readonly string[] }[];

const channelWords: WordList<VocChannel> = [
  { value: 'survey', words: ['설문', '조사', 'survey', 'questionnaire'] },
  {
    value: 'monitor',
    words: ['모니터', '미스터리쇼퍼', '암행', 'monitor', 'monitoring', 'mysteryshopping'],
  },
  {
    value: 'app',
    words: [
      '앱',
      '어플',
      '어플리케이션',
      '애플리케이션',
      '모바일',
      'app',
      'mobile',
      'mobileapp',
      '챗봇',
    ],
  },
  {
    value: 'sns',
    words: [
      'sns',
      '인스타',
      '인스타그램',
      '페이스북',
      '트위터',
      '유튜브',
      '카카오',
      '카톡',
      '블로그',
      '밴드',
      '소셜',
      'instagram',
      'facebook',
      'twitter',
      'youtube',
      'kakao',
      'kakaotalk',
      'blog',
      'social',
      'socialmedia',
    ],
  },
  {
    value: 'phone',
    words: [
      '전화',
      '콜센터',
      '유선',
      '통화',
      '고객센터',
      '상담센터',
      'ars',
      'phone',
      'tel',
      'telephone',
      'call',
      'callcenter',
      'callcentre',
      'hotline',
    ],
  },
  {
    value: 'web',
    words: [
      '홈페이지',
      '웹',
      '웹사이트',
      '인터넷',
      '온라인',
      '누리집',
      '게시판',
      '이메일',
      '메일',
      '전자우편',
      '일대일문의',
      'web',
      'website',
      'homepage',
      'online',
      'internet',
      'email',
      'mail',
      'board',
    ],
  },
  {
    value: 'branch',
    words: [
      '매장',
      '지점',
      '점포',
      '영업점',
      '대리점',
      '방문',
      '창구',
      '현장',
      '내방',
      '직영점',
      '서비스센터',
      'branch',
      'store',
      'shop',
      'visit',
      'counter',
      'offline',
      'inperson',
      'facetoface',
    ],
  },
  {
    value: 'post',
    words: ['우편', '편지', '서신', '서면', '엽서', '팩스', 'post', 'letter', 'fax', 'postal'],
  },
  { value: 'other', words: ['기타', 'other', 'others', 'etc'] },
];

const kindWords: WordList<VocKind> = [
  {
    value: 'complaint',
    words: [
      '불만',
      '불편',
      '불평',
      '민원',
      '항의',
      '클레임',
      '컴플레인',
      '고충',
      '피해',
      '고장',
      'complaint',
      'complaints',
      'complain',
      'claim',
      'negative',
    ],
  },
  {
    value: 'praise',
    words: [
      '칭찬',
      '감사',
      '격려',
      '친절직원추천',
      'praise',
      'compliment',
      'compliments',
      'thanks',
      'kudos',
      'positive',
    ],
  },
  {
    value: 'suggestion',
    words: [
      '제안',
      '건의',
      '아이디어',
      '개선요청',
      '개선의견',
      '바라는점',
      'suggestion',
      'suggestions',
      'proposal',
      'idea',
      'request',
      'featurerequest',
    ],
  },
  {
    value: 'question',
    words: [
      '문의',
      '질의',
      '질문',
      '궁금',
      '상담',
      'question',
      'questions',
      'inquiry',
      'enquiry',
      'query',
    ],
  },
  { value: 'other', words: ['기타', 'other', 'others', 'etc'] },
];

const severityWords: WordList<number> = [
  {
    value: 5,
    words: [
      '매우높음',
      '매우심각',
      '최상',
      '긴급',
      '치명',
      '치명적',
      'critical',
      'veryhigh',
      'urgent',
      'blocker',
    ],
  },
  { value: 1, words: ['매우낮음', '매우경미', '최하', '사소', 'verylow', 'trivial'] },
  { value: 4, words: ['상', '높음', '심각', '중대', 'high', 'major', 'serious', 'severe'] },
  { value: 3, words: ['중', '보통', '중간', 'medium', 'middle', 'mid', 'normal', 'moderate'] },
  { value: 2, words: ['하', '낮음', '경미', '약함', 'low', 'minor', 'slight'] },
];

/** null: no channel of ours; the caller keeps the word and says `other`. */
export function parseChannel(text: string): VocChannel | null {
  return meaningOf(channelWords, text);
}

export function parseKind(text: string): VocKind | null {
  return meaningOf(kindWords, text);
}

/** 1–5 as a number (`4`, `4점`) or as words (상/중/하, 매우높음 …); null for anything else. */
export function parseSeverity(text: string): number | null {
  const value = plainWord(text);
  const digit = /^([1-5])(?:점|단계)?$/u.exec(value)?.[1];
  if (digit !== undefined) return Number(digit);
  return severityWords.find(({ words }) => words.includes(value))?.value ?? null;
}

/** For comparing words: NFKC, lower case, letters and digits only. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/1:1/g, '일대일')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function meaningOf<Value>(lists: WordList<Value>, text: string): Value | null {
  const value = plainWord(text);
  if (value === '') return null;
  const exact = lists.find(({ words }) => words.includes(value));
  if (exact !== undefined) return exact.value;
  const within = lists.find(({ words }) => words.some((word) => isWithin(word, value, text)));
  return within?.value ?? null;
}

/** One-syllable words that occur in no other word a channel is named by (앱리뷰, 웹문의). */
const telling = new Set(['앱', '웹']);

/** Korean words are glued to others (고객센터전화); Latin ones must stand alone (`app` is not in "apple"). */
function isWithin(word: string, value: string, text: string): boolean {
  if (/[a-z]/.test(word)) {
    return text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(word);
  }
  return (word.length > 1 || telling.has(word)) && value.includes(word);
}
