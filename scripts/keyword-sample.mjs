import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { wilsonInterval } from '../core/domain/proportion/wilson.ts';
import { EojeolCounter } from '../core/domain/words/eojeol-counter.ts';
import { keywordsOf } from '../core/domain/words/keywords.ts';
import { learnLexicon } from '../core/domain/words/lexicon.ts';
import { noWordRules } from '../core/domain/words/word-rules.ts';
import { generateSampleDataset } from '../core/sample/sample-dataset.ts';

/**
 * Draws occurrences of extracted keywords at random, for judging by hand, or counts what was judged.
 *
 *   node scripts/keyword-sample.mjs --texts texts.tsv --size 300      id, word and text, one a line
 *   node scripts/keyword-sample.mjs --size 300                        the same of the sample workspace
 *   node scripts/keyword-sample.mjs … --judged docs/keywords/x.tsv    what was judged, and the precision
 *
 * `--texts`: a table with a header, its first column an id and its second the text. A file of judgements
 * holds `id<TAB>word<TAB>verdict`, verdict 1 (right) or 0 (wrong); what it lacks is printed.
 */
const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    size: { type: 'string', default: '300' },
    seed: { type: 'string', default: '20261122' },
    judged: { type: 'string' },
  },
});

const rows = values.texts === undefined ? sampleRows() : tableRows(values.texts);
const counter = new EojeolCounter();
for (const { text } of rows) counter.add(text);
const lexicon = learnLexicon(counter);
const drawn = draw(Number(values.size), values.seed);
const verdicts = values.judged === undefined ? new Map() : readVerdicts(values.judged);

let right = 0;
let judged = 0;
for (const { id, word, text } of drawn) {
  const verdict = verdicts.get(`${id}\t${word}`);
  if (verdict === undefined) console.log(`${id}\t${word}\t${text}`);
  else {
    judged += 1;
    right += verdict;
  }
}
if (judged > 0) {
  const share = right / judged;
  const [low, high] = wilsonInterval(share, judged).ci95;
  console.log(
    `${right} of ${judged} right: ${(share * 100).toFixed(1)} % (95 % Wilson ${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)} %), ${drawn.length - judged} not judged`,
  );
}

function tableRows(file) {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  return lines
    .map((line) => line.split('\t'))
    .filter((cells) => (cells[1] ?? '') !== '')
    .map(([id, text]) => ({ id, text }));
}

function sampleRows() {
  const { voc } = generateSampleDataset({ seed: 1, today: '2026-11-21' });
  return voc.map(({ externalId, text }) => ({ id: externalId, text: text.replaceAll('\n', ' ') }));
}

/**
 * Occurrences in the order of a hash of the seed, the text's id and the word: as good as by lot, and a
 * change of the extraction changes only the occurrences that it changes.
 */
function draw(size, seed) {
  const occurrences = rows.flatMap(({ id, text }) =>
    keywordsOf(text, lexicon, noWordRules).map((word) => ({
      id,
      word,
      text,
      order: hashOf(`${seed} ${id} ${word}`),
    })),
  );
  return occurrences.sort((a, b) => a.order - b.order).slice(0, size);
}

/** FNV-1a, with its bits mixed once more (the finaliser of MurmurHash3). */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function readVerdicts(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines
      .map((line) => line.split('\t'))
      .map(([id, word, verdict]) => [`${id}\t${word}`, Number(verdict)]),
  );
}
