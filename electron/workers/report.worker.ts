import { parentPort, workerData } from 'node:worker_threads';
import { printChartTheme } from '../../core/charts/chart-theme.ts';
import { translatorOver } from '../../core/i18n/translate.ts';
import { buildMinutes } from '../../core/reports/build-minutes.ts';
import { buildReport } from '../../core/reports/build-report.ts';
import type { ReportDocument } from '../../core/reports/report-document.ts';
import { readReportFonts } from '../host/exporters/pdf/pdf-fonts.ts';
import { exportPdf } from '../host/exporters/pdf/pdf-report.ts';
import { exportXlsx } from '../host/exporters/xlsx/xlsx-report.ts';
import type { ReportMessage, ReportTask } from '../host/reports/report-messages.ts';

const task: ReportTask = workerData;

const report = documentOf(task);
const bytes = await exportAs(task.format, report, (done) =>
  tell({ kind: 'progress', done, total: report.sections.length }),
);
tell({ kind: 'finished', bytes });

function documentOf(order: ReportTask): ReportDocument {
  const { locale } = order;
  const translate = translatorOver(order.words);
  if (order.kind === 'minutes') {
    const { workspaceName, createdAt } = order;
    return buildMinutes(order.data, { locale, translate, workspaceName, createdAt });
  }
  return buildReport(order.kind, order.data, { locale, theme: printChartTheme, translate });
}

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
