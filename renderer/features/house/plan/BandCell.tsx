import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import classes from './Band.module.css';
import type { Band } from './band.ts';
import type { BandField } from './band-field.ts';
import { commandOfBandKey } from './band-keys.ts';
import type { BandPlace } from './band-selection.ts';

interface BandCellProps<Line, Figures, Change> {
  band: Band<Line, Figures, Change>;
  field: BandField<Line, Figures, Change>;
  line: Line;
  figures: Figures;
  /** What the cell is of, for those who do not see it. */
  lineName: string;
  row: number;
  column: number;
  width: number;
}

/** One cell of a band. The active one holds an input, so that what is typed, Hangul too, begins in it. */
export function BandCell<Line, Figures, Change>(props: BandCellProps<Line, Figures, Change>) {
  const { band, field, line, figures, row, column, width } = props;
  const mark = useSyncExternalStore(band.subscribe, () => band.markOf({ row, column }));
  const text = field.text(line, figures);
  const isComputed = field.input === null || field.input.entry(line) === null;
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    band.go({ row, column }, event.shiftKey);
  };
  const onPointerEnter = (event: PointerEvent) => {
    if (event.buttons === 1 && band.wantsFocus) band.go({ row, column }, true);
  };
  return (
    <td
      aria-label={mark === 'active' ? undefined : `${props.lineName}, ${field.label}: ${text}`}
      data-band={field.key}
      data-mark={mark}
      data-computed={isComputed || undefined}
      data-align={field.align}
      data-tone={field.tone?.(line, figures) ?? undefined}
      className={classes.cell}
      style={{ width }}
      onPointerDown={onPointerDown}
      onPointerEnter={onPointerEnter}
    >
      {mark === 'active' ? (
        <ActiveCell
          band={band}
          field={field}
          line={line}
          text={text}
          label={`${props.lineName}, ${field.label}: ${text}`}
          place={{ row, column }}
        />
      ) : (
        text
      )}
    </td>
  );
}

interface ActiveCellProps<Line, Figures, Change> {
  band: Band<Line, Figures, Change>;
  field: BandField<Line, Figures, Change>;
  line: Line;
  text: string;
  label: string;
  place: BandPlace;
}

/** `typed` begins anew and arrows leave it; `edited` begins with what is there. */
interface Typing {
  entry: string;
  how: 'typed' | 'edited';
}

function ActiveCell<Line, Figures, Change>(props: ActiveCellProps<Line, Figures, Change>) {
  const { band, field, line, text, place } = props;
  const input = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState<Typing | null>(null);
  const known = field.input?.entry(line) ?? null;
  const isValid = typing === null || field.input?.read(typing.entry.trim()) !== null;
  const focusTurn = useSyncExternalStore(band.subscribe, () => band.focusTurn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useLayoutEffect(() => {
    if (!band.wantsFocus) return;
    input.current?.focus({ preventScroll: true });
    input.current?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [band, focusTurn]);

  /** Takes what was typed; false when it means nothing here. */
  const take = (into: 'active' | 'selected'): boolean => {
    if (typing === null) return true;
    if (!isValid) return false;
    setTyping(null);
    band.write(typing.entry.trim(), into);
    return true;
  };
  const edit = () => {
    if (known !== null) setTyping({ entry: known, how: 'edited' });
  };
  const onType = (entry: string) => {
    if (known === null) return;
    const { immediate = false, read } = field.input ?? {};
    if (typing?.how !== 'edited' && immediate && entry !== '' && read?.(entry.trim()) !== null) {
      setTyping(null);
      band.write(entry.trim());
      return;
    }
    setTyping({ entry, how: typing?.how ?? 'typed' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys of a composition belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, altKey } = event;
    const mod = event.ctrlKey || event.metaKey;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (typing !== null) {
      const leaves = key === 'Enter' || key === 'Tab';
      const arrow = typing.how === 'typed' && key.startsWith('Arrow');
      event.stopPropagation();
      if (key === 'Escape') {
        done();
        setTyping(null);
      }
      if (!(leaves || arrow)) return;
      if (!take(mod && key === 'Enter' ? 'selected' : 'active')) return done();
      if (mod && key === 'Enter') return done();
    }
    const command = commandOfBandKey(
      { key, shiftKey, altKey, mod },
      {
        selection: band.selection,
        size: band.size,
        rowsPerPage: rowsPerPageAt(input.current),
        released: band.released,
      },
    );
    if (command === null) {
      if (key === 'Tab') band.leave();
      else event.stopPropagation();
      return;
    }
    if (command.kind === 'edit') edit();
    else if (!band.run(command) && command.kind === 'cycle') return;
    done();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typing !== null) return;
    const copied = band.copy();
    if (copied === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData('text/plain', copied);
    if (event.type === 'cut') band.write('');
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typing !== null) return;
    event.preventDefault();
    event.stopPropagation();
    band.paste(event.clipboardData.getData('text/plain'));
  };
  const onBlur = () => {
    if (typing !== null && !take('active')) setTyping(null);
    if (document.hasFocus()) band.leave();
  };
  return (
    <>
      {typing === null && text}
      <input
        ref={input}
        className={classes.input}
        data-typing={typing !== null || undefined}
        value={typing?.entry ?? ''}
        aria-label={props.label}
        aria-invalid={!isValid}
        aria-readonly={known === null}
        title={field.hint}
        autoComplete="off"
        data-place={`${place.row} ${place.column}`}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
        onBlur={onBlur}
        onDoubleClick={() => {
          if (typing !== null || band.run({ kind: 'cycle' })) return;
          edit();
        }}
      />
    </>
  );
}

function rowsPerPageAt(input: HTMLInputElement | null): number {
  const cell = input?.parentElement;
  const room = window.innerHeight / 2;
  return Math.max(1, Math.floor(room / Math.max(1, cell?.offsetHeight ?? 1)));
}
