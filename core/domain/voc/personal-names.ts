import type { TextRange } from './mask-personal-data.ts';

/**
 * Korean names, found only where the words around them leave no doubt: before a title (`김민용
 * 고객님`), after a label (`성함: 김민용`), in an introduction (`안녕하세요, 김민용입니다`) or right
 * before a mobile number. Better a name missed in running text than `소*한 고객님` for the word
 * 소중한: the customer's words must stay readable.
 */

const surnames =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용';
const doubleSurnames = ['남궁', '황보', '제갈', '선우', '독고', '사공', '서문'];

/** Syllables that given names are made of; what no name holds (점, 객, 국, 된 …) ends the match. */
const givenSyllables =
  '가강건겸경곤관광교구규균근금기길나남내노다단달담대덕도동두라란람래려련령례로록리린림만말명모무문미민바배범별병보복봉부빈빛사산삼상새샘서석선설섭성세소솔송수숙순슬승시식신실심아안애양언엄여연열엽영예오옥온완왕용우욱운웅원월유윤율은을의이익인일임자잔장재전정제조종주준중지직진찬창채천철초춘치탁태택평표풍필하학한해향허혁현협형혜호홍화환황회효후훈휘흥희';

/**
 * Words and word forms that read like a name before a title: 최우수 고객님, 소중한 고객님,
 * 장애인 고객님.
 */
const notNames = new Set(
  `최우수 소중한 정중한 진정한 유일한 이상한 유명한 현명한 심심한 선명한 신기한 우수한 성대한 공정한
   이용자 소비자 구매자 신청자 방문자 노약자 지원자 주문자 이수자 이재민 장애인 현지인 현대인 도시인
   임산부 신혼부 주민등 정기적 전화상 전화로 문자로 한진의 이전의 주식회사 우리의 여전히 조금의 은인의
   남성의 여성의 정도로 이래서 전교조 이유로 전화도 전화만 조금도 한번도 아무도 안내원 상담원 여직원 남직원 신입사 경비원 주차원 조리사 선생의 원장의 유지보 인상의 조부모 외조부 선교사 주지사 추기경 연예인 여자아 남자아
   모름 모두 주인 본인 은행 회사`.split(/\s+/),
);

/** What stands before 씨 or 님 without being a given name: 아가씨, 아이씨, 이모님. */
const notGivenNames = new Set(
  '아가 아이 아오 영화 영상 정말 이모 고모 조카 형수 제수 주인 이장 원장 선생 기사 사장 소장 주임 이사 조교 목사 도사 강사 교수 의사 약사 판사 검사 간사 국장 반장 시장 지사 도련 서방 노모 부모 형제 자매 이용 진상 관리 상담 안내 담임 신부 수녀 임금 대감 영감 마님 여왕 왕비 해님 달님 별님'.split(
    ' ',
  ),
);

/** Ends of words that go on with 님 or stand before it: 송교수님, 진호형님. */
const notNameEnds = /(?:교수|교사|의사|목사|부모|형)$/;

const hangulBefore = '(?<![가-힣A-Za-z*])';
const fullName = `(?:[${surnames}][${givenSyllables}]{2}|(?:${doubleSurnames.join('|')})[${givenSyllables}]{1,2})`;
const title =
  '(?:고객님|회원님|손님|어르신|선생님|기사님|상담사님|상담원님|매니저님|과장님|대리님|팀장님|점장님|지점장님|주임님|부장님|차장님|실장님|씨(?![가-힣]{2})|님)';

const beforeTitle = new RegExp(`${hangulBefore}(${fullName}) ?(?=${title})`, 'dg');
/**
 * A bare job title (`서영경 기사`, `박지훈 상담원이`) is weaker: what ends in 한 is nearly always a verb
 * (방문한 기사), so it is left alone there.
 */
const beforeJob = new RegExp(
  `${hangulBefore}(${fullName})(?<!한) (?=(?:기사|상담사|상담원|매니저|엔지니어)(?:[^가-힣]|[이가은는을를도의께와]|에게|한테|$))`,
  'dg',
);
/** `이승준 팀장이`, `윤여정 대리님`: titles of staff that customers name beside a full name. */
const staffTitle =
  '(?:팀장|점장|지점장|과장|대리|실장|부장|차장|주임|계장|반장|사원|직원|대표|이사|담당자|담당|강사|교수|원장|선생|간호사|의사|약사|변호사|설계사|컨설턴트|코치|사장)';
const beforeStaffTitle = new RegExp(
  `${hangulBefore}(${fullName})(?<![로란도만]) ?(?=${staffTitle}(?:님|에게|한테|께|이라|였|입니|[이가은는을를의도와과]?(?:[^가-힣]|$)))`,
  'dg',
);
/**
 * `직원 이승준이`, `담당자: 윤여정`: the title first; a particle or the end of the word closes the name.
 * A last syllable that is itself a particle (직원 교육이, 기사 방문은) needs another one behind it.
 */
const afterStaffTitle = new RegExp(
  `(?<![가-힣])(?:${staffTitle}|상담원|상담사|기사|매니저|엔지니어|고객|회원) ?[ :：] ?(${fullName})` +
    '(?:(?=씨|님|에게|한테|께|입니|[이가은는을를의](?:[^가-힣]|$))|(?<![이가은는을를의도만와과로란인나지])(?=[^가-힣]|$))',
  'dg',
);
/** `민수 씨`, `영희님`: a given name alone. Two syllables before 씨 or 님 are hardly ever anything else. */
const givenBeforeTitle = new RegExp(
  `(?<![가-힣A-Za-z*])([${givenSyllables}]{2})(?= ?씨(?:[^가-힣]|$|[가는를와의도께]|에게|한테|입니)| 님(?:[^가-힣]|$|[이은을의께]))`,
  'dg',
);
const beforePhone = new RegExp(
  `${hangulBefore}(${fullName})(?=[ ,/(:]{1,3}(?:\\+82[- ]?|0)1[016789][-. ]?\\d{3,4}[-. ]?[\\d*]{4})`,
  'dg',
);
const introduced = new RegExp(
  `(?:저는|제 이름은|이름은|성함은|안녕하세요|안녕하십니까|수고하십니다)[,.!~?]{0,2} ?(${fullName})(?=입니다|이라고|라고|이에요|예요|인데|이고)`,
  'dg',
);
/** `고객명 장승호`: these labels are never followed by anything but a name, with or without a colon. */
const afterSureLabel = new RegExp(
  `(?:고객명|회원명|예금주|성명|성함) (${fullName})(?=[^가-힣]|$|${title}|입니다|이고|이며)`,
  'dg',
);
const afterLabel = new RegExp(
  `(?:이름|성명|성함|고객명|회원명|예금주|신청인|신청자|수취인|주문자|보호자|받는 ?분)[은는이가]? ?[:：=] ?` +
    `((?:${doubleSurnames.join('|')}|[${surnames}])[가-힣]{1,2})(?=[^가-힣]|$|${title}|입니다|이고|이며|이에요|예요)`,
  'dg',
);

/** The characters to hide: all of a name but its first and last; of two, the last. */
export function nameRanges(plain: string): TextRange[] {
  const full = namePatterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap((match) => hiddenPart(match)),
  );
  const given = [...plain.matchAll(givenBeforeTitle)].flatMap((match) =>
    notGivenNames.has(match[1] ?? '') ? [] : hiddenPart(match),
  );
  return [...full, ...given];
}

const namePatterns = [
  beforeTitle,
  beforeJob,
  beforeStaffTitle,
  afterStaffTitle,
  beforePhone,
  introduced,
  afterSureLabel,
  afterLabel,
];

/**
 * Names that are known from elsewhere (the customer's own file, a column of names), wherever they
 * stand. A name of one syllable or without Hangul and Latin letters hides nothing: it would tear up
 * the words around it.
 */
export function knownNameRanges(plain: string, names: readonly string[]): TextRange[] {
  return names.flatMap((name) => {
    const known = name.trim();
    if (Array.from(known).length < 2 || !/^[\p{L} .'-]+$/u.test(known)) return [];
    const ranges: TextRange[] = [];
    for (let from = plain.indexOf(known); from >= 0; from = plain.indexOf(known, from + 1)) {
      ranges.push(innerRange(from, from + known.length));
    }
    return ranges;
  });
}

function hiddenPart(match: RegExpExecArray): TextRange[] {
  const span = match.indices?.[1];
  const name = match[1] ?? '';
  if (span === undefined || notNames.has(name) || notNameEnds.test(name)) return [];
  return [innerRange(span[0], span[1])];
}

function innerRange(from: number, to: number): TextRange {
  return to - from <= 2 ? { from: from + 1, to } : { from: from + 1, to: to - 1 };
}
