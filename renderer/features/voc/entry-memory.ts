import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { vocChannels, vocKinds } from '../../../core/contract/voc.contract.ts';
import { usePreference } from '../../shared/host/preferences.ts';

const entryDefaultsSchema = z.object({
  channel: z.enum(vocChannels),
  kind: z.enum(vocKinds),
  branch: z.string(),
  product: z.string(),
  customerType: z.string(),
});

/** What the next VOC begins with: the fields of the last one, which mostly stay the same. */
export type EntryDefaults = z.infer<typeof entryDefaultsSchema>;

const firstDefaults: EntryDefaults = {
  channel: 'phone',
  kind: 'complaint',
  branch: '',
  product: '',
  customerType: '',
};

/** The fields as they stand, a way to change some, and a way to keep them for next time. */
export function useEntryDefaults(): [
  EntryDefaults,
  (change: Partial<EntryDefaults>) => void,
  () => void,
] {
  const [kept, keep] = usePreference('voc.entryDefaults', firstDefaults, isEntryDefaults);
  const [defaults, setDefaults] = useState(kept);
  const change = useCallback(
    (part: Partial<EntryDefaults>) => setDefaults((known) => ({ ...known, ...part })),
    [],
  );
  return [defaults, change, () => keep(defaults)];
}

/** The text being taken down; closed half way, it is there again the next time. */
export function useEntryDraft(): [string, (text: string) => void] {
  const [kept, keep] = usePreference<string>('voc.entryDraft', '');
  const [text, setText] = useState(kept);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => () => keep(latest.current), [keep]);
  return [text, setText];
}

function isEntryDefaults(value: unknown): value is EntryDefaults {
  return entryDefaultsSchema.safeParse(value).success;
}
