import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../core/domain/words/chunks.ts';
import { EojeolCounter } from '../../core/domain/words/eojeol-counter.ts';
import { keywordsOf } from '../../core/domain/words/keywords.ts';
import { learnLexicon } from '../../core/domain/words/lexicon.ts';
import { nounTailOf } from '../../core/domain/words/noun-tails.ts';
import { predicateReadings } from '../../core/domain/words/predicate-forms.ts';
import { noWordRules, WordRules } from '../../core/domain/words/word-rules.ts';
import { generateSampleDataset } from '../../core/sample/sample-dataset.ts';

const texts = generateSampleDataset({ seed: 1, today: '2026-11-21' }).voc.map(({ text }) => text);
const lexicon = learnt(texts);

function learnt(corpus: readonly string[]) {
  const counter = new EojeolCounter();
  for (const text of corpus) counter.add(text);
  return learnLexicon(counter);
}

const words = (text: string, rules = noWordRules) => keywordsOf(text, lexicon, rules);

/** What stands before the arrow is written by customers; what stands behind it is the keyword. */
const worked = `
환불해주세요 환불, 환불해 환불, 환불이 환불, 환불을 환불, 환불은 환불, 환불도 환불, 환불만 환불, 환불까지 환불, 환불까지도 환불, 환불받았어요 환불, 환불됐나요 환불, 환불되나요 환불,
배송이 배송, 배송은 배송, 배송에서는 배송, 배송보다 배송, 배송처럼 배송, 배송마다 배송, 배송조차 배송, 배송의 배송, 배송으로 배송, 배송이나 배송, 배송이라도 배송, 배송부터 배송, 배송이었는데 배송, 배송입니다 배송, 배송인데요 배송,
결제가 결제, 결제는 결제, 결제를 결제, 결제로 결제, 결제와 결제, 결제나 결제, 결제하려고 결제, 결제했는데 결제, 결제하면 결제, 결제됩니다 결제, 결제했다고 결제, 결제시키고 결제,
기사님이 기사, 기사님께서 기사, 기사님들은 기사, 고객님에게 고객, 상담원이 상담원, 상담원한테 상담원, 상담원과 상담원, 직원들이 직원, 직원의 직원, 담당자에게서 담당자,
친절하게 친절, 친절한 친절, 친절했습니다 친절, 친절하시고 친절, 친절하셨어요 친절, 친절합니다 친절, 친절하지 친절, 친절해서 친절, 불친절하네요 불친절, 불편했어요 불편, 불편을 불편, 만족스럽습니다 만족, 실망스러웠어요 실망,
늦게 늦다, 늦어서 늦다, 늦었습니다 늦다, 늦으면 늦다, 늦은 늦다, 늦네요 늦다, 느려요 느리다, 느리고 느리다, 느렸는데 느리다, 느립니다 느리다, 느린 느리다,
기다렸어요 기다리다, 기다리는데 기다리다, 기다려주세요 기다리다, 기다리게 기다리다, 기다리라고 기다리다, 기다리고있습니다 기다리다,
좋아요 좋다, 좋았는데 좋다, 좋은데요 좋다, 나빠요 나쁘다, 나빴어요 나쁘다, 바빠서 바쁘다, 예뻐요 예쁘다, 빨라서 빠르다, 빠르게 빠르다, 달라요 다르다, 어려워요 어렵다, 어려운데 어렵다, 어렵네요 어렵다, 가벼워서 가볍다, 무거운 무겁다, 고마웠습니다 고맙다, 시끄러워요 시끄럽다,
들으면 듣다, 듣고서 듣다, 나았어요 낫다, 부어서 붓다, 파란데 파랗다,
고쳐주셨어요 고치다, 고쳤는데 고치다, 고치지않고 고치다, 고장이 고장, 고장난 고장나다, 바꿔주세요 바꾸다, 바뀌었습니다 바뀌다, 보내주시면 보내다, 맡겼는데 맡기다, 열려서 열리다, 꺼졌어요 꺼지다, 만들어요 만들다, 만드는 만들다, 힘드네요 힘들다,
앱이 앱, 앱에서 앱, 앱은 앱, 값이 값, 값을 값, 냉장고가 냉장고, 냉장고에서 냉장고, 세탁기도 세탁기, 에어컨이 에어컨, 에어컨으로 에어컨, 수리비가 수리비, 출장비까지 출장비, 속도가 속도, 온도는 온도, 강의를 강의, 제도가 제도, 사고가 사고
`;

describe('keywords', () => {
  const examples = worked
    .split(/[,\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(' ') as [string, string]);

  it('are worked out for more than a hundred forms', () => {
    expect(examples.length).toBeGreaterThanOrEqual(100);
  });

  it.each(examples)('reads %s as %s', (form, word) => {
    expect(words(form)).toEqual([word]);
  });

  it('leave out general words, numbers with their units, laughter and addresses', () => {
    expect(
      words('정말 그리고 저는 3만원 2번 10시간 ㅋㅋㅋ ㅠㅠ a@b.co.kr https://x.kr/1 !!!'),
    ).toEqual([]);
  });

  it('find the words of what was typed without spaces', () => {
    expect(words('배송이너무늦어요')).toEqual(['배송', '늦다']);
    expect(words('환불안돼요')).toEqual(['환불']);
  });

  it('take Latin terms with their particles, and A/S as one of them', () => {
    expect(words('TV가 A/S 접수')).toEqual(['tv', 'as', '접수']);
  });

  it('name each word once, in the order in which they come', () => {
    expect(words('환불 요청, 환불을 결제 취소 후 환불')).toEqual(['환불', '요청', '결제', '취소']);
  });

  it('are never empty, never hold a space, and come out the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...texts)), (text) => {
        const found = words(text);
        expect(found.every((word) => word.length > 0 && !/\s/.test(word))).toBe(true);
        expect(new Set(found).size).toBe(found.length);
        expect(words(text)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it('come out of a corpus whatever the order of its texts', () => {
    const backwards = learnt(texts.toReversed());
    expect(new Map([...backwards.nouns].sort())).toEqual(new Map([...lexicon.nouns].sort()));
  });

  it('follow the corpus: a noun that no list knows is learned from the particles around it', () => {
    const corpus = ['가', '는', '를', '에서', '와', '의'].flatMap((tail) =>
      Array(4).fill(`라벤더뷰${tail} 갔다`),
    );
    expect(learnt(corpus).nouns.has('라벤더뷰')).toBe(true);
    expect(lexicon.nouns.has('라벤더뷰')).toBe(false);
  });

  it('of an empty corpus are still read by grammar', () => {
    expect(keywordsOf('환불이 늦어요', learnt([]), noWordRules)).toEqual(['환불', '늦다']);
  });
});

describe('particles', () => {
  it('agree with the final consonant of the noun', () => {
    expect(nounTailOf('배송', '을')).not.toBeNull();
    expect(nounTailOf('배송', '를')).toBeNull();
    expect(nounTailOf('결제', '를')).not.toBeNull();
    expect(nounTailOf('결제', '을')).toBeNull();
    expect(nounTailOf('서울', '로')).not.toBeNull();
    expect(nounTailOf('배송', '로')).toBeNull();
  });
});

describe('predicates', () => {
  it('are no bare stems', () => {
    expect(predicateReadings('기다리')).toEqual([]);
  });
});

describe('word rules', () => {
  const line = (
    kind: 'stop' | 'synonym' | 'keep',
    word: string,
    standsFor: string | null = null,
  ) => ({
    kind,
    word,
    standsFor,
  });

  it('leave a word out', () => {
    expect(words('환불 요청', new WordRules([line('stop', '요청')]))).toEqual(['환불']);
  });

  it('count a word as another, once', () => {
    const rules = new WordRules([line('synonym', '어플', '앱')]);
    expect(words('어플이 느리고 앱이 꺼져요', rules)).toEqual(['앱', '느리다', '꺼지다']);
  });

  it('take a word that nothing else bears out, with its particles', () => {
    expect(words('뭉치로봇이 멈춰요')).not.toContain('뭉치로봇');
    expect(words('뭉치로봇이 멈춰요', new WordRules([line('keep', '뭉치로봇')]))).toContain(
      '뭉치로봇',
    );
  });

  it('end in a ring of synonyms, and are the same when applied again', () => {
    const rules = new WordRules([line('synonym', '가나', '다라'), line('synonym', '다라', '가나')]);
    const once = rules.apply('가나') ?? '';
    expect(['가나', '다라']).toContain(once);
    const chain = new WordRules([line('synonym', '에이', '비이'), line('synonym', '비이', '씨이')]);
    expect(chain.apply('에이')).toBe('씨이');
    expect(chain.apply(chain.apply('에이') ?? '')).toBe('씨이');
  });
});

/** The plain way, chunk by chunk through a Map: what the counter is to agree with. */
function countedPlainly(corpus: readonly string[]) {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const texts = corpus.map((text) =>
    chunksOf(text).map(({ latin, hangul }) => {
      const chunk = latin === '' ? hangul : `${latin} ${hangul}`;
      const id = ids.get(chunk) ?? ids.size;
      ids.set(chunk, id);
      counts[id] = (counts[id] ?? 0) + 1;
      return id;
    }),
  );
  return { chunks: [...ids.keys()], counts, texts };
}

function counted(corpus: readonly string[]) {
  const counter = new EojeolCounter();
  const all = corpus.map((text) => {
    const ids: number[] = [];
    counter.add(text, ids);
    return ids;
  });
  return { chunks: [...counter.chunks], counts: counter.counts, texts: all };
}

describe('the counter of eojeols', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      '환불',
      '가',
      '각',
      '\u11a8',
      ' ',
      '\n',
      '@',
      'a/s',
      'A',
      '3만원',
      'www.',
      'ㅋ',
      '漢',
      '.',
      'Ａ',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const anyText = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

  it('cuts and counts as the chunks of each text say, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), (corpus) => {
        expect(counted(corpus)).toEqual(countedPlainly(corpus));
      }),
      { numRuns: 500 },
    );
  });

  it('numbers thousands of different eojeols one by one', () => {
    const syllables = Array.from({ length: 9_000 }, (_, i) => String.fromCharCode(0xac00 + i));
    const corpus = [syllables.join(' '), syllables.toReversed().join(' '), ...texts];
    expect(counted(corpus)).toEqual(countedPlainly(corpus));
  });

  it('takes back a text that is gone', () => {
    const counter = new EojeolCounter();
    const ids: number[] = [];
    counter.add('환불 환불 요청', ids);
    counter.add('환불 지연');
    counter.forget(ids);
    expect([counter.texts, ...counter.counts]).toEqual([1, 1, 0, 1]);
  });
});
