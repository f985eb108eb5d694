import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import classes from './EditableTable.module.css';
import type { CellEdit } from './table-column.ts';

interface ChoiceCellProps<Row> {
  label: string;
  edit: Extract<CellEdit<Row>, { kind: 'choice' }>;
  value: string;
  active: boolean;
  onEdit: (value: string) => void;
  children: ReactNode;
}

/** A cell with a few possible values: Enter or a press lists them, a digit takes one at once. */
export function ChoiceCell<Row>({
  label,
  edit,
  value,
  active,
  onEdit,
  children,
}: ChoiceCellProps<Row>) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const option = edit.options[Number(event.key) - 1];
    if (option !== undefined) {
      event.preventDefault();
      if (option.value !== value) onEdit(option.value);
    } else if (event.key === ' ' || event.key === 'F2' || event.key === 'Enter') {
      // Enter goes down in other cells.
      event.preventDefault();
      setOpened(true);
    }
  };
  const face = (
    <button
      ref={button}
      type="button"
      tabIndex={active ? 0 : -1}
      data-cell-focus
      className={classes.choice}
      aria-label={`${label}: ${labelOf(edit.options, value)}`}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={() => setOpened(true)}
      onKeyDown={onKeyDown}
    >
      {children}
      <IconChevronDown size={12} className={classes.chevron} aria-hidden />
    </button>
  );
  // Only the cell that is open carries a menu: a long table has many such cells.
  if (!opened) return face;
  return (
    <Menu
      opened
      position="bottom-start"
      onChange={setOpened}
      onClose={() => button.current?.focus({ preventScroll: true })}
    >
      <Menu.Target>{face}</Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {edit.options.map((option, index) => (
          <Menu.Item
            key={option.value}
            leftSection={option.icon}
            rightSection={option.value === value ? <IconCheck size={14} /> : index + 1}
            onClick={() => {
              if (option.value !== value) onEdit(option.value);
            }}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function labelOf(options: readonly { value: string; label: string }[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? '';
}
