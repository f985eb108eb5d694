import type { SeededRandom } from '../numerics/seeded-random.ts';
import { expand, type Facts, speak } from './voc-template.ts';
import type { VocTheme } from './voc-theme.ts';
import { typedBy } from './voc-typing.ts';
import { type Voice, type VoiceName, voices } from './voc-voices.ts';

const longest = 400;

/** A text about the theme as this voice would write it. */
export function composeText(
  theme: VocTheme,
  voiceName: VoiceName,
  facts: Facts,
  random: SeededRandom,
): string {
  const voice = voices[voiceName];
  const { texts } = theme;
  const said = (template: string) =>
    speak(expand(template, facts, random), voice.style, random).trim();
  const person = { ...voice, elderly: voiceName === 'elder' };
  if (random.chance(voice.parts.short) && texts.shorts.length > 0) {
    return typedBy(expand(random.pick(texts.shorts), facts, random), person, random);
  }
  const parts = partsOf(theme, voiceName, random).map(said);
  const whole = joined(parts, random);
  const text =
    voiceName === 'elder' ? whole.replaceAll('저희', '우리').replaceAll('제가', '내가') : whole;
  return typedBy(shortened(text).replace(/,$/, ''), person, random);
}

function partsOf(theme: VocTheme, voiceName: VoiceName, random: SeededRandom): string[] {
  const voice = voices[voiceName];
  const { parts } = voice;
  const { texts, kind } = theme;
  const chosen: string[] = [];
  const add = (share: number, from: readonly string[] = []) => {
    if (!random.chance(share)) return;
    const fitting = from.filter((template) => fits(template, theme, voice, chosen));
    const pool = fitting.length > 0 || from !== texts.situations ? fitting : from;
    if (pool.length > 0) chosen.push(random.pick(pool));
  };
  add(parts.opener, voice.openers[kind]);
  add(parts.background, voice.background?.[kind]);
  add(1, texts.situations);
  add(parts.outcome, texts.outcomes);
  add(parts.secondOutcome, texts.outcomes);
  add(parts.reflection, voice.reflections?.[kind]);
  add(parts.request, texts.requests);
  add(parts.closer, voice.closers[kind]);
  return chosen.filter((part) => part !== '');
}

const contact = /\{(?:전화|메일|이름)/;
/** Templates that need a product to speak of. */
export const aboutProduct = /\{(?:제품|고장나서|증상)/;

/** Whether this person would add this sentence to what has been chosen so far. */
function fits(template: string, theme: VocTheme, voice: Voice, chosen: readonly string[]): boolean {
  if (chosen.includes(template)) return false;
  if (voice.avoids?.test(template) === true) return false;
  if (theme.product === 'none' && aboutProduct.test(template)) return false;
  return !(contact.test(template) && chosen.some((part) => contact.test(part)));
}

function joined(parts: readonly string[], random: SeededRandom): string {
  const separator = parts.length > 3 && random.chance(0.08) ? '\n' : ' ';
  return parts.join(separator);
}

/** Cuts after the last whole sentence that still fits. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return cut.slice(0, Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n')) + 1) || cut;
}
