import type { ActionStatus } from '../contract/action.contract.ts';
import type { CsfStatus } from '../contract/csf.contract.ts';
import type { ComponentScore, WavePoint } from '../contract/csi.contract.ts';
import type { HowDirection } from '../contract/house.contract.ts';
import type { ReportKind } from '../contract/report.contract.ts';
import type { MessageParams, Translate } from '../i18n/translate.ts';
import type { ReportLabels } from './report-document.ts';

/** The words of reports, below `report:`. */
export interface ReportWords {
  /** A word or sentence by its key below `report:`. */
  say(key: string, params?: MessageParams): string;
  translate: Translate;
}

export function reportWords(translate: Translate): ReportWords {
  return { say: (key, params) => translate(`report:${key}`, params), translate };
}

export function reportTitle(kind: ReportKind, words: ReportWords): string {
  return words.say(`titles.${kind}`);
}

export function actionStatusWord(status: ActionStatus, words: ReportWords): string {
  return words.say(`actionStatus.${status}`);
}

export function csfStatusWord(status: CsfStatus, words: ReportWords): string {
  return words.say(`csfStatus.${status}`);
}

export function scoreWord(score: ComponentScore, words: ReportWords): string {
  return words.say(`componentScore.${score}`);
}

export function directionSign(direction: HowDirection): string {
  return { up: '↑', down: '↓', target: '◎' }[direction];
}

/** `p=0.012`, or `p<0.001` where more digits would pretend. */
export function formatP(p: number): string {
  return p < 0.001 ? 'p<0.001' : `p=${p.toFixed(3)}`;
}

/** The few words an exporter itself has to say. */
export function reportLabels(words: ReportWords): ReportLabels {
  const label = (key: string) => words.say(`labels.${key}`);
  return {
    createdAt: label('createdAt'),
    period: label('period'),
    page: label('page'),
    continued: label('continued'),
    intervalLow: label('intervalLow'),
    intervalHigh: label('intervalHigh'),
  };
}

/** What a comparison with the wave before may claim. */
export function verdictOf(change: WavePoint['change'], words: ReportWords): string {
  if (change === null) return '';
  const verdict = words.say(change.significant ? 'verdict.significant' : 'verdict.notSignificant');
  return `${verdict} (${formatP(change.p)})`;
}

/** At most `most` characters, the last one … when something was cut. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** Joins what is there: empty parts leave no separator behind. */
export function joinFacts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
