import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { wilsonInterval } from '../core/domain/proportion/wilson.ts';
import { EojeolCounter } from '../core/domain/words/eojeol-counter.ts';
import { keywordsOf } from '../core/domain/words/keywords.ts';
import { learnLexicon } from '../core/domain/words/lexicon.ts';
import { noWordRules } from '../core/domain/words/word-rules.ts';
import { SeededRandom } from '../core/numerics/seeded-random.ts';
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
const drawn = draw(Number(values.size), new SeededRandom(Number(values.seed)));
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

/** Texts at random, and one of the keywords of each, weighted so that every occurrence is as likely. */
function draw(size, random) {
  const occurrences = rows.flatMap(({ id, text }) =>
    keywordsOf(text, lexicon, noWordRules).map((word) => ({ id, word, text })),
  );
  for (let i = 0; i < Math.min(size, occurrences.length); i++) {
    const other = random.integer(i, occurrences.length - 1);
    [occurrences[i], occurrences[other]] = [occurrences[other], occurrences[i]];
  }
  return occurrences.slice(0, size);
}

function readVerdicts(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines
      .map((line) => line.split('\t'))
      .map(([id, word, verdict]) => [`${id}\t${word}`, Number(verdict)]),
  );
}
