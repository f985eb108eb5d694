import { z } from 'zod';
import { command } from './method.ts';

export const reportKinds = ['full', 'voc', 'csf', 'matrix', 'actions', 'csi'] as const;
export type ReportKind = (typeof reportKinds)[number];
export const reportFormats = ['xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportFile {
  token: string;
  fileName: string;
  bytes: number;
  seconds: number;
}

export const reportContract = {
  'report.start': command<{ jobId: string }>()(
    z.object({
      kind: z.enum(reportKinds),
      format: z.enum(reportFormats),
      locale: z.enum(['ko', 'en']).default('ko'),
    }),
  ),
};
