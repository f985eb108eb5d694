import type { ChartTheme } from '../charts/chart-theme.ts';
import type { Locale } from '../contract/common.schema.ts';
import type { ReportFormat, ReportKind } from '../contract/report.contract.ts';
import { safeFileName } from '../domain/workspace/workspace-file-name.ts';
import type { Translate } from '../i18n/translate.ts';
import { actionsSection } from './actions.section.ts';
import { csfSection, paretoFigure } from './csf.section.ts';
import { csiSections } from './csi.section.ts';
import { effectSection } from './effect.section.ts';
import { insightSections } from './insight.section.ts';
import { matrixSections } from './matrix.section.ts';
import type { ReportData } from './report-data.ts';
import type { ReportDocument, ReportSection } from './report-document.ts';
import {
  joinFacts,
  type ReportWords,
  reportLabels,
  reportTitle,
  reportWords,
} from './report-words.ts';
import { sourcesSection } from './sources.section.ts';
import { summarySection } from './summary.section.ts';
import { vocSection } from './voc.section.ts';

/**
 * Everything a report says, from the figures the screens show; no figure is computed anew but with
 * the same pure functions. An empty workspace gives a report that says what is missing.
 */
export function buildReport(
  kind: ReportKind,
  data: ReportData,
  options: { locale: Locale; theme: ChartTheme; translate: Translate },
): ReportDocument {
  const words = reportWords(options.translate);
  return {
    kind,
    locale: options.locale,
    title: reportTitle(kind, words),
    workspaceName: data.workspace.name,
    period: periodOf(data, words),
    createdAt: data.createdAt,
    labels: reportLabels(words),
    sections: sectionsOf(kind, data, options.theme, words),
  };
}

/** `고객만족경영 보고서_삼영전자서비스_20261121.pdf`; safe on every file system. */
export function reportFileName(
  kind: ReportKind,
  format: ReportFormat,
  workspaceName: string,
  day: string,
  translate: Translate,
): string {
  const title = reportTitle(kind, reportWords(translate));
  return `${safeFileName(`${title}_${workspaceName}`)}_${day.replaceAll('-', '')}.${format}`;
}

function sectionsOf(
  kind: ReportKind,
  data: ReportData,
  theme: ChartTheme,
  words: ReportWords,
): ReportSection[] {
  const sources = sourcesSection(data, words);
  switch (kind) {
    case 'full':
      return [
        summarySection(data, theme, words),
        csfSection(data, theme, words),
        ...matrixSections(data, words),
        actionsSection(data, words),
        effectSection(data, words),
        ...csiSections(data, theme, words),
        vocSection(data, theme, words),
        ...insightSections(data, theme, words),
        sources,
      ];
    case 'voc':
      return [vocSection(data, theme, words), ...insightSections(data, theme, words), sources];
    case 'csf':
      return [csfSection(data, theme, words), effectSection(data, words), sources];
    case 'matrix':
      return [...matrixSections(data, words), ...paretoSection(data, theme, words), sources];
    case 'actions':
      return [actionsSection(data, words), effectSection(data, words), sources];
    case 'csi':
      return [...csiSections(data, theme, words), effectSection(data, words), sources];
  }
}

function paretoSection(data: ReportData, theme: ChartTheme, words: ReportWords): ReportSection[] {
  const houses = data.houses.filter((house) => house.hows.length > 0);
  if (houses.length === 0) return [];
  return [
    {
      id: 'pareto',
      title: words.say('pareto.section'),
      sheet: words.say('sheets.pareto'),
      level: 1,
      orientation: 'portrait',
      blocks: houses.map((house) => paretoFigure(house, theme, words)),
    },
  ];
}

function periodOf(data: ReportData, words: ReportWords): string {
  const months = data.overview.vocByMonth.map(({ month }) => month).toSorted();
  const [first, last] = [months.at(0), months.at(-1)];
  const waves = data.waves.map((wave) => wave.name);
  const [firstWave, lastWave] = [waves.at(0), waves.at(-1)];
  const parts = [
    first === undefined || last === undefined
      ? ''
      : words.say('period.voc', { span: spanOf(first, last) }),
    firstWave === undefined || lastWave === undefined
      ? ''
      : words.say('period.survey', { span: spanOf(firstWave, lastWave), count: waves.length }),
  ];
  return joinFacts(parts) || words.say('period.none');
}

function spanOf(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`;
}
