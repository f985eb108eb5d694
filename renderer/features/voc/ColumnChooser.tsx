import {
  ActionIcon,
  Button,
  Checkbox,
  NumberInput,
  Popover,
  Stack,
  Text,
  Tooltip,
} from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconColumns3,
  IconGripVertical,
} from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ColumnChooser.module.css';
import type { ListLayout } from './grid/use-list-layout.ts';
import type { VocColumn } from './voc-columns.tsx';

interface ColumnChooserProps {
  columns: readonly VocColumn[];
  layout: ListLayout;
}

/** Which columns the list shows, in which order and how wide; by pointer or by keyboard. */
export function ColumnChooser({ columns, layout }: ColumnChooserProps) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus width={320}>
      <Popover.Target>
        <Tooltip label={t('app:grid.columns')}>
          <ActionIcon aria-label={t('app:grid.columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app:grid.columns')} p={8}>
        <Stack gap={6}>
          <Text size="xs" c="dimmed">
            {t('voc:columns.hint')}
          </Text>
          <ColumnList columns={columns} layout={layout} />
          <Button variant="subtle" size="compact-xs" onClick={layout.reset}>
            {t('app:grid.resetColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnList({ columns, layout }: ColumnChooserProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown = layout.columns.filter(({ id }) => byId.has(id));
  const shift = (place: number, step: 1 | -1) => {
    const column = shown[place];
    const target = step === 1 ? shown[place + 2] : shown[place - 1];
    if (column === undefined || (step === -1 && place === 0)) return;
    layout.move(column.id, target?.id ?? null);
  };
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    shift(place, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <ul ref={list} className={classes.list}>
      {shown.map(({ id, width, hidden }, place) => {
        const column = byId.get(id);
        if (column === undefined) return null;
        const name = column.header;
        return (
          <li
            key={id}
            className={classes.item}
            data-dragged={dragged === id || undefined}
            draggable
            onDragStart={() => setDragged(id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== id) layout.move(dragged, id);
            }}
            onKeyDown={(event) => onKeyDown(event, place)}
          >
            <IconGripVertical size={13} className={classes.grip} aria-hidden />
            <Checkbox
              size="xs"
              className={classes.name}
              label={name}
              checked={!hidden}
              disabled={column.fixed === true}
              onChange={(event) => layout.setHidden(id, !event.currentTarget.checked)}
            />
            <NumberInput
              size="xs"
              w={58}
              hideControls
              aria-label={t('voc:columns.width', { name })}
              min={40}
              max={1200}
              step={10}
              value={width}
              onChange={(value) => typeof value === 'number' && layout.resize(id, value)}
            />
            <ActionIcon
              size="sm"
              disabled={place === 0}
              aria-label={t('voc:columns.up', { name })}
              onClick={() => shift(place, -1)}
            >
              <IconChevronUp size={14} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              disabled={place === shown.length - 1}
              aria-label={t('voc:columns.down', { name })}
              onClick={() => shift(place, 1)}
            >
              <IconChevronDown size={14} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
