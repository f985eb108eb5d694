import { AppError } from '../../../core/contract/app-error.ts';
import type { HandlersOf } from '../handlers.ts';
import { isHostPreference } from '../recent-workspaces.ts';

/** What the host keeps for itself among the preferences holds paths, which never cross. */
export const preferenceHandlers: HandlersOf<'preference'> = {
  'preference.list': ({ preferences }) =>
    Object.fromEntries(Object.entries(preferences.all()).filter(([key]) => !isHostPreference(key))),
  'preference.set': (context, { key, value }) => {
    if (isHostPreference(key)) throw new AppError('app.preferenceReserved', { key });
    context.preferences.set(key, value);
    context.changed(['preference']);
  },
};
