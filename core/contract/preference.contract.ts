import { z } from 'zod';
import { nothing } from './common.schema.ts';
import { command, read } from './method.ts';

/**
 * What a person set for themselves on this computer: language, theme, filters and columns of lists.
 * Kept by the host and not in the browser, whose storage is lost with the loopback server's port.
 */
export type Preferences = Record<string, unknown>;

export const preferenceContract = {
  'preference.list': read<Preferences>()(nothing, ['preference']),
  'preference.set': command<void>()(z.object({ key: z.string().min(1).max(100), value: z.json() })),
};
