import { z } from 'zod';
import { fileTokenSchema, idSchema, nameSchema, nothing } from './common.schema.ts';
import { command, edit, read } from './method.ts';

export interface WorkspaceInfo {
  name: string;
  fileName: string;
  /** For the title bar and the About box only; never used to open anything. */
  displayPath: string;
  schemaVersion: number;
  sample: boolean;
  createdAt: string;
}

export interface RecentWorkspace {
  token: string;
  name: string;
  displayPath: string;
  openedAt: string;
  /** False when the file is no longer where it was. */
  available: boolean;
}

export interface UndoState {
  /** What Ctrl+Z would undo, or null. `label` is a locale key such as `voc:undo.create`. */
  undo: UndoStepInfo | null;
  redo: UndoStepInfo | null;
}
export interface UndoStepInfo {
  label: string;
  params: Record<string, string | number>;
}

export interface Overview {
  voc: { total: number; unassigned: number; complaints: number; last30Days: number };
  requirements: { total: number; withoutEvidence: number };
  houses: { total: number; whats: number; hows: number; filledCells: number };
  csfs: { total: number; agreed: number; withoutAction: number };
  actions: { total: number; open: number; overdue: number; done: number };
  waves: { total: number; respondents: number };
  latestCsi: {
    indexId: number;
    indexName: string;
    waveName: string;
    index: number | null;
    previousIndex: number | null;
    significant: boolean | null;
  } | null;
  /** VOC per month and kind, the last 12 months that have any, oldest first. */
  vocByMonth: { month: string; kind: string; count: number }[];
}

export interface BranchRow {
  id: number;
  name: string;
  region: string;
}

export interface ImportRow {
  id: number;
  purpose: 'voc' | 'survey';
  fileName: string;
  importedAt: string;
  read: number;
  imported: number;
  duplicates: number;
  rejected: number;
  waveId: number | null;
}

/** What `csm check` prints and the screen shows after "check this file". */
export interface WorkspaceCheck {
  ok: boolean;
  integrity: string;
  foreignKeys: number;
  /** Whether the search index holds what the texts say; out of step, it can be made anew. */
  searchIndex: 'inStep' | 'outOfStep' | 'unknown';
  schemaVersion: number;
  counts: Record<string, number>;
}

export const workspaceContract = {
  'workspace.current': read<WorkspaceInfo | null>()(nothing, ['workspace']),
  'workspace.listRecent': read<RecentWorkspace[]>()(nothing, ['workspace']),
  /** `token` names the place picked in a save dialog; without one the file goes to the workspace folder. */
  'workspace.create': command<WorkspaceInfo>()(
    z.object({
      name: nameSchema,
      token: fileTokenSchema.optional(),
      sample: z.boolean().default(false),
    }),
  ),
  'workspace.open': command<WorkspaceInfo>()(z.object({ token: fileTokenSchema })),
  'workspace.close': command<void>()(nothing),
  'workspace.forgetRecent': command<void>()(z.object({ token: fileTokenSchema })),
  /** Makes a verified copy and answers with a token the shell can deliver. */
  'workspace.saveCopy': command<{ token: string; fileName: string }>()(nothing),
  'workspace.check': command<WorkspaceCheck>()(nothing),
  /** Makes the search index anew from the texts; until it is done the old one answers. */
  'workspace.rebuildSearch': command<{ jobId: string }>()(nothing),
  'workspace.rename': edit<void>()(z.object({ name: nameSchema })),
  'workspace.overview': read<Overview>()(nothing, [
    'voc',
    'requirement',
    'house',
    'csf',
    'action',
    'survey',
    'csi',
  ]),
  'workspace.listBranches': read<BranchRow[]>()(nothing, ['voc', 'survey']),
  'workspace.setBranchRegion': edit<void>()(
    z.object({ id: idSchema, region: z.string().trim().max(100) }),
  ),
  'workspace.listImports': read<ImportRow[]>()(nothing, ['voc', 'survey']),
  'undo.state': read<UndoState>()(nothing, [
    'workspace',
    'voc',
    'setting',
    'customer',
    'requirement',
    'house',
    'workshop',
    'csf',
    'action',
    'survey',
    'csi',
  ]),
  /** Undoes the last step; answers with the step undone, or null when there was none. */
  'undo.undo': command<UndoStepInfo | null>()(nothing),
  'undo.redo': command<UndoStepInfo | null>()(nothing),
};
