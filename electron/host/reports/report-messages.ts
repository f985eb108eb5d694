import type { Locale } from '../../../core/contract/common.schema.ts';
import type { ReportFormat, ReportKind } from '../../../core/contract/report.contract.ts';
import type { MessageTree } from '../../../core/i18n/translate.ts';
import type { MinutesData } from '../../../core/reports/minutes-data.ts';
import type { ReportData } from '../../../core/reports/report-data.ts';

/** All a report's worker is told: it opens no workspace and asks nobody. */
export type ReportTask = {
  format: ReportFormat;
  locale: Locale;
  words: Record<string, MessageTree>;
} & (
  | { kind: ReportKind; data: ReportData }
  | { kind: 'minutes'; data: MinutesData; workspaceName: string; createdAt: string }
);

export type ReportMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'finished'; bytes: Uint8Array };
