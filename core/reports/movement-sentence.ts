import { formatDifference, formatInterval, formatScore } from '../charts/chart-text.ts';
import type { WavePoint } from '../contract/csi.contract.ts';
import type { IndexReportData } from './report-data.ts';
import { formatP, type ReportWords } from './report-words.ts';

/** The latest wave and its change in one sentence, which claims no more than the interval allows. */
export function movementSentence(index: IndexReportData, words: ReportWords): string {
  const latest = index.wavePoints.at(-1);
  if (latest === undefined) return words.say('missing.index');
  const { name } = index.definition;
  if (latest.index === null) {
    return words.say('movement.noFigure', { index: name, wave: latest.waveName });
  }
  const level = words.say('movement.level', {
    index: name,
    wave: latest.waveName,
    score: formatScore(latest.index),
    interval: latest.ci95 === null ? words.say('movement.noInterval') : formatInterval(latest.ci95),
    n: latest.n,
  });
  return `${level} ${changeSentence(latest, index.wavePoints.at(-2), words)}`.trim();
}

function changeSentence(
  latest: WavePoint,
  previous: WavePoint | undefined,
  words: ReportWords,
): string {
  if (previous === undefined) return words.say('movement.first');
  const { change } = latest;
  if (change === null) return words.say('movement.notComparable', { previous: previous.waveName });
  const direction = change.difference > 0 ? 'rose' : change.difference < 0 ? 'fell' : 'same';
  const verdict = change.significant ? 'significant' : 'notSignificant';
  return [
    words.say(`movement.${direction}`, {
      previous: previous.waveName,
      size: formatScore(Math.abs(change.difference)),
    }),
    words.say(`movement.${verdict}`, {
      low: formatDifference(change.ci95[0]),
      high: formatDifference(change.ci95[1]),
      p: formatP(change.p),
    }),
  ].join(' ');
}
