import { parentPort, workerData } from 'node:worker_threads';
import { printChartTheme } from '../../core/charts/chart-theme.ts';
import { translatorOver } from '../../core/i18n/translate.ts';
import { buildReport } from '../../core/reports/build-report.ts';
import type { ReportDocument } from '../../core/reports/report-document.ts';
import { readReportFonts } from '../host/exporters/pdf/pdf-fonts.ts';
import { exportPdf } from '../host/exporters/pdf/pdf-report.ts';
import { exportXlsx } from '../host/exporters/xlsx/xlsx-report.ts';
import type { ReportMessage, ReportTask } from '../host/reports/report-messages.ts';

const task: ReportTask = workerData;

const report = buildReport(task.kind, task.data, {
  locale: task.locale,
  theme: printChartTheme,
  translate: translatorOver(task.words),
});
const bytes = await exportAs(task.format, report, (done) =>
  tell({ kind: 'progress', done, total: report.sections.length }),
);
tell({ kind: 'finished', bytes });

function exportAs(
  format: ReportTask['format'],
  document: ReportDocument,
  sectionDone: (done: number) => void,
): Promise<Uint8Array> {
  return format === 'pdf'
    ? exportPdf(document, readReportFonts(), sectionDone)
    : exportXlsx(document, sectionDone);
}

function tell(message: ReportMessage): void {
  parentPort?.postMessage(message);
}
