import type { SeededRandom } from '../numerics/seeded-random.ts';
import { isJosa, withJosa } from './josa.ts';
import { conjugate, copula, type Ending, type RequestEnding } from './korean-endings.ts';

/**
 * Templates of the sample's texts.
 *
 *   `[가|나|다]`   one of several, may be nested and may be empty: `[정말 |]`
 *   `{제품}`       a fact of this VOC; `{제품:을}` with the particle that fits
 *   `~ ^ = *`      end of a sentence, see korean-endings.ts
 */
export type Facts = Readonly<Record<string, string>>;

/** How a voice ends its sentences. */
export interface EndingStyle {
  readonly endings: readonly Ending[];
  readonly requests: readonly RequestEnding[];
  /** What stands after a sentence: '.', '!!', ' ㅠㅠ' … */
  readonly stops: readonly string[];
}

export function expand(template: string, facts: Facts, random: SeededRandom): string {
  const chosen = chooseAlternatives(template, random);
  return chosen.replaceAll(/\{([^}:]+)(?::([^}]+))?\}/g, (_, name: string, josa?: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new RangeError(`no fact {${name}} in: ${template}`);
    if (josa === undefined) return fact;
    if (!isJosa(josa)) throw new RangeError(`no particle ${josa} in: ${template}`);
    return withJosa(fact, josa);
  });
}

const innermostChoice = /\[([^[\]]*)\]/;

function chooseAlternatives(template: string, random: SeededRandom): string {
  let text = template;
  for (let match = innermostChoice.exec(text); match !== null; match = innermostChoice.exec(text)) {
    const chosen = random.pick((match[1] ?? '').split('|'));
    text = text.slice(0, match.index) + chosen + text.slice(match.index + match[0].length);
  }
  return text.replaceAll(/ {2,}/g, ' ').trim();
}

/** Turns every marked sentence end into words and adds the voice's full stops. */
export function speak(expanded: string, style: EndingStyle, random: SeededRandom): string {
  let spoken = '';
  let sentence = '';
  for (const character of expanded) {
    if (isMark(character)) {
      spoken += withStop(endSentence(sentence, character, style, random), style, random);
      sentence = '';
    } else {
      sentence += character;
    }
  }
  return spoken + sentence;
}

type Mark = '~' | '^' | '=' | '*';

function isMark(character: string): character is Mark {
  return character === '~' || character === '^' || character === '=' || character === '*';
}

function endSentence(
  sentence: string,
  mark: Mark,
  style: EndingStyle,
  random: SeededRandom,
): string {
  if (mark === '*') return sentence.replace(/주$/, '') + random.pick(style.requests);
  const ending = random.pick(style.endings);
  if (mark === '=') return copula(sentence, ending);
  return conjugate(sentence, mark === '~' ? 'verb' : 'adjective', ending);
}

function withStop(sentence: string, style: EndingStyle, random: SeededRandom): string {
  return /[?!.]$/.test(sentence) ? sentence : sentence + random.pick(style.stops);
}
