import type { SeededRandom } from '../numerics/seeded-random.ts';

/** Invented people: names are drawn part by part, and numbers and addresses are from unused ranges. */

const surnames = [
  '김',
  '이',
  '박',
  '최',
  '정',
  '강',
  '조',
  '윤',
  '장',
  '임',
  '한',
  '오',
  '서',
  '신',
  '권',
  '황',
  '안',
  '송',
  '류',
  '홍',
  '문',
  '양',
  '배',
  '백',
  '노',
];
const givenFirst = [
  '도',
  '서',
  '지',
  '민',
  '하',
  '예',
  '준',
  '현',
  '태',
  '은',
  '승',
  '유',
  '재',
  '성',
  '다',
  '우',
  '수',
  '영',
  '정',
  '진',
];
const givenSecond = [
  '현',
  '윤',
  '우',
  '아',
  '호',
  '영',
  '원',
  '희',
  '빈',
  '혁',
  '경',
  '숙',
  '린',
  '재',
  '철',
  '훈',
  '미',
  '란',
  '석',
  '선',
];

/** Who answers for a VOC, by team. */
export const vocOwners = {
  visit: ['서다은', '문채원', '기도윤'],
  repair: ['윤태건', '노유찬', '표지환'],
  call: ['탁민서', '길나현'],
  digital: ['임재하', '진하윤'],
  claim: ['고은채', '구민재'],
  centre: ['변수아', '명해린'],
} as const;

export type OwnerTeam = keyof typeof vocOwners;

export function surnameOf(random: SeededRandom): string {
  return random.pick(surnames);
}

export function fullName(random: SeededRandom): string {
  const first = random.pick(givenFirst);
  const second = random.pick(givenSecond.filter((part) => part !== first));
  return random.pick(surnames) + first + second;
}

/** 010-0000-xxxx is not given out to subscribers. */
export function mobileNumber(random: SeededRandom): string {
  const last = String(random.integer(0, 9999)).padStart(4, '0');
  return random.chance(0.75) ? `010-0000-${last}` : `0100000${last}`;
}

const mailWords = [
  'sunny',
  'mint',
  'haru',
  'bada',
  'namu',
  'dalbit',
  'kkot',
  'sol',
  'byul',
  'ondol',
  'maru',
  'garam',
];

/** example.com and example.org are reserved for examples (RFC 2606). */
export function mailAddress(random: SeededRandom): string {
  const word = random.pick(mailWords);
  return `${word}${random.integer(11, 989)}@example.${random.pick(['com', 'org'])}`;
}
