import { Checkbox, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseDiff } from '../../../core/domain/house/house-diff.ts';
import { leavesOf } from '../../../core/domain/house/house-tree.ts';
import { relationText } from '../../shared/house/change-words.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import type { ComparedHouse } from './compared-house.ts';
import classes from './Rounds.module.css';

interface DiffMatrixProps {
  after: ComparedHouse;
  diff: HouseDiff;
}

/** More are no longer looked through cell by cell: the list has them all. */
const mostRows = 80;
const mostColumns = 60;

/** The matrix as it is after, each changed cell with what it was before; added lines are marked. */
export function DiffMatrix({ after, diff }: DiffMatrixProps) {
  const { t } = useTranslation();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const { model } = after;
  const changed = useMemo(
    () => new Map(diff.cells.map((cell) => [`${cell.whatId}:${cell.howId}`, cell])),
    [diff],
  );
  const added = useMemo(
    () => ({
      whats: new Set(diff.whats.flatMap((node) => (node.kind === 'added' ? node.after.id : []))),
      hows: new Set(diff.hows.flatMap((node) => (node.kind === 'added' ? node.after.id : []))),
    }),
    [diff],
  );
  const touched = {
    whats: new Set([...diff.cells.map(({ whatId }) => whatId), ...added.whats]),
    hows: new Set([...diff.cells.map(({ howId }) => howId), ...added.hows]),
  };
  const rows = leavesOf(model.whats)
    .map((node, place) => ({ node, place }))
    .filter(({ node }) => !onlyChanged || touched.whats.has(node.id));
  const columns = leavesOf(model.hows)
    .map((node, place) => ({ node, place }))
    .filter(({ node }) => !onlyChanged || touched.hows.has(node.id));
  const isCut = rows.length > mostRows || columns.length > mostColumns;
  const shownRows = rows.slice(0, mostRows);
  const shownColumns = columns.slice(0, mostColumns);
  return (
    <div className={classes.diff}>
      <Group gap={12} mb={8}>
        <Checkbox
          label={t('round:matrix.onlyChanged')}
          checked={onlyChanged}
          onChange={({ currentTarget }) => setOnlyChanged(currentTarget.checked)}
        />
        {isCut && (
          <Text size="xs" c="dimmed">
            {t('round:matrix.cut', { rows: mostRows, columns: mostColumns })}
          </Text>
        )}
      </Group>
      {shownRows.length === 0 || shownColumns.length === 0 ? (
        <EmptyState title={t('round:matrix.none')} hint={t('round:matrix.noneHint')} />
      ) : (
        <table className={classes.matrix} aria-label={t('round:matrix.label')}>
          <thead>
            <tr>
              <td />
              {shownColumns.map(({ node }) => (
                <th key={node.id} scope="col" data-added={added.hows.has(node.id) || undefined}>
                  <span>
                    {added.hows.has(node.id) && `${t('round:matrix.new')} `}
                    {node.code} {node.name}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownRows.map(({ node: what, place: row }) => (
              <tr key={what.id}>
                <th scope="row" data-added={added.whats.has(what.id) || undefined}>
                  {added.whats.has(what.id) && `${t('round:matrix.new')} `}
                  {what.code} {what.name}
                </th>
                {shownColumns.map(({ node: how, place: column }) => {
                  const change = changed.get(`${what.id}:${how.id}`);
                  const value = model.relations[row]?.[column] ?? 0;
                  return (
                    <td key={how.id} data-changed={change !== undefined || undefined}>
                      {change === undefined
                        ? value === 0
                          ? ''
                          : relationText(value, model.scale)
                        : `${relationText(change.before, model.scale)} → ${relationText(change.after, model.scale)}`}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
