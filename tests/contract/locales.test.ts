import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { translatorOver } from '../../core/i18n/translate.ts';
import { localeTrees } from '../../electron/host/locale-words.ts';

const projectFolder = path.resolve(import.meta.dirname, '../..');
const localesFolder = path.join(projectFolder, 'resources/locales');
const locales = ['ko', 'en'] as const;
type LocaleName = (typeof locales)[number];

const words = { ko: readWords('ko'), en: readWords('en') };
const rooms = readdirSync(path.join(localesFolder, 'ko')).map((file) => path.parse(file).name);
const sources = ['core', 'db', 'electron', 'renderer'].flatMap(sourceFilesBelow);

describe('words', () => {
  it('lie in the same files in every language', () => {
    expect(readdirSync(path.join(localesFolder, 'en'))).toEqual(
      readdirSync(path.join(localesFolder, 'ko')),
    );
    expect(rooms.length).toBeGreaterThan(5);
  });

  it('have the same keys in every language', () => {
    const only = (one: LocaleName, other: LocaleName) =>
      [...words[one].keys()].filter((key) => !words[other].has(key));

    expect({ onlyKorean: only('ko', 'en'), onlyEnglish: only('en', 'ko') }).toEqual({
      onlyKorean: [],
      onlyEnglish: [],
    });
  });

  it('are written, not left empty', () => {
    for (const locale of locales) {
      expect([...words[locale]].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('fill in the same parameters in every language', () => {
    const paramsOf = (text: string) =>
      [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort();
    const unlike = [...words.ko]
      .filter(([key]) => words.en.has(key))
      .filter(([key, text]) => {
        return paramsOf(text).join() !== paramsOf(words.en.get(key) ?? '').join();
      })
      .map(([key]) => key);

    expect(unlike).toEqual([]);
  });

  it.each(locales)(
    'part the thousands of a count alike on the screen and without one, in %s',
    (locale) => {
      const trees = localeTrees(locale);
      const onScreen = createInstance();
      void onScreen.init({ lng: locale, resources: { [locale]: trees }, initAsync: false });
      const elsewhere = translatorOver(trees);
      const params = { whats: 30, hows: 40, filled: 1344, cells: 12000, percent: '11%' };
      for (const say of [onScreen.t, elsewhere]) {
        expect(say('house:counts', params)).toMatch(/ 1,344\D+12,000/);
        expect(say('house:counts', { ...params, filled: 7 })).toMatch(/ 7\D+12,000/);
      }
    },
  );

  it('are Korean in the Korean files', () => {
    const sentences = [...words.ko].filter(([key]) => key.includes(':errors.'));
    const foreign = sentences.filter(([, text]) => !/[가-힣]/.test(text)).map(([key]) => key);

    expect(sentences.length).toBeGreaterThan(20);
    expect(foreign).toEqual([]);
  });

  it('guess no particle after what is filled in: 을(를), or 을 where a name may end in a vowel', () => {
    const guessed = /[은는이가을를과와](?:\([은는이가을를과와]\))|\((?:으|이)\)(?:로|라)/;
    const assumed = /\}\}[”’"']?(?:[은는이가을를과와로]|으로|이라|라)(?=[ .,)]|고|는|서)/;
    const guessing = [...words.ko].filter(([, text]) => guessed.test(text) || assumed.test(text));
    expect(guessing).toEqual([]);
  });
});

describe('every code has words', () => {
  it.each(locales)('each error that the program can raise, in %s', (locale) => {
    // `new AppError('voc.textRequired'` and codes written down as data.
    const codes = found(/(?:new AppError\(\s*|code: )'([a-z]+)\.([a-zA-Z.]+)'/g).map(
      ([, room, reason]) => `${room}:errors.${reason}`,
    );

    // What `csm calc` says stands in its own sentences.
    const needed = codes.filter((key) => !key.startsWith('calc:'));
    expect(needed.length).toBeGreaterThan(20);
    expect(needed.filter((key) => !words[locale].has(key))).toEqual([]);
  });

  it.each(locales)('each key written out in full, undo labels among them, in %s', (locale) => {
    const pattern = new RegExp(`['"\`]((?:${rooms.join('|')}):[a-zA-Z0-9_.-]+)['"\`]`, 'g');
    const keys = found(pattern).map(([, key]) => String(key));
    const missing = keys.filter((key) => !hasWords(locale, key));

    expect(keys.filter((key) => key.includes(':undo.')).length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it.each(locales)('each beginning of a key that is put together, in %s', (locale) => {
    const pattern = new RegExp(`\`((?:${rooms.join('|')}):[a-zA-Z0-9_.]+\\.)\\$\\{`, 'g');
    const beginnings = found(pattern).map(([, key]) => String(key));
    const known = [...words[locale].keys()];

    expect(beginnings.filter((begin) => !known.some((key) => key.startsWith(begin)))).toEqual([]);
  });
});

/** Itself, the plural forms of it (`key_one`, `key_other`), or a whole group that is named. */
function hasWords(locale: LocaleName, key: string): boolean {
  if (words[locale].has(key) || words[locale].has(`${key}_other`)) return true;
  return [...words[locale].keys()].some((known) => known.startsWith(`${key}.`));
}

function found(pattern: RegExp): RegExpExecArray[] {
  const matches = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)]);
  return [...new Map(matches.map((match) => [match[0], match])).values()];
}

function sourceFilesBelow(folder: string): string[] {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(projectFolder, folder, file));
}

/** `voc:errors.textRequired` → its words, over every file of a language. */
function readWords(locale: LocaleName): Map<string, string> {
  const folder = path.join(localesFolder, locale);
  const entries = readdirSync(folder).flatMap((file) => {
    const tree: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    return leaves(tree, `${path.parse(file).name}:`);
  });
  return new Map(entries);
}

function leaves(node: unknown, prefix: string): [string, string][] {
  if (typeof node === 'string') return [[prefix, node]];
  const separator = prefix.endsWith(':') ? '' : '.';
  return Object.entries(node as Record<string, unknown>).flatMap(([name, below]) =>
    leaves(below, `${prefix}${separator}${name}`),
  );
}
