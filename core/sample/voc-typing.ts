import type { SeededRandom } from '../numerics/seeded-random.ts';

/** What people get wrong, or do not bother about, when they type Korean. */

interface Slip {
  readonly from: RegExp;
  readonly to: string;
}

const slips: readonly Slip[] = [
  { from: /됐/g, to: '됬' },
  { from: /돼요/g, to: '되요' },
  { from: /안 돼/g, to: '안되' },
  { from: /며칠/g, to: '몇일' },
  { from: /어이없/g, to: '어의없' },
  { from: /금세/g, to: '금새' },
  { from: /웬/g, to: '왠' },
  { from: /굳이/g, to: '구지' },
  { from: /같아요/g, to: '같애요' },
  { from: /이에요/g, to: '이예요' },
  { from: /깨끗이/g, to: '깨끗히' },
  { from: /일일이/g, to: '일일히' },
  { from: /도대체/g, to: '도데체' },
  { from: /기다렸/g, to: '기달렸' },
  { from: /뭐/g, to: '머' },
  { from: /설거지/g, to: '설겆이' },
  { from: /오랜만/g, to: '오랫만' },
  { from: /않/g, to: '안' },
  { from: /할게요/g, to: '할께요' },
  { from: /어떻게/g, to: '어떡해' },
  { from: /는데요/g, to: '는대요' },
  { from: /너무/g, to: '넘' },
  { from: /그냥/g, to: '걍' },
  { from: /그런데/g, to: '근데' },
  { from: /주세요/g, to: '주세여' },
];

/** Spelled as before the reform of 1988: how older people still write it. */
const oldSpelling: Slip = { from: /습니다/g, to: '읍니다' };

/** Before these a hurried writer leaves out the space. */
const looseBefore = / (?=(?:수|것|거|때|줄|원|번|분|적|만에|지가|후에|뒤에)(?=[\s가-힣]|$))/g;
const looseAfter = /(?<=(?:^|\s)(?:안|못|또|더|잘|다|왜|꼭)) (?=[가-힣])/g;

/**
 * The text as this person typed it. `slipShare` is how likely a person makes mistakes at all; one who
 * does makes one or two kinds of them throughout.
 */
export function typedBy(
  text: string,
  person: { slips: number; looseSpacing: number; elderly: boolean },
  random: SeededRandom,
): string {
  let typed = text;
  if (random.chance(person.slips)) typed = withSlips(typed, person.elderly, random);
  if (person.looseSpacing > 0 && random.chance(0.6)) {
    typed = withLooseSpacing(typed, person.looseSpacing, random);
  }
  return typed;
}

function withSlips(text: string, elderly: boolean, random: SeededRandom): string {
  if (elderly && random.chance(0.4)) return text.replaceAll(oldSpelling.from, oldSpelling.to);
  const possible = slips.filter((slip) => text.search(slip.from) >= 0);
  return random
    .shuffle(possible)
    .slice(0, random.integer(1, 2))
    .reduce((typed, slip) => typed.replaceAll(slip.from, slip.to), text);
}

function withLooseSpacing(text: string, share: number, random: SeededRandom): string {
  const usual = text.replaceAll(looseBefore, '').replaceAll(looseAfter, '');
  return usual.replaceAll(/(?<=[가-힣]) (?=[가-힣])/g, (space) =>
    random.chance(share) ? '' : space,
  );
}
