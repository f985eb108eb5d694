import { Popover } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import classes from './EditableTable.module.css';
import { OptionDigit, OptionList, optionId } from './OptionList.tsx';
import type { CellEdit } from './table-column.ts';

interface ChoiceCellProps<Row> {
  label: string;
  edit: Extract<CellEdit<Row>, { kind: 'choice' }>;
  value: string;
  active: boolean;
  onEdit: (value: string) => void;
  children: ReactNode;
}

/** The open list: which entry is pointed at, and where the cell is on screen. */
interface OpenList {
  index: number;
  anchor: DOMRect;
}

/**
 * A cell with a few possible values: Enter or a press lists them, a digit takes one at once. The
 * focus stays in the cell while the list is open, so that no key gets lost on its way to the list.
 */
export function ChoiceCell<Row>(props: ChoiceCellProps<Row>) {
  const { label, edit, value, active, onEdit, children } = props;
  const [list, setList] = useState<OpenList | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const { options } = edit;
  const current = options.findIndex((option) => option.value === value);
  const open = () => {
    const anchor = button.current?.getBoundingClientRect();
    if (anchor !== undefined) setList({ index: Math.max(0, current), anchor });
  };
  const take = (index: number) => {
    setList(null);
    const option = options[index];
    if (option !== undefined && option.value !== value) onEdit(option.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (digit >= 0 && digit < options.length) {
      event.preventDefault();
      take(digit);
    } else if (list === null) {
      if (![' ', 'F2', 'Enter'].includes(event.key)) return;
      // Enter goes down in other cells.
      event.preventDefault();
      open();
    } else {
      listKey(event, list);
    }
  };
  const listKey = (event: KeyboardEvent, { index, anchor }: OpenList) => {
    const last = options.length - 1;
    const next: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(index + 1, last),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: last,
    };
    const moved = next[event.key];
    if (event.key === 'Tab') {
      take(index);
      return;
    }
    event.preventDefault();
    if (moved !== undefined) setList({ index: moved, anchor });
    if (event.key === 'Enter' || event.key === ' ') take(index);
    if (event.key === 'Escape') setList(null);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        role="combobox"
        tabIndex={active ? 0 : -1}
        data-cell-focus
        className={classes.choice}
        aria-label={`${label}: ${options[current]?.label ?? ''}`}
        aria-haspopup="listbox"
        aria-expanded={list !== null}
        aria-controls={list === null ? undefined : listId}
        aria-activedescendant={list === null ? undefined : optionId(listId, list.index)}
        onClick={() => (list === null ? open() : setList(null))}
        onKeyDown={onKeyDown}
        onBlur={() => setList(null)}
      >
        {children}
        <IconChevronDown size={12} className={classes.chevron} aria-hidden />
      </button>
      {list !== null && (
        <Popover opened position="bottom-start" trapFocus={false} withRoles={false} shadow="md">
          <Popover.Target>
            <span className={classes.anchor} style={anchorStyle(list.anchor)} />
          </Popover.Target>
          <Popover.Dropdown p={4}>
            <OptionList
              id={listId}
              label={label}
              options={options.map((option) => option.label)}
              pointed={list.index}
              mark={(index) =>
                index === current ? (
                  <IconCheck size={14} aria-hidden />
                ) : (
                  <OptionDigit index={index} />
                )
              }
              onTake={take}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}

function anchorStyle({ left, top, width, height }: DOMRect) {
  return { left, top, width, height };
}
