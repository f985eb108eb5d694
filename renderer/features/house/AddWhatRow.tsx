import { IconPlus } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../shared/commands/command-registry.ts';
import { replayCommandOf } from '../../shared/commands/replay-key.ts';
import classes from './HouseMatrix.module.css';
import { namesOf } from './names-of.ts';

interface AddWhatRowProps {
  /** Answers whether they were added. */
  onAdd: (names: string[]) => Promise<boolean>;
}

/** The row below the last one: a WHAT of the house's own is typed into it, or a column of them pasted. */
export const AddWhatRow = memo(function AddWhatRow({ onAdd }: AddWhatRowProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  /** Something was typed since: Ctrl+Z is the field's own then, even when all of it was taken back. */
  const typed = useRef(false);
  const add = async (names: string[]) => {
    if (names.length === 0) return;
    // The next one can be typed while this one is on its way; a refused one comes back.
    setName('');
    typed.current = false;
    const added = await onAdd(names);
    if (!added) setName((next) => (next === '' ? (names[0] ?? '') : next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const replay = typed.current ? null : replayCommandOf(event);
    if (replay !== null) {
      event.preventDefault();
      runCommand(replay);
    }
    if (event.key === 'Enter') void add(namesOf(name));
    if (event.key === 'Escape') setName('');
  };
  const onPaste = (event: ClipboardEvent) => {
    event.stopPropagation();
    const names = namesOf(event.clipboardData.getData('text/plain'));
    if (names.length < 2) return;
    event.preventDefault();
    void add(names);
  };
  return (
    <tbody className={classes.adderBody}>
      <tr className={classes.adderRow}>
        <td className={classes.adder}>
          <IconPlus size={14} aria-hidden />
          <input
            className={classes.adderField}
            value={name}
            maxLength={200}
            aria-label={t('house:what.addOwn')}
            placeholder={t('house:what.addOwnHint')}
            onChange={(event) => {
              typed.current = true;
              setName(event.currentTarget.value);
            }}
            onBlur={() => {
              typed.current = name !== '';
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        </td>
      </tr>
    </tbody>
  );
});
