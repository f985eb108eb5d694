import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { groupImportanceRange } from '../../../core/domain/house/group-importance.ts';
import { parseScaleEntry, scaleText } from '../../../core/domain/house/scale-entry.ts';
import { CellEntry, type EntryEnd } from './CellEntry.tsx';
import type { HouseEdit } from './house-edit.ts';
import { givingImportance, leafImportances, parseLineImportance } from './line-importance.ts';
import type { CellEntries } from './MatrixRow.tsx';
import type { WhatLine } from './matrix-lines.ts';
import {
  blockOf,
  headRow,
  type MatrixSelection,
  type MatrixSize,
  placeWithin,
  selectOne,
  tabFrom,
} from './matrix-selection.ts';
import { scaleWords } from './scale-words.ts';
import { relationAt, type ShownHouse, writing } from './shown-house.ts';

interface EntryContext {
  house: ShownHouse;
  selection: MatrixSelection;
  size: MatrixSize;
  activate: (selection: MatrixSelection) => void;
  onEdit: (edit: HouseEdit) => void;
  onNameRefused: () => void;
}

/** The fields of the active cell. They are the same at every redraw, so that rows are too. */
export function useCellEntries(context: EntryContext): CellEntries {
  const { t } = useTranslation();
  const latest = useRef(context);
  latest.current = context;
  return useMemo(() => {
    const goOn = (end: EntryEnd) => {
      const { selection, size, activate } = latest.current;
      const next = placeAfter(selection, size, end);
      if (next !== null) activate(next);
    };
    const rename = (id: number, isHow: boolean, name: string) => {
      const houseId = latest.current.house.view.id;
      latest.current.onEdit(
        isHow
          ? { kind: 'renameHow', input: { houseId, howId: id, name } }
          : { kind: 'renameWhat', input: { houseId, whatId: id, name } },
      );
    };
    const setImportance = (line: WhatLine, importance: number, end: EntryEnd) => {
      const { selection, house } = latest.current;
      const block = end === 'fill' ? blockOf(selection)?.block : undefined;
      const rows =
        block === undefined ? [line] : house.lines.rows.slice(block.top, block.bottom + 1);
      const edit = givingImportance(
        house.view,
        rows.map((each) => ({ line: each, importance })),
      );
      if (edit !== null) latest.current.onEdit(edit);
    };
    const importanceRefusal = (line: WhatLine, entry: string) => {
      const { view } = latest.current.house;
      if (parseLineImportance(view, line, entry) !== null) return null;
      if (line.leaf !== null) return t('house:matrix.importanceRange');
      return t('house:matrix.groupImportanceRange', {
        ...groupImportanceRange(leafImportances(view, line)),
        count: line.leafCount,
      });
    };
    return {
      title: ({ id, name, isHow, canRename }) => (
        <CellEntry
          key={id}
          label={name}
          value={name}
          isWide={isHow}
          refusal={(entry) => (entry.trim() === '' ? t('house:entry.nameNeeded') : null)}
          onKeep={(entry, end) => {
            if (entry.trim() !== name) rename(id, isHow, entry.trim());
            goOn(end);
          }}
          onCancel={() => undefined}
          {...(canRename ? {} : { onRefused: () => latest.current.onNameRefused() })}
        />
      ),
      importance: (line, importance) => (
        <CellEntry
          key={line.id}
          label={t('house:matrix.importanceOf', { name: line.name, importance })}
          value={String(importance)}
          refusal={(entry) => importanceRefusal(line, entry)}
          onKeep={(entry, end) => {
            const { view } = latest.current.house;
            setImportance(line, parseLineImportance(view, line, entry) ?? importance, end);
            goOn(end);
          }}
          onCancel={() => undefined}
        />
      ),
      relation: (row, column, label) => {
        const { house } = latest.current;
        const { scale } = house.view;
        return (
          <CellEntry
            key={`${row} ${column}`}
            label={label}
            value={scaleText(relationAt(house, row, column), scale, 'signs')}
            refusal={(entry) =>
              parseScaleEntry(entry, scale) === null
                ? t('house:entry.notOnScale', { levels: scaleWords(scale) })
                : null
            }
            onKeep={(entry, end) => {
              const { house: now, selection } = latest.current;
              const strength = parseScaleEntry(entry, scale) ?? 0;
              const single = { top: row, bottom: row, left: column, right: column };
              const block = end === 'fill' ? (blockOf(selection)?.block ?? single) : single;
              const edit = writing(now, block, () => strength);
              if (edit !== null) latest.current.onEdit(edit);
              goOn(end);
            }}
            onCancel={() => undefined}
          />
        );
      },
    };
  }, [t]);
}

/** Where the active cell goes after an entry; null to stay. */
function placeAfter(
  { active }: MatrixSelection,
  size: MatrixSize,
  end: EntryEnd,
): MatrixSelection | null {
  switch (end) {
    case 'down':
    case 'up': {
      if (active.row <= headRow) return null;
      const row = active.row + (end === 'down' ? 1 : -1);
      return selectOne(placeWithin({ ...active, row: Math.max(0, row) }, size));
    }
    case 'right':
    case 'left': {
      const next = tabFrom(active, end === 'right' ? 1 : -1, size);
      return next === null ? null : selectOne(next);
    }
    default:
      return null;
  }
}
