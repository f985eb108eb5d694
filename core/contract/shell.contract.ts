import { z } from 'zod';
import { fileTokenSchema, idSchema, nothing } from './common.schema.ts';
import { command } from './method.ts';

/**
 * What only a shell can do. Electron's main process answers these itself; in the browser the
 * transport does, with a file chooser and a download.
 */
export const filePurposes = ['workspace', 'voc', 'survey', 'matrix', 'mapping'] as const;
export type FilePurpose = (typeof filePurposes)[number];

export interface PickedFile {
  token: string;
  name: string;
  bytes: number;
}

export const shellContract = {
  /** null when the person thought better of it. */
  'shell.pickFile': command<PickedFile | null>()(z.object({ purpose: z.enum(filePurposes) })),
  /** Asks where a new workspace shall live. In the browser: null, the workspace folder is used. */
  'shell.pickNewWorkspace': command<{ token: string } | null>()(
    z.object({ suggestedName: z.string() }),
  ),
  /** Hands a file the host made to the person: save dialog, or download. False when declined. */
  'shell.deliverFile': command<{ delivered: boolean }>()(
    z.object({ token: fileTokenSchema, fileName: z.string() }),
  ),
  /** Shows the room's view of a workshop in a second window, or brings it to the front. */
  'shell.openProjector': command<void>()(z.object({ workshopId: idSchema })),
  'shell.info': command<{ kind: 'desktop' | 'browser'; version: string; platform: string }>()(
    nothing,
  ),
};
