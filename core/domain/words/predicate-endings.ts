import type { StemShape } from './conjugation.ts';

/**
 * Endings (어미) after each shape of a stem, as they are written and typed.
 */
const politeness = '요?';
const nominal = '(?:기(?:도|만|는|가|에|에는|에도|를|까지|보다|로|때문에?|전에?|위해서?)?|길|긴)';
const pastTail = `(?:다(?:고|는|가|며|면|면서|니|지)?${politeness}|습니다(?:만)?|습니까|슴다|음(?:을|은|이|에도|에|으로)?|[어엉](?:서|도|야|(?:지|죠|만))?${politeness}|는(?:데(?:도|요)?|지(?:도|는|요)?|걸요?|가)|네${politeness}|고${politeness}|구${politeness}|지만|지${politeness}|죠|쥬|던(?:데${politeness}|가|지)?|으면(?:서|요)?|으니(?:까${politeness})?|을(?:까${politeness}|때|텐데${politeness}|듯|지|걸요?|거)?|거든${politeness}|더라(?:고요|구요|면)?|으나|나${politeness}|구나|군${politeness}|냐(?:고)?|잖아${politeness}|${nominal}|건(?:만|데)|길래|었[다던는지네고]*|으며|으므로|을뿐|는지라|답니다|대${politeness}|다네${politeness})`;

const tails: Readonly<Record<StemShape, string>> = {
  K: `(?:고(?:도|서|는|요|만|나서)?|구(?:요)?|지(?:만|는|도|요|를)?|질|진|죠|쥬|게(?:요|도|끔|는|만)?|는(?:데(?:도|요)?|지(?:도|는|요)?|걸요?|게|거|것|가|구나|군요?|다(?:고|는)?|중)?|네${politeness}|다(?:고|는|가|며|면|니)?|던(?:데${politeness}|지|가)?|습니다(?:만)?|습니까|슴다|거나|거든${politeness}|자(?:마자|고|는|면)?|더(?:라(?:고요|구요)?|군요?|니)|든(?:지|가)|듯(?:이|한|하.*)?|도록|길래|겠${pastTail}|냐(?:고)?|느(?:라|냐|니)|잖아${politeness}|구나|군${politeness}|건(?:데|만)?|네요|소|기(?:도|만|는|가|에|에는|에도|를|까지|보다|로|때문에?|전에?|위해서?)?|긴|길|나${politeness}|지마(?:세요|라)?)`,
  D: `(?:는(?:데(?:도|요)?|지(?:도|는|요)?|걸요?|게|거|것|가|구나|군요?|중)?|네${politeness}|니(?:까${politeness}|다)?|세${politeness}|나${politeness}|느라)`,
  U: `(?:면(?:서(?:도)?|은|요)?|니(?:까${politeness})?|러|려(?:고${politeness}|면|는(?:데)?|다가?)?|며|므로|나|라(?:고|는|면|며)?|세${politeness}|리[라란])`,
  N: `(?:데(?:도|요|다|다가)?|지(?:도|는|가|요)?|가${politeness}|걸${politeness}|거|것|다(?:고|는|니|면|면서)?${politeness}|들|대${politeness}|단|답니다|듯(?:이|한)?|적(?:이|은|도)?|채(?:로)?|뒤|후(?:에)?|건(?:지|가)?|게|데에|만큼|줄)?`,
  L: `(?:까(?:봐|요)?|수(?:록|가|는|도|록)?|게${politeness}|지(?:도|는|요)?|만(?:한|하[가-힣]*)?|때(?:는|도|마다|까지|의|만|면)?|텐데${politeness}|거(?:예요|에요|면|야|라고|다)?|걸${politeness}|것(?:을|이|은|도)?|건(?:데|가)?|뿐(?:더러|만)?|듯(?:이|한|하[가-힣]*)?|줄(?:은|이야)?|지라도|정도(?:로)?|라[고는]|만큼|법|뻔(?:했[가-힣]*)?|겁니다|께${politeness})?`,
  M: `(?:이|을|은|에|도|과|만|으로|에도|이다|입니다|의|까지)?`,
  B: `(?:니다(?:만|만은|요)?|니까|시다|시오|니당)`,
  A: `(?:서(?:요|도|는|인지|야)?|요|도(?:요)?|야(?:지${politeness}|죠|만|겠${pastTail}|한다|합니다|할|하[가-힣]*|되[가-힣]*|했[가-힣]*|해[가-힣]*|함|됩니다)?|라(?:고|도)?)?`,
  S: `(?:${pastTail}|던|었${pastTail})`,
};

interface TailRule {
  readonly whole: RegExp;
  /** Starts after which another predicate may follow. */
  readonly links: readonly string[];
}

const linking: Readonly<Record<StemShape, readonly string[]>> = {
  K: [
    '고',
    '구',
    '지',
    '게',
    '다',
    '려고',
    '나',
    '는',
    '기',
    '기만',
    '지도',
    '지는',
    '지를',
    '질',
    '기도',
    '고도',
  ],
  D: [],
  U: ['려', '려고', '러'],
  N: ['다', '다고', '거', '것', '적', '듯', '척'],
  L: ['까', '만', '듯', '뻔', '수', '거', '것', '게', '법', '줄'],
  M: [],
  B: [],
  A: ['', '도', '야', '라', '서'],
  S: ['는지', '으면', '을', '던', '다고', '는데'],
};

function ruleOf(shape: StemShape): TailRule {
  return { whole: new RegExp(`^${tails[shape]}$`), links: linking[shape] };
}

const rules: Readonly<Record<StemShape, TailRule>> = {
  K: ruleOf('K'),
  D: ruleOf('D'),
  U: ruleOf('U'),
  N: ruleOf('N'),
  L: ruleOf('L'),
  M: ruleOf('M'),
  B: ruleOf('B'),
  A: ruleOf('A'),
  S: ruleOf('S'),
};

export function isEnding(shape: StemShape, tail: string): boolean {
  return rules[shape].whole.test(tail);
}

/** What may stand between a stem of this shape and a further predicate. */
export function linksOf(shape: StemShape): readonly string[] {
  return rules[shape].links;
}
