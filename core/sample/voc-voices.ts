import type { VocKind } from '../contract/voc.contract.ts';
import type { EndingStyle } from './voc-template.ts';

/** The people behind the texts: how they open, end their sentences, close, and how carefully they type. */
export type VoiceName = 'letter' | 'web' | 'text' | 'angry' | 'elder' | 'survey' | 'sns';

type ByKind = Readonly<Partial<Record<VocKind, readonly string[]>>>;

export interface Voice {
  readonly style: EndingStyle;
  readonly openers: ByKind;
  readonly closers: ByKind;
  /** How often each part is there, 0 to 1; a text always holds its situation. */
  readonly parts: {
    readonly short: number;
    readonly opener: number;
    readonly outcome: number;
    readonly secondOutcome: number;
    readonly request: number;
    readonly closer: number;
  };
  /** 0 careful to 1 careless. */
  readonly slips: number;
  /** Share of spaces left out, over those every hurried writer leaves out. */
  readonly looseSpacing: number;
}

export const voices: Readonly<Record<VoiceName, Voice>> = {
  letter: {
    style: {
      endings: ['합니다', '합니다', '합니다', '합니다', '합니다', '합니다', '하네요'],
      requests: [
        '주시기 바랍니다',
        '주시면 감사하겠습니다',
        '주셨으면 합니다',
        '주십시오',
        '주시면 좋겠습니다',
      ],
      stops: ['.'],
    },
    openers: {
      complaint: [
        '안녕하세요. [지난주에|며칠 전|얼마 전] {제품} 때문에 {센터:을} 이용한 고객입니다.',
        '안녕하십니까. {제품} 서비스와 관련하여 [말씀드릴 것이 있어|불편했던 점을 말씀드리려고] 글을 씁니다.',
        '수고 많으십니다. [고객센터에 어디로 말해야 할지 몰라|전화로 말씀드리기 어려워] 글로 남깁니다.',
        '[10년 넘게|오랫동안|결혼할 때부터] 이 회사 제품을 써 온 사람입니다.',
        '{센터} [담당자님|책임자님]께.',
        '안녕하세요, {이름}입니다. (연락처 {전화})',
        '웬만하면 이런 글 안 쓰는데 이번에는 [꼭 말씀드려야겠다 싶어|그냥 넘어가기 어려워] 적습니다.',
        '{날짜}에 {제품} 수리를 접수했던 고객입니다.',
        '안녕하세요. 바쁘실 텐데 [긴 글 죄송합니다|글 읽어 주셔서 감사합니다].',
        '{제품:이} {증상서} 서비스를 신청한 사람입니다.',
        '',
      ],
      praise: [
        '안녕하세요. 고마운 분이 계셔서 글 남깁니다.',
        '[칭찬하고 싶은|꼭 알려 드리고 싶은] 분이 있어 들어왔습니다.',
        '늘 불평만 하는 것 같아 이번에는 좋은 이야기를 적어 봅니다.',
        '수고 많으십니다. {센터} 칭찬 좀 하려고요.',
        '{제품:이} {증상서} 속을 끓이던 사람입니다.',
        '',
      ],
      suggestion: [
        '안녕하세요. 이용하면서 느낀 점을 적어 봅니다.',
        '작은 제안 하나 드립니다.',
        '불만은 아니고 이렇게 하면 어떨까 해서 글 남깁니다.',
        '수고 많으십니다. 건의드릴 것이 있습니다.',
        '',
      ],
      question: [
        '안녕하세요. 문의드립니다.',
        '수고 많으십니다. 여쭤볼 것이 있어서요.',
        '홈페이지를 찾아봐도 안 나와서 여쭙니다.',
        '',
      ],
    },
    closers: {
      complaint: [
        '답변 기다리겠습니다.',
        '빠른 회신 부탁드립니다.',
        '{전화}로 연락 주시면 됩니다.',
        '답변은 {메일}로 보내 주시기 바랍니다.',
        '[앞으로는|다음에는] 이런 일이 없기를 바랍니다.',
        '오래 쓴 고객으로서 드리는 말씀이니 [흘려듣지 않으셨으면|참고해 주셨으면] 합니다.',
        '수고하세요.',
        '바쁘시겠지만 확인 부탁드립니다.',
        '다른 분들은 저 같은 일을 겪지 않았으면 합니다.',
        '[이름|성함] {이름}, 연락처 {전화}입니다.',
        '감사합니다.',
      ],
      praise: [
        '감사합니다.',
        '늘 건강하시고 안전하게 일하시길 바랍니다.',
        '앞으로도 잘 부탁드립니다.',
        '{센터} 모든 분들 수고 많으십니다.',
        '좋은 하루 보내세요.',
        '덕분에 기분 좋은 하루였습니다.',
      ],
      suggestion: [
        '검토 부탁드립니다.',
        '참고가 되면 좋겠습니다.',
        '늘 수고 많으십니다.',
        '감사합니다.',
        '반영이 어렵다면 이유라도 알려 주시면 좋겠습니다.',
      ],
      question: [
        '답변 부탁드립니다.',
        '미리 감사합니다.',
        '{메일}로 답 주시면 감사하겠습니다.',
        '{전화}로 문자 주셔도 됩니다.',
        '감사합니다.',
      ],
    },
    parts: { short: 0, opener: 0.9, outcome: 1, secondOutcome: 0.4, request: 0.85, closer: 0.75 },
    slips: 0.05,
    looseSpacing: 0,
  },
  web: {
    style: {
      endings: ['해요', '해요', '하네요', '합니다', '합니다'],
      requests: [
        '주세요',
        '주세요',
        '주시면 좋겠어요',
        '주셨으면 해요',
        '주시면 좋겠습니다',
        '주실 수 있을까요?',
      ],
      stops: ['.', '.', '.', '.', '..'],
    },
    openers: {
      complaint: [
        '안녕하세요.',
        '{제품} A/S 건이에요.',
        '어제 {센터} 이용했는데요.',
        '좀 아쉬워서 적어요.',
        '이런 데 글 처음 써 보네요.',
        '{제품:이} {증상서} 접수했던 사람이에요.',
        '',
      ],
      praise: ['칭찬 남겨요!', '감사해서 글 써요.', '{제품} 수리 후기예요.', '', ''],
      suggestion: ['건의 드려요.', '제안이요.', '이용하다가 생각나서 적어요.', ''],
      question: ['문의드려요.', '질문 있습니다.', '안녕하세요~', '궁금한 게 있는데요.', ''],
    },
    closers: {
      complaint: [
        '확인 부탁드려요.',
        '개선 부탁드립니다.',
        '답변 주세요.',
        '연락은 {전화}로요.',
        '참고하시라고 남겨요.',
      ],
      praise: ['감사합니다!', '번창하세요.', '고맙습니다~', '다음에도 부탁드려요.'],
      suggestion: ['꼭 반영됐으면 좋겠어요.', '검토해 주세요.', '감사합니다.'],
      question: ['답변 부탁드려요.', '빠른 답변 부탁드립니다.', '{전화}로 연락 주세요.'],
    },
    parts: {
      short: 0.1,
      opener: 0.25,
      outcome: 0.7,
      secondOutcome: 0.1,
      request: 0.5,
      closer: 0.15,
    },
    slips: 0.15,
    looseSpacing: 0.03,
  },
  text: {
    style: {
      endings: ['함', '함', '함', '하네요', '한다', '해요'],
      requests: ['주세요', '주세요', '줬으면 좋겠음', '주시길'],
      stops: ['.', '', '', '..', ','],
    },
    openers: {},
    closers: {},
    parts: { short: 0.6, opener: 0, outcome: 0.35, secondOutcome: 0, request: 0.3, closer: 0 },
    slips: 0.25,
    looseSpacing: 0.12,
  },
  angry: {
    style: {
      endings: ['하네요', '해요', '해요', '합니다'],
      requests: ['주세요', '주셔야죠', '주세요', '주시죠'],
      stops: ['!!', '!', ';;', ' ㅠㅠ', '.', '...', '!!!', '.'],
    },
    openers: {
      complaint: [
        '아니 진짜 너무하네요!',
        '어이가 없어서 글 남깁니다.',
        '장난하세요?',
        '이게 맞나요?',
        '하..',
        '너무 화가 나서요.',
        '도대체 일을 어떻게 하시는 건지;;',
        '참다 참다 씁니다.',
        '진짜 실망이에요 ㅠㅠ',
        '정말 열받네요',
        '',
      ],
    },
    closers: {
      complaint: [
        '다시는 안 삽니다.',
        '주변에 절대 사지 말라고 할 거예요.',
        '책임자 전화 주세요. {전화}',
        '답변 없으면 소비자원에 넣겠습니다.',
        '이게 서비스입니까?',
        '돈 받고 이러시면 안 되죠.',
        '제 시간은 시간도 아닌가요?',
        '이래 놓고 만족도 조사 문자는 꼬박꼬박 오네요',
        '연락 기다립니다!!',
        '사과 한마디가 그렇게 어려운가요',
      ],
    },
    parts: {
      short: 0.12,
      opener: 0.55,
      outcome: 0.8,
      secondOutcome: 0.2,
      request: 0.4,
      closer: 0.45,
    },
    slips: 0.3,
    looseSpacing: 0.06,
  },
  elder: {
    style: {
      endings: ['합니다', '하네요', '해요', '합니다'],
      requests: ['주면 좋겠습니다', '주시면 고맙겠습니다', '주십시오', '주세요'],
      stops: ['.', '.', '', '..', ','],
    },
    openers: {
      complaint: [
        '수고들 많으십니다.',
        '나이 먹은 사람이 글을 잘 못 써도 이해해 주세요.',
        '나는 {나이} 먹은 늙은이올시다.',
        '젊은 사람들 바쁜데 미안합니다만',
        '아들이 여기에 쓰면 된다고 해서 씁니다.',
        '여보세요 {센터} 보십시오.',
        '',
      ],
      praise: [
        '고마운 마음에 몇 자 적습니다.',
        '나는 {나이} 된 노인입니다.',
        '딸이 대신 써 준다고 해서 부탁했습니다.',
        '수고가 많으십니다.',
        '',
      ],
      suggestion: ['나이 든 사람 생각을 적어 봅니다.', '수고들 하십니다.', ''],
      question: ['수고하십니다. 하나 물어봅시다.', '잘 몰라서 여쭤봅니다.', ''],
    },
    closers: {
      complaint: [
        '늙은이 부탁입니다.',
        '수고하십시오.',
        '전화는 {전화} 입니다. 낮에만 해 주세요.',
        '내가 잘못 알았으면 미안합니다.',
        '젊은 양반들이 좀 신경 써 주세요.',
        '그럼 이만 줄입니다.',
      ],
      praise: [
        '복 많이 받으세요.',
        '회사에서 상이라도 주면 좋겠습니다.',
        '그저 고맙습니다.',
        '참 고마운 세상입니다.',
      ],
      suggestion: ['늙은이 말이라고 흘려듣지 마시고요.', '수고하십시오.'],
      question: ['전화로 알려 주면 고맙겠습니다. {전화}', '수고하세요.'],
    },
    parts: { short: 0, opener: 0.8, outcome: 0.6, secondOutcome: 0, request: 0.65, closer: 0.6 },
    slips: 0.45,
    looseSpacing: 0.08,
  },
  survey: {
    style: {
      endings: ['함', '함', '합니다', '합니다', '해요'],
      requests: ['주세요', '주시면 좋겠습니다', '주셨으면 합니다', '줬으면 좋겠음'],
      stops: ['.', '.', ''],
    },
    openers: {},
    closers: {},
    parts: { short: 0.5, opener: 0, outcome: 0.4, secondOutcome: 0, request: 0.45, closer: 0 },
    slips: 0.15,
    looseSpacing: 0.04,
  },
  sns: {
    style: {
      endings: ['한다', '함', '하네요', '한다'],
      requests: ['주세요', '줬으면 좋겠음', '주시길'],
      stops: ['', ' ㅋㅋ', '..', ' ㅠ', '.', ' ㅠㅠ'],
    },
    openers: {
      complaint: ['와', '아 진짜', '실화냐', '{제품} 쓰는 사람들 조심', '나만 이런가', ''],
      praise: ['오', '여기 서비스 무슨 일', '오늘의 미담', ''],
      suggestion: ['', '제발'],
      question: ['이거 아는 사람?', '혹시', ''],
    },
    closers: {
      complaint: ['#AS후기', '#{제품} #서비스', '다들 이런가요', '다음엔 딴 데 산다', '#고객센터'],
      praise: ['#칭찬합니다', '#AS후기', '여기 또 이용할 듯', '번창하십쇼'],
      suggestion: ['#건의'],
      question: ['아시는 분 댓글좀요'],
    },
    parts: { short: 0.4, opener: 0.45, outcome: 0.55, secondOutcome: 0, request: 0.1, closer: 0.4 },
    slips: 0.25,
    looseSpacing: 0.08,
  },
};
