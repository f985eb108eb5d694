import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../core/contract/app-error.ts';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { maskPersonalData } from '../../core/domain/voc/mask-personal-data.ts';
import { normalizeForSearch } from '../../core/domain/voc/voc-search.ts';
import { KeywordIndex } from '../../core/domain/words/keyword-index.ts';
import { keywordsOfChunk } from '../../core/domain/words/keywords.ts';
import { type Lexicon, learnLexicon } from '../../core/domain/words/lexicon.ts';
import { WordRules } from '../../core/domain/words/word-rules.ts';
import { openRaw } from '../../db/connection.ts';
import { readKnownNames } from '../../db/known-names.ts';
import { vocIdsOf } from '../../db/voc-count.ts';
import { Corpus } from '../host/voc-words/corpus.ts';
import {
  keywordRanking,
  risingWords,
  wordPairs,
  wordTrend,
} from '../host/voc-words/word-answers.ts';
import type {
  QuestionName,
  WordQuestions,
  WordReply,
  WordRequest,
  WordsTask,
} from '../host/voc-words/word-messages.ts';

const { file, sampleSize }: WordsTask = workerData;
const raw = openRaw(file, { readonly: true });
const corpus = new Corpus(raw);

let lexicon: Lexicon | null = null;
/** Texts that the lexicon was learned from, and how many came, changed or went since. */
let learnedTexts = 0;
let changedSince = 0;
/** Words of every chunk before stop words and synonyms, and the kept words they were found with. */
let found: string[][] = [];
let keptKey = '';
/** Whether a word is a customer's name, for every word that was looked at. */
const names = new Map<string, boolean>();
let index: KeywordIndex | null = null;
let indexKey = '';

/** So much of the corpus may be new before its words are learned anew. */
const relearnShare = 0.2;
/** VOC to be read yet: null for all, as at first and after a reading that was given up. */
let unread: number[] | null = null;

const chunksPerBeat = 20_000;

type Beat = (phase: string, done: number, total: number | null) => void;

/** Brings everything in step with the file and the rules; cheap when nothing happened. */
function upToDate({ rules, changed }: WordRequest, beat: Beat): KeywordIndex {
  const differing = readChanged(changed, beat);
  if (differing > 0) index = null;
  changedSince += differing;
  if (lexicon === null || changedSince > relearnShare * learnedTexts) relearn(beat);
  const wordRules = new WordRules(rules);
  const keeps = [...wordRules.keeps].sort().join(' ');
  if (keeps !== keptKey) found = [];
  keptKey = keeps;
  findWords(wordRules, beat);
  const key = JSON.stringify(rules);
  followKnownNames();
  if (index === null || key !== indexKey) index = newIndex(wordRules);
  indexKey = key;
  return index;
}

/** Customers' names may be frequent, too: a word that the texts hide is shown nowhere. */
function newIndex(rules: WordRules): KeywordIndex {
  const plain = new KeywordIndex(corpus.texts, corpus.counter, found, rules);
  judgeNames(plain);
  judgedWords = plain.words;
  knownAmongWords = knownAmong(judgedWords);
  const hidden = new Set(judgedWords.filter((word) => names.get(word) === true));
  for (const word of knownAmongWords) hidden.add(word);
  if (hidden.size === 0) return plain;
  const shown = found.map((words) => words.filter((word) => !hidden.has(rules.apply(word) ?? '')));
  return new KeywordIndex(corpus.texts, corpus.counter, shown, rules);
}

let known = readKnownNames(raw);
let knownVersion: unknown = raw.pragma('data_version', { simple: true });
/** Words of the index before names were taken out, and those of them that somebody is called. */
let judgedWords: readonly string[] = [];
let knownAmongWords: readonly string[] = [];

function knownAmong(words: readonly string[]): string[] {
  return words.filter((word) => known.isIn(word));
}

/** A customer may have got a file, or another name, since; the words may have stayed the same. */
function followKnownNames(): void {
  const version = raw.pragma('data_version', { simple: true });
  if (version === knownVersion) return;
  knownVersion = version;
  known = readKnownNames(raw);
  if (knownAmong(judgedWords).join('\n') !== knownAmongWords.join('\n')) index = null;
}

const textsLookedAt = 12;

/** A word that could be a name is one when most of the texts it stands in hide it. */
function judgeNames(words: KeywordIndex): void {
  const unknown = words.words.filter((word) => !names.has(word));
  const candidates = unknown.filter(couldBeName);
  for (const word of unknown) names.set(word, false);
  const textOf = raw.prepare('SELECT text FROM voc WHERE id = ?').pluck();
  for (const [word, places] of words.firstPlacesWith(candidates, textsLookedAt)) {
    const hiding = places.filter((place) => {
      const text = String(textOf.get(words.texts.ids[place] ?? 0));
      return !normalizeForSearch(maskPersonalData(text)).includes(word);
    });
    names.set(word, hiding.length > 0 && hiding.length * 2 >= places.length);
  }
}

function couldBeName(word: string): boolean {
  if (word.length < 2 || word.length > 4 || word.endsWith('다')) return false;
  return [`${word} 고객님`, `${word}씨`].some((named) => maskPersonalData(named) !== named);
}

/** What is named is read anew; everything, when it was too much to name or nothing is known yet. */
function readChanged(changed: readonly number[] | null, beat: Beat): number {
  if (sampleSize !== null) {
    if (unread !== null) return 0;
    unread = [];
    return corpus.readSpread(sampleSize).changed;
  }
  unread = unread === null || changed === null ? null : [...unread, ...changed];
  if (unread === null) {
    const total = corpus.countTexts();
    const differing = readTexts((done) => beat('reading', done, total));
    unread = [];
    return differing;
  }
  const ids = [...new Set(unread)].sort((a, b) => a - b);
  unread = [];
  return ids.length === 0 ? 0 : corpus.readSome(ids).changed;
}

/** A reading that was given up leaves nothing behind that could be mistaken for the whole. */
function readTexts(onBeat: (done: number) => void): number {
  try {
    return corpus.read(onBeat).changed;
  } catch (error) {
    corpus.reset();
    unread = null;
    lexicon = null;
    found = [];
    index = null;
    throw error;
  }
}

function relearn(beat: Beat): void {
  beat('learning', 0, null);
  lexicon = learnLexicon(corpus.counter);
  learnedTexts = corpus.texts.ids.length;
  changedSince = 0;
  found = [];
  names.clear();
  index = null;
}

function findWords(rules: WordRules, beat: Beat): void {
  if (lexicon === null) return;
  const { chunks } = corpus.counter;
  if (found.length < chunks.length) index = null;
  for (let chunk = found.length; chunk < chunks.length; chunk++) {
    found.push(keywordsOfChunk(chunks[chunk] ?? '', lexicon, rules.keeps));
    if (chunk % chunksPerBeat === 0) beat('finding', chunk, chunks.length);
  }
}

/** The places of what a filter selects. Its keyword is looked up here, the rest in the file. */
function placesOf(words: KeywordIndex, filter: VocFilter, today: string): Uint32Array {
  const { keyword, ...rest } = filter;
  const all = Object.values(rest).every((part) => part === undefined)
    ? words.texts.ids.map((_, place) => place)
    : words.placesOf(vocIdsOf(raw, { filter: rest, today, keywordIds: null }));
  return withKeywords(words, keyword ?? '', all);
}

/** Several keywords, parted by spaces, must all be there. */
function withKeywords(words: KeywordIndex, keyword: string, places: Uint32Array): Uint32Array {
  return keyword
    .split(/\s+/)
    .filter((word) => word !== '')
    .reduce((left, word) => words.placesWith(word, left), places);
}

function answer(request: WordRequest, beat: Beat): WordQuestions[QuestionName]['answer'] {
  const words = upToDate(request, beat);
  switch (request.name) {
    case 'learn':
      return { texts: words.texts.ids.length, words: words.words.length };
    case 'idsWith': {
      const places = withKeywords(words, request.ask.keyword, placesOf(words, {}, ''));
      return places.map((place) => words.texts.ids[place] ?? 0);
    }
    default: {
      const { ask } = request;
      const places = placesOf(words, ask.filter, ask.today);
      return answerOver(words, places, request);
    }
  }
}

function answerOver(
  words: KeywordIndex,
  places: Uint32Array,
  request: Exclude<WordRequest, { name: 'learn' | 'idsWith' }>,
): WordQuestions[QuestionName]['answer'] {
  switch (request.name) {
    case 'keywords':
      return keywordRanking(words, places, request.ask.limit);
    case 'rising':
      return risingWords(words, places, request.ask);
    case 'trend':
      return wordTrend(words, places, request.ask);
    case 'cooccurrence':
      return wordPairs(words, places, request.ask.limit);
  }
}

function send(reply: WordReply): void {
  parentPort?.postMessage(reply);
}

parentPort?.on('message', (request: WordRequest) => {
  const flag = new Int32Array(request.cancelFlag);
  const beat: Beat = (phase, done, total) => {
    if (Atomics.load(flag, 0) !== 0) throw new AppError('app.cancelled');
    send({ id: request.id, kind: 'progress', phase, done, total });
  };
  try {
    send({ id: request.id, kind: 'answer', answer: answer(request, beat) });
  } catch (error) {
    if (!(error instanceof AppError)) console.error('words failed:', error);
    const known = error instanceof AppError ? error : new AppError('app.taskFailed');
    send({ id: request.id, kind: 'failed', error: known.toPayload() });
  }
});
