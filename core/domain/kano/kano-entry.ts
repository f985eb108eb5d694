import { type KanoCategory, kanoEvaluationTable } from './kano.ts';

/** How each answer is told: 1 like it, 2 expect it, 3 do not care, 4 can live with it, 5 dislike it. */
const wordsOfAnswer: readonly (readonly string[])[] = [
  ['like', 'ilikeit', 'enjoy', '좋다', '좋음', '마음에든다', '마음에듦', '만족', '만족한다'],
  ['mustbe', 'expect', 'expectit', '당연', '당연하다', '당연함', '당연히그래야한다', '그래야한다'],
  ['neutral', 'idontcare', '무관심', '상관없다', '상관없음', '아무느낌없다', '느낌없음', '보통'],
  ['livewith', 'tolerate', 'icanlivewithit', '참을수있다', '하는수없다', '할수없다', '감수'],
  ['dislike', 'idislikeit', '싫다', '싫음', '마음에들지않는다', '마음에안든다', '불만', '불만족'],
];

/**
 * An answer to one of the two questions as people write it: 1 to 5 in any digits (`３`, `③`, `3.0`, `3점`,
 * `3. 무관심`), or its words in Korean or English. 0 for blank; null when it is none of these.
 */
export function parseKanoAnswer(entry: string): number | null {
  const text = entry.normalize('NFKC').trim().toLowerCase();
  if (text === '') return 0;
  const numbered = /^([1-5])(?:[.,]0+)?(?:\s*점)?(?:[.):]\s*\D.*|\s+\D.*)?$/.exec(text);
  if (numbered !== null) return Number(numbered[1]);
  const word = text.replace(/[\s'’.,-]/g, '');
  const place = wordsOfAnswer.findIndex((words) => words.includes(word));
  return place < 0 ? null : place + 1;
}

/** The class a pair of answers falls into; both from 1 to 5. */
export function kanoClassOfPair(functional: number, dysfunctional: number): KanoCategory {
  return kanoEvaluationTable[functional - 1]?.[dysfunctional - 1] ?? 'Q';
}
