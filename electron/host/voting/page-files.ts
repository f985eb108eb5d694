import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Locale } from '../../../core/contract/common.schema.ts';
import type { MessageTree } from '../../../core/i18n/translate.ts';
import { isBundled, votingPageFolder } from '../bundle-location.ts';
import { localeTrees } from '../locale-words.ts';

export interface PageFile {
  type: string;
  body: string;
}

const script = 'text/javascript; charset=utf-8';

/**
 * Every file of the voting page by its address. Read once, by names known here: what a request names is
 * looked up among these and never becomes a path.
 */
export async function readPageFiles(usual: Locale): Promise<ReadonlyMap<string, PageFile>> {
  const folder = votingPageFolder();
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const files = new Map<string, PageFile>([
    ['/', { type: 'text/html; charset=utf-8', body: await read('voting.html') }],
    ['/voting.css', { type: 'text/css; charset=utf-8', body: await read('voting.css') }],
    ['/words', { type: 'application/json; charset=utf-8', body: JSON.stringify(pageWords(usual)) }],
  ]);
  if (isBundled()) {
    files.set('/voting-page.js', { type: script, body: await read('voting-page.js') });
    return files;
  }
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.ts'))) {
    const body = stripTypeScriptTypes(await read(name));
    files.set(name === 'voting-page.ts' ? '/voting-page.js' : `/${name}`, { type: script, body });
  }
  return files;
}

/** The page speaks both languages: the phone's own, or else the facilitator's. */
function pageWords(usual: Locale): { usual: Locale } & Record<Locale, MessageTree | string> {
  const wordsOf = (locale: Locale) => localeTrees(locale).voting?.page ?? {};
  return { usual, ko: wordsOf('ko'), en: wordsOf('en') };
}
