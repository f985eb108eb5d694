import type { Locale } from '../../core/contract/common.schema.ts';
import { host } from '../shared/host/host-client.ts';
import { changeLocale } from '../shared/i18n/i18n.ts';

/** Changes the language at once and remembers it on this computer. */
export async function setLocale(locale: Locale): Promise<void> {
  await changeLocale(locale);
  await host.call('preference.set', { key: 'locale', value: locale });
}
