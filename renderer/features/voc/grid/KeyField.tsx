import { Popover } from '@mantine/core';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { OptionDigit, OptionList, optionId } from '../../../shared/table/OptionList.tsx';
import { type CellEdit, type CellOption, matchingOptions, type VocPatch } from './cell-edit.ts';
import classes from './VocGrid.module.css';

export interface KeyFieldHandle {
  focus: () => void;
  /** Begins to change what the cell holds. */
  begin: () => void;
  /** What is being written is kept where it can be: somebody goes elsewhere. */
  keep: () => void;
}

/** Where one goes after writing. */
export type AfterWriting = 'down' | 'up' | 'right' | 'left' | 'stay';

interface KeyFieldProps {
  ref: Ref<KeyFieldHandle>;
  gridId: string;
  /** The active cell as people name it: column, and what it holds. */
  label: string;
  activeCellId: string | undefined;
  /** Place of the active cell in the layer of rows. */
  style: CSSProperties;
  /** Undefined where nothing can be written. */
  edit: CellEdit | undefined;
  /** What the cell holds. */
  value: string;
  onWrite: (patch: VocPatch, after: AfterWriting, toAllTicked: boolean) => void;
  /** A key pressed while nothing is written. */
  onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  onCopy: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  /** Writing begins: the cell comes into sight. */
  onBegin: () => void;
}

/**
 * The one field that has the focus while one works in the list. It lies over the active cell and is
 * unseen until something is typed: what is typed goes straight into a real field, so that Hangul
 * keeps its first letter, and the focus never gets lost with a row that scrolls away.
 */
export function KeyField(props: KeyFieldProps) {
  const { ref, gridId, label, activeCellId, style, edit, value, onWrite } = props;
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  /** The option pointed at; null while what is typed counts. */
  const [pointed, setPointed] = useState<number | null>(null);
  const writing = draft !== null && edit !== undefined;
  const options = writing ? matchingOptions(edit, draft === value ? '' : draft) : [];
  const parsed = writing ? edit.parse(draft) : null;
  const refusal = parsed !== null && 'refusal' in parsed ? parsed.refusal : null;

  const begin = (text: string) => {
    props.onBegin();
    setDraft(text);
    setPointed(null);
  };
  const stop = () => {
    setDraft(null);
    setPointed(null);
  };
  // A choice is made among all; a name is changed from what it is.
  const beginToChange = () => {
    if (edit !== undefined) begin(edit.numbered ? '' : value);
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    begin: () => {
      field.current?.focus({ preventScroll: true });
      beginToChange();
    },
    keep: () => {
      if (writing) commit('stay');
      stop();
    },
  }));
  // What was typed belongs to the cell it was typed into.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the cell changes
  useEffect(() => stop, [activeCellId]);

  const commit = (after: AfterWriting, toAllTicked = false) => {
    const option = pointed === null ? undefined : options[pointed];
    const result = option ?? parsed;
    if (result === null || 'refusal' in result) return;
    stop();
    if (draft !== value || option !== undefined || toAllTicked) {
      onWrite(result.patch, after, toAllTicked);
    } else onWrite({}, after, false);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (!writing) {
      const option = edit?.numbered === true ? numberedOption(edit, event) : undefined;
      if (option !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        onWrite(option.patch, 'stay', false);
      } else if (event.key === 'F2' && edit !== undefined) {
        event.preventDefault();
        beginToChange();
      } else props.onKey(event);
      return;
    }
    // While one writes, the keys are the field's: no shortcut of the room may hear them.
    event.stopPropagation();
    writingKey(event);
  };
  const writingKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      stop();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      commit(event.shiftKey ? 'up' : 'down', event.ctrlKey || event.metaKey);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      commit(event.shiftKey ? 'left' : 'right');
    } else if (event.key === 'ArrowDown' && options.length > 0) {
      event.preventDefault();
      setPointed(Math.min((pointed ?? -1) + 1, options.length - 1));
    } else if (event.key === 'ArrowUp' && options.length > 0) {
      event.preventDefault();
      setPointed(pointed === null || pointed === 0 ? null : pointed - 1);
    } else if (edit?.numbered === true && draft === '') {
      const option = numberedOption(edit, event);
      if (option === undefined) return;
      event.preventDefault();
      stop();
      onWrite(option.patch, 'stay', false);
    }
  };

  return (
    <Popover
      opened={writing && (options.length > 0 || refusal !== null)}
      position="bottom-start"
      offset={2}
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role comes and goes with the list */}
        <input
          ref={field}
          className={classes.keys}
          data-region-start
          style={style}
          data-writing={writing || undefined}
          role={writing && options.length > 0 ? 'combobox' : undefined}
          aria-expanded={writing && options.length > 0 ? true : undefined}
          aria-label={label}
          aria-controls={writing && options.length > 0 ? listId : gridId}
          aria-activedescendant={
            writing ? (pointed === null ? undefined : optionId(listId, pointed)) : activeCellId
          }
          aria-invalid={refusal !== null && draft !== '' ? true : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={edit?.maxLength ?? 1}
          readOnly={edit === undefined}
          placeholder={writing && edit.numbered ? value : undefined}
          value={draft ?? ''}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            if (draft === null) begin(typed);
            else setDraft(typed);
            setPointed(null);
          }}
          onKeyDown={onKeyDown}
          onCopy={(event) => !writing && props.onCopy(event)}
          onPaste={(event) => !writing && props.onPaste(event)}
          onBlur={() => {
            if (writing) commit('stay');
            stop();
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <OptionList
          id={listId}
          label={label}
          options={options.map((option) => option.label)}
          pointed={pointed}
          mark={(index) =>
            edit?.numbered === true && draft === '' ? <OptionDigit index={index} /> : null
          }
          instead={refusal}
          onTake={(index) => {
            const option = options[index];
            stop();
            if (option !== undefined) onWrite(option.patch, 'stay', false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function numberedOption(edit: CellEdit, event: KeyboardEvent): CellOption | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key))
    return undefined;
  return edit.options[Number(event.key) - 1];
}
