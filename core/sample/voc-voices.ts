import type { VocKind } from '../contract/voc.contract.ts';
import {
  letterBackground,
  letterClosers,
  letterOpeners,
  letterReflections,
} from './voc-letters.ts';
import type { EndingStyle } from './voc-template.ts';

/** The people behind the texts: how they open, end their sentences, close, and how carefully they type. */
export type VoiceName = 'letter' | 'web' | 'text' | 'angry' | 'elder' | 'survey' | 'sns';

type ByKind = Readonly<Partial<Record<VocKind, readonly string[]>>>;

export interface Voice {
  readonly style: EndingStyle;
  readonly openers: ByKind;
  readonly closers: ByKind;
  /** Of themselves and of what they make of it: fits any theme. */
  readonly background?: ByKind;
  readonly reflections?: ByKind;
  /** What this person would not say, as found in the templates. */
  readonly avoids?: RegExp;
  /** How often each part is there, 0 to 1; a text always holds its situation. */
  readonly parts: {
    readonly short: number;
    readonly opener: number;
    readonly outcome: number;
    readonly secondOutcome: number;
    readonly background: number;
    readonly reflection: number;
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
    openers: letterOpeners,
    closers: letterClosers,
    background: letterBackground,
    reflections: letterReflections,
    parts: {
      short: 0,
      opener: 0.9,
      background: 0.4,
      outcome: 1,
      secondOutcome: 0.4,
      reflection: 0.4,
      request: 0.85,
      closer: 0.75,
    },
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
      stops: ['.', '.', '.', '.', '.', '.', '.', '..'],
    },
    openers: {
      complaint: [
        '안녕하세요.',
        '{제품} A/S 건이에요.',
        '어제 {센터} 이용했는데요.',
        '{제품} 때문에 연락드렸던 사람인데요.',
        '어디에 말해야 할지 몰라 여기 남겨요.',
        '{요일}에 있었던 일이에요.',
        '후기 겸 남깁니다.',
        '좀 아쉬워서 적어요.',
        '이런 데 글 처음 써 보네요.',
        '{고장나서} 접수했던 사람이에요.',
        '',
      ],
      praise: ['칭찬 남겨요!', '감사해서 글 써요.', '{제품} 수리 후기예요.', '', ''],
      suggestion: ['건의 드려요.', '제안이요.', '이용하다가 생각나서 적어요.', ''],
      question: ['문의드려요.', '질문 있습니다.', '궁금한 게 있는데요.', ''],
    },
    closers: {
      complaint: [
        '확인 부탁드려요.',
        '개선 부탁드립니다.',
        '답변 주세요.',
        '연락은 {전화:으로}요.',
        '참고하시라고 남겨요.',
      ],
      praise: ['감사합니다!', '번창하세요.', '고맙습니다.', '다음에도 부탁드려요.'],
      suggestion: ['꼭 반영됐으면 좋겠어요.', '검토해 주세요.', '감사합니다.'],
      question: ['답변 부탁드려요.', '빠른 답변 부탁드립니다.', '{전화:으로} 연락 주세요.'],
    },
    parts: {
      short: 0.1,
      opener: 0.25,
      outcome: 0.7,
      secondOutcome: 0.1,
      background: 0,
      reflection: 0,
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
    parts: {
      short: 0.6,
      opener: 0,
      outcome: 0.35,
      secondOutcome: 0,
      background: 0,
      reflection: 0,
      request: 0.3,
      closer: 0,
    },
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
        '{제품} 산 거 진심 후회합니다.',
        '와.. 서비스 수준 진짜',
        '여기 사람이 일하는 데 맞아요?',
        '두 번 다시 글 안 쓰려다가 또 씁니다.',
        '읽기는 하시나요?',
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
        '똑같이 당해 보셔야 알죠.',
        '{이름} {전화} 연락 주세요!!',
        '이 글도 안 읽으시겠죠',
        '정말 정떨어집니다.',
        '내일까지 답 주세요.',
        '연락 기다립니다!!',
        '사과 한마디가 그렇게 어려운가요',
      ],
    },
    parts: {
      short: 0.12,
      opener: 0.55,
      outcome: 0.8,
      secondOutcome: 0.2,
      background: 0,
      reflection: 0,
      request: 0.4,
      closer: 0.45,
    },
    slips: 0.3,
    looseSpacing: 0.06,
  },
  elder: {
    avoids:
      /젊은 사람인|맞벌이|직장|\{연차|\{가족|어린이집|임신|자식인|아이 |아이를|아이가|아기|수험생|퇴근|교대 근무|여자 혼자|혼자 사는데|회사에/,
    style: {
      endings: ['합니다', '하네요', '해요', '합니다'],
      requests: ['주면 좋겠습니다', '주시면 고맙겠습니다', '주십시오', '주세요'],
      stops: ['.', '.', '', '..', ','],
    },
    openers: {
      complaint: [
        '수고들 많으십니다.',
        '나이 먹은 사람이 글을 잘 못 써도 이해해 주세요.',
        '나는 올해 {나이} [된 사람입니다|먹은 늙은이올시다].',
        '{센터}에서 {제품:을} [고친|수리받은] 사람입니다.',
        '전화가 안 돼서 [손녀한테|며느리한테] 부탁해 글을 남깁니다.',
        '이런 데다 글을 쓰는 건 처음입니다.',
        '노인정에서 [다들|여럿이] 같은 말을 해서 대표로 씁니다.',
        '{제품:이} 말썽이라 [한마디|몇 자] 적습니다.',
        '젊은 사람들 바쁜데 미안합니다만',
        '아들이 여기에 쓰면 된다고 해서 씁니다.',
        '여보세요 {센터} 보십시오.',
        '',
      ],
      praise: [
        '고마운 마음에 몇 자 적습니다.',
        '나는 {나이} 된 노인입니다.',
        '칭찬은 어디다 하는지 몰라 여기 씁니다.',
        '{센터} 젊은이가 하도 고마워서 씁니다.',
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
    parts: {
      short: 0,
      opener: 0.8,
      outcome: 0.6,
      secondOutcome: 0,
      background: 0,
      reflection: 0,
      request: 0.65,
      closer: 0.6,
    },
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
    parts: {
      short: 0.5,
      opener: 0,
      outcome: 0.4,
      secondOutcome: 0,
      background: 0,
      reflection: 0,
      request: 0.45,
      closer: 0,
    },
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
    parts: {
      short: 0.4,
      opener: 0.45,
      outcome: 0.55,
      secondOutcome: 0,
      background: 0,
      reflection: 0,
      request: 0.1,
      closer: 0.4,
    },
    slips: 0.25,
    looseSpacing: 0.08,
  },
};
