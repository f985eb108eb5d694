import type { Locale } from '../../core/contract/common.schema.ts';
import { type Translate, translatorOver } from '../../core/i18n/translate.ts';
import * as english from './words-en.ts';
import * as korean from './words-ko.ts';

const translators: Record<Locale, Translate> = {
  ko: translatorOver({ ...korean }),
  en: translatorOver({ ...english }),
};

/** The words of the menu and the dialogs: the screen's own, bundled into the shell. */
export function shellWords(locale: Locale): Translate {
  return translators[locale];
}
