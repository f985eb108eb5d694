import type { HandlersOf } from '../handlers.ts';

export const preferenceHandlers: HandlersOf<'preference'> = {
  'preference.list': (context) => context.preferences.all(),
  'preference.set': (context, { key, value }) => {
    context.preferences.set(key, value);
    context.changed(['preference']);
  },
};
