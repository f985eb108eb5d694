import { userInfo } from 'node:os';
import type { EditStamp } from '../../db/repositories/voc-edit.repository.ts';
import type { HostContext } from './host-context.ts';
import { localMoment } from './local-date.ts';
import type { PreferenceFile } from './preference-file.ts';

/** Who edits, and when: what the history of a VOC says of a change. */
export function editStamp({ preferences }: Pick<HostContext, 'preferences'>): EditStamp {
  const now = new Date();
  return { at: now.toISOString(), local: localMoment(now), actor: personName(preferences) };
}

export const personNameKey = 'me.name';

/** As the person wants to be called; until they said so, as the computer calls them. */
export function personName(preferences: PreferenceFile): string {
  const told = preferences.all()[personNameKey];
  return typeof told === 'string' && told.trim() !== '' ? told.trim() : accountName();
}

/** Empty where the computer knows no name (a container without users). */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
