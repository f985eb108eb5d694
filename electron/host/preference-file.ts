import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Preferences } from '../../core/contract/preference.contract.ts';

/** A small JSON file in the config folder, replaced whole so that a crash never leaves half of it. */
export class PreferenceFile {
  readonly #file: string;
  #values: Preferences;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, 'preferences.json');
    this.#values = readValues(this.#file);
  }

  all(): Preferences {
    return { ...this.#values };
  }

  get(key: string): unknown {
    return this.#values[key];
  }

  set(key: string, value: unknown): void {
    this.#values = { ...this.#values, [key]: value };
    const draft = `${this.#file}.new`;
    writeFileSync(draft, JSON.stringify(this.#values, null, 2));
    renameSync(draft, this.#file);
  }
}

/** A damaged preference file costs the preferences, never the start of the program. */
function readValues(file: string): Preferences {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Preferences)
      : {};
  } catch {
    return {};
  }
}
