import type { ExportFormat } from '../../../core/contract/export.contract.ts';
import type { MessageTree } from '../../../core/i18n/translate.ts';

export interface VocExportTask {
  workspaceFile: string;
  ids: Uint32Array;
  format: ExportFormat;
  asWritten: boolean;
  words: Record<string, MessageTree>;
  target: string;
}

export type VocExportMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'finished'; bytes: number }
  | { kind: 'failed' };
