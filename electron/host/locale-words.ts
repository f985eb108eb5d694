import { readdirSync, readFileSync } from 'node:fs';
import type { ErrorPayload } from '../../core/contract/app-error.ts';
import type { Locale } from '../../core/contract/common.schema.ts';
import { type MessageTree, type Translate, translatorOver } from '../../core/i18n/translate.ts';
import { resourceFile } from './bundle-location.ts';

/** The screen's own words, for whatever speaks without a screen: the command line and the server. */
export function localeWords(locale: Locale): Translate {
  return translatorOver(localeTrees(locale));
}

/** The same as plain data by room, which can go to a worker where a function cannot. */
export function localeTrees(locale: Locale): Record<string, MessageTree> {
  const folder = resourceFile(`locales/${locale}`);
  const rooms = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as MessageTree,
    ]);
  return Object.fromEntries(rooms);
}

/** The sentence for a refusal; one without words of its own gets the general one. */
export function wordsForError(
  words: Translate,
  error: Pick<ErrorPayload, 'code' | 'params'>,
): string {
  const [room = '', ...reason] = error.code.split('.');
  const key = `${room}:errors.${reason.join('.')}`;
  const sentence = words(key, plain(error.params));
  return sentence === key ? words('app:errors.unexpected', { method: error.code }) : sentence;
}

function plain(params: ErrorPayload['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value ?? ''),
    ]),
  );
}
