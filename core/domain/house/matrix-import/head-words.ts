/** What a column or row of a QFD template can be, by the words at its head. */
export type HeadMeaning =
  | 'importance'
  | 'kano'
  | 'current'
  | 'target'
  | 'improvementRatio'
  | 'salesPoint'
  | 'absoluteWeight'
  | 'relativeWeight'
  | 'direction'
  | 'unit'
  | 'targetValue'
  | 'difficulty'
  | 'rank'
  | 'own'
  | 'code';

/** The first that fits counts: more particular words stand before those they contain. */
const sideWords: readonly (readonly [HeadMeaning, RegExp])[] = [
  ['kano', /kano|카노/i],
  ['code', /^(번호|순번|연번|코드|no\.?|code|#|row\s*#?|column\s*#?)$/i],
  ['improvementRatio', /향상률|향상율|개선율|개선률|수준향상|improvement|raising/i],
  ['salesPoint', /판매|세일즈|셀링|sales|selling/i],
  ['absoluteWeight', /절대|absolute|raw\s*weight/i],
  ['relativeWeight', /상대|relative|가중치\s*\(?%|비중|demanded\s*weight/i],
  ['rank', /순위|rank/i],
  ['target', /목표|기획\s*품질|target|plan|goal/i],
  ['current', /현재|현\s*수준|current|자사|당사|우리|our|^us$/i],
  ['importance', /중요도|중요|importance|weight|가중치|priority/i],
];

const footWords: readonly (readonly [HeadMeaning, RegExp])[] = [
  ['direction', /방향|direction|movement/i],
  ['unit', /단위|unit/i],
  ['targetValue', /목표|target|limit|설계\s*품질/i],
  ['difficulty', /난이도|difficulty|어려움/i],
  ['rank', /순위|rank|priority|우선/i],
  ['relativeWeight', /상대|relative|비중|%/i],
  ['absoluteWeight', /절대|중요도|absolute|importance|weight|가중치|합계|총점|total|score/i],
  ['own', /자사|당사|우리|our|^us$|현재|current/i],
  ['code', /^(번호|순번|연번|코드|no\.?|code|#|row\s*#?|column\s*#?)$/i],
];

export function sideMeaning(head: string): HeadMeaning | null {
  return sideWords.find(([, words]) => words.test(head))?.[0] ?? null;
}

export function footMeaning(label: string): HeadMeaning | null {
  return footWords.find(([, words]) => words.test(label))?.[0] ?? null;
}
