import { userInfo } from 'node:os';
import type { HostContext } from './host-context.ts';

/** Who is at the keyboard: the name they gave themselves, else that of their account. */
export function actorOf({ preferences }: Pick<HostContext, 'preferences'>): string {
  const name = preferences.get('me.name');
  if (typeof name === 'string' && name.trim() !== '') return name.trim().slice(0, 200);
  try {
    return userInfo().username;
  } catch {
    // An account without an entry of its own (containers, some domains) has no name to tell.
    return '';
  }
}
