import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type { Locale } from '../../../core/contract/common.schema.ts';

const files = import.meta.glob<Record<string, unknown>>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

function resourcesOf(locale: Locale): Record<string, Record<string, unknown>> {
  const entries = Object.entries(files).flatMap(([file, words]) => {
    const match = /locales\/(\w+)\/(\w+)\.json$/.exec(file);
    return match?.[1] === locale && match[2] !== undefined ? [[match[2], words] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Starts the words. One file per room; a key reads `room:group.word`. */
export async function startI18n(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'ko',
    defaultNS: 'app',
    resources: { ko: resourcesOf('ko'), en: resourcesOf('en') },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = locale;
}

export async function changeLocale(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** The sentence for a refusal; one without words of its own gets the general one. */
export function wordsForError(error: ErrorPayload): string {
  const [area, ...reason] = error.code.split('.');
  const key = `${area}:errors.${reason.join('.')}`;
  return i18next.exists(key)
    ? i18next.t(key, error.params)
    : i18next.t('app:errors.unexpected', { method: error.code });
}
