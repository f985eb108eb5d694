import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../core/contract/app-error.ts';
import { suggestAffinityGroups } from '../../core/domain/requirement/affinity-groups.ts';
import {
  type KeywordCorpus,
  KeywordCorpusBuilder,
} from '../../core/domain/requirement/keyword-corpus.ts';
import { maskPersonalData } from '../../core/domain/voc/mask-personal-data.ts';
import { normalizeForSearch } from '../../core/domain/voc/voc-search.ts';
import { parseSearch } from '../../core/domain/voc/voc-search-query.ts';
import { EojeolCounter } from '../../core/domain/words/eojeol-counter.ts';
import { GrowingNumbers } from '../../core/domain/words/growing-numbers.ts';
import { keywordsOfChunk } from '../../core/domain/words/keywords.ts';
import { learnLexicon } from '../../core/domain/words/lexicon.ts';
import { WordRules } from '../../core/domain/words/word-rules.ts';
import {
  assignedVoc,
  facetNames,
  textsOf,
  vocOfSample,
  vocToGroup,
  wordRuleLines,
} from '../../db/affinity-source.ts';
import { openRaw } from '../../db/connection.ts';
import { readKnownNames } from '../../db/known-names.ts';
import { countVoc } from '../../db/voc-count.ts';
import { searchIds } from '../../db/voc-search-ids.ts';
import type {
  AffinityAnswers,
  AffinityMessage,
  AffinityQuestion,
  AffinityTask,
} from '../host/affinity/affinity-messages.ts';
import { AffinityState, type GroupedColumns } from '../host/affinity/affinity-state.ts';

/** Groups the VOC of one task, then answers about them from memory, through a connection of its own. */
const task: AffinityTask = workerData;
const raw = openRaw(task.file, { readonly: true });

const tellEvery = 5_000;

function send(message: AffinityMessage): void {
  parentPort?.postMessage(message);
}

interface ReadVoc {
  ids: Uint32Array;
  severities: Uint8Array;
  counter: EojeolCounter;
  /** Chunks of text d: `chunks[offsets[d]]` to `chunks[offsets[d + 1] − 1]`. */
  chunks: Uint32Array;
  offsets: Uint32Array;
}

function readVoc(): ReadVoc {
  const { sample, criteria } = task;
  const total = sample?.ids.length ?? countVoc(raw, criteria);
  const rows = sample === null ? vocToGroup(raw, criteria) : vocOfSample(raw, sample.ids);
  const counter = new EojeolCounter();
  const [ids, severities, chunks, offsets] = Array.from({ length: 4 }, () => new GrowingNumbers());
  if (!ids || !severities || !chunks || !offsets) throw new AppError('affinity.failed');
  offsets.push(0);
  for (const [id, severity, text] of rows) {
    ids.push(id);
    severities.push(severity ?? 0);
    counter.add(text, chunks);
    offsets.push(chunks.length);
    if (ids.length % tellEvery === 0) {
      send({ kind: 'progress', phase: 'reading', done: ids.length, total });
    }
  }
  return {
    ids: ids.values(),
    severities: Uint8Array.from(severities.values()),
    counter,
    chunks: chunks.values(),
    offsets: offsets.values(),
  };
}

/** Words that hold no group together: names that VOC are filed by, and what people took out. */
function wordsLeftOut(): Set<string> {
  const words = new Set(task.withoutWords.map(normalizeForSearch));
  for (const name of facetNames(raw).map(normalizeForSearch)) {
    words.add(name);
    for (const part of name.split(/[\s/·,()]+/u)) words.add(part);
  }
  return words;
}

function corpusOf({ counter, chunks, offsets }: ReadVoc): KeywordCorpus {
  const lexicon = learnLexicon(counter);
  const rules = new WordRules(wordRuleLines(raw));
  const leftOut = wordsLeftOut();
  const builder = new KeywordCorpusBuilder();
  const byChunk = counter.chunks.map((chunk) =>
    keywordsOfChunk(chunk, lexicon, rules.keeps).flatMap((word) => {
      const shown = rules.apply(word);
      return shown === null || leftOut.has(shown) ? [] : [builder.numberOf(shown)];
    }),
  );
  const numbers: number[] = [];
  for (let text = 0; text + 1 < offsets.length; text++) {
    numbers.length = 0;
    const end = offsets[text + 1] ?? 0;
    for (let at = offsets[text] ?? 0; at < end; at++) {
      for (const number of byChunk[chunks[at] ?? 0] ?? []) numbers.push(number);
    }
    builder.addNumbered(numbers);
  }
  return builder.build();
}

function group(): AffinityState {
  const read = readVoc();
  const steps = 100;
  send({ kind: 'progress', phase: 'grouping', done: 0, total: steps });
  const suggestion = suggestAffinityGroups(corpusOf(read), {
    maxGroups: task.maxGroups,
    onProgress: (share) =>
      send({ kind: 'progress', phase: 'grouping', done: Math.round(share * steps), total: steps }),
  });
  const columns: GroupedColumns = { ...suggestion, ids: read.ids, severities: read.severities };
  const groups = suggestion.groups.map((one, number) => ({
    ...one,
    words: withoutPersonalData(one.words, number, columns),
  }));
  return new AffinityState(columns, groups, task);
}

const lookedAt = 20;
const knownNames = readKnownNames(raw);

/** A customer's name may be frequent too: a word that every text hides is shown nowhere. */
function withoutPersonalData(words: string[], number: number, columns: GroupedColumns): string[] {
  const ids: number[] = [];
  for (const [place, id] of columns.ids.entries()) {
    if (columns.groupOf[place] === number) ids.push(id);
    if (ids.length === lookedAt) break;
  }
  const texts = textsOf(raw, ids).map((text) => ({
    said: normalizeForSearch(text),
    shown: normalizeForSearch(maskPersonalData(text)),
  }));
  return words.filter((word) => {
    if (knownNames.isIn(word)) return false;
    const saying = texts.filter(({ said }) => said.includes(word));
    return saying.length === 0 || saying.some(({ shown }) => shown.includes(word));
  });
}

let known = { version: Number.NaN, assigned: assignedVoc(raw) };

function assignedNow() {
  const version = Number(raw.pragma('data_version', { simple: true }));
  if (version !== known.version) known = { version, assigned: assignedVoc(raw) };
  return known.assigned;
}

function answer(
  state: AffinityState,
  question: AffinityQuestion,
): AffinityAnswers[AffinityQuestion['ask']] {
  const assigned = assignedNow();
  if (question.ask === 'groups') return state.counted(assigned, question.assumedSeverity);
  const search = parseSearch(question.search);
  const among = search === null ? undefined : searchIds(raw, search);
  const ids = state.listed(question.group, assigned, among);
  return {
    ids: ids.slice(question.offset, question.offset + question.limit),
    total: ids.length,
  };
}

function payloadOf(error: unknown) {
  if (!(error instanceof AppError)) console.error('affinity failed:', error);
  return (error instanceof AppError ? error : new AppError('affinity.failed')).toPayload();
}

try {
  const state = group();
  send({ kind: 'ready' });
  parentPort?.on(
    'message',
    ({ number, question }: { number: number; question: AffinityQuestion }) => {
      try {
        send({ kind: 'answer', number, answer: answer(state, question) });
      } catch (error) {
        send({ kind: 'failed', number, error: payloadOf(error) });
      }
    },
  );
} catch (error) {
  send({ kind: 'failed', number: null, error: payloadOf(error) });
}
