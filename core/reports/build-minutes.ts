import type { Locale } from '../contract/common.schema.ts';
import type { ReportFormat } from '../contract/report.contract.ts';
import { safeFileName } from '../domain/workspace/workspace-file-name.ts';
import type { Translate } from '../i18n/translate.ts';
import { minutesSections } from './minutes.section.ts';
import type { MinutesData } from './minutes-data.ts';
import type { ReportDocument } from './report-document.ts';
import { joinFacts, reportLabels, reportWords } from './report-words.ts';

/** The minutes of a workshop as a document of their own. */
export function buildMinutes(
  data: MinutesData,
  options: { locale: Locale; translate: Translate; workspaceName: string; createdAt: string },
): ReportDocument {
  const words = reportWords(options.translate);
  return {
    kind: 'minutes',
    locale: options.locale,
    title: words.say('minutes.sections.minutes'),
    workspaceName: options.workspaceName,
    period: joinFacts([data.workshopName, data.heldOn]),
    createdAt: options.createdAt,
    labels: reportLabels(words),
    sections: minutesSections(data, words),
  };
}

/** `워크숍 회의록_11월 워크숍_20261122.pdf`; safe on every file system. */
export function minutesFileName(
  { name, heldOn }: { name: string; heldOn: string },
  format: ReportFormat,
  translate: Translate,
): string {
  const title = reportWords(translate).say('minutes.sections.minutes');
  return `${safeFileName(`${title}_${name}`)}_${heldOn.replaceAll('-', '')}.${format}`;
}
