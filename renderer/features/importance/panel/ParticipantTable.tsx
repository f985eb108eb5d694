import { Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantRow } from '../../../../core/contract/judgement.contract.ts';
import type { JudgeResult, TreePanel } from '../../../../core/domain/ahp/panel-of-tree.ts';
import { acceptedRatio } from '../../../../core/domain/ahp/priority-vector.ts';
import { type Command, useCommands } from '../../../shared/commands/command-registry.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import { EditableTable } from '../../../shared/table/EditableTable.tsx';
import type { TableColumn } from '../../../shared/table/table-column.ts';
import { useTableLayout } from '../../../shared/table/use-table-layout.ts';
import { notifyDone } from '../../../shared/ui/notify.ts';
import shared from '../Importance.module.css';
import classes from './Panel.module.css';

interface JudgeRow extends ParticipantRow {
  result: JudgeResult | undefined;
}

interface ParticipantTableProps {
  houseId: number;
  participants: readonly ParticipantRow[];
  panel: TreePanel;
  activeId: number | null;
  onActive: (id: number) => void;
  /** Opens the comparisons of a participant. */
  onJudge: (id: number) => void;
}

/** Who judges: name, team and weight typed in place, beside how far each has come. */
export function ParticipantTable(props: ParticipantTableProps) {
  const { houseId, participants, panel, activeId, onActive, onJudge } = props;
  const { t } = useTranslation();
  const layout = useTableLayout('importance.participants');
  const add = useHostMutation('judgement.addParticipant', { onSuccess: ({ id }) => onActive(id) });
  const update = useHostMutation('judgement.updateParticipant');
  const remove = useHostMutation('judgement.removeParticipant', {
    onSuccess: () => notifyDone(t('importance:panel.removed')),
  });
  const rows = useMemo<JudgeRow[]>(
    () =>
      participants.map((participant) => ({
        ...participant,
        result: panel.judges.find(({ id }) => id === participant.id),
      })),
    [participants, panel],
  );
  const columns = useMemo(() => columnsOf(t, panel.pairs), [t, panel.pairs]);
  const { mutate: addOne } = add;
  const count = participants.length;
  useCommands(
    useMemo<Command[]>(
      () => [
        {
          id: 'importance.addParticipant',
          label: t('importance:panel.add'),
          group: t('app:groups.room'),
          shortcut: 'N',
          run: () =>
            addOne({ houseId, name: t('importance:panel.newName', { number: count + 1 }) }),
        },
      ],
      [t, addOne, houseId, count],
    ),
  );
  const edit = (row: JudgeRow, columnId: string, value: string) => {
    if (columnId === 'weight') update.mutate({ id: row.id, weight: Number(value) });
    if (columnId === 'name') update.mutate({ id: row.id, name: value });
    if (columnId === 'team') update.mutate({ id: row.id, team: value });
  };
  return (
    <section className={classes.people} aria-label={t('importance:panel.people')}>
      <div className={shared.toolbar}>
        <Text fw={650} size="sm">
          {t('importance:panel.people')}
        </Text>
        <Group gap={6}>
          {activeId !== null && (
            <>
              <Button
                size="xs"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={14} />}
                onClick={() => remove.mutate({ id: activeId })}
              >
                {t('importance:panel.remove')}
              </Button>
              <Button size="xs" variant="default" onClick={() => onJudge(activeId)}>
                {t('importance:panel.judge')}
              </Button>
            </>
          )}
          <Button
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              add.mutate({ houseId, name: t('importance:panel.newName', { number: count + 1 }) })
            }
          >
            {t('importance:panel.add')}
          </Button>
        </Group>
      </div>
      {rows.length > 0 && (
        <EditableTable
          label={t('importance:panel.people')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          layout={layout}
          activeRowId={activeId}
          onActiveRow={onActive}
          onEdit={edit}
          onDelete={({ id }) => remove.mutate({ id })}
        />
      )}
    </section>
  );
}

function columnsOf(t: TFunction, pairs: number): TableColumn<JudgeRow>[] {
  const word = (key: string) => t(`importance:panel.columns.${key}`);
  return [
    {
      id: 'name',
      header: word('name'),
      width: 84,
      grow: true,
      fixed: true,
      text: ({ name }) => name,
      edit: {
        kind: 'text',
        value: ({ name }) => name,
        maxLength: 200,
        parse: (entry) => (entry.trim() === '' ? null : entry.trim()),
        refusal: t('importance:panel.nameNeeded'),
      },
    },
    {
      id: 'team',
      header: word('team'),
      width: 76,
      grow: true,
      text: ({ team }) => team,
      edit: { kind: 'text', value: ({ team }) => team, maxLength: 200 },
    },
    {
      id: 'weight',
      header: word('weight'),
      width: 62,
      align: 'end',
      text: ({ weight }) => String(weight),
      sortValue: ({ weight }) => weight,
      edit: {
        kind: 'text',
        value: ({ weight }) => String(weight),
        maxLength: 8,
        parse: parseWeight,
        refusal: t('importance:panel.weightRange'),
      },
    },
    {
      id: 'made',
      header: word('made'),
      width: 66,
      align: 'end',
      text: ({ result }) => `${result?.made ?? 0}/${pairs}`,
      sortValue: ({ result }) => result?.made ?? 0,
    },
    {
      id: 'ratio',
      header: 'CR',
      width: 76,
      align: 'end',
      text: ({ result }) => {
        const ratio = result?.consistencyRatio ?? null;
        if (ratio === null) return '–';
        return ratio > acceptedRatio ? `⚠ ${ratio.toFixed(2)}` : ratio.toFixed(2);
      },
      sortValue: ({ result }) => result?.consistencyRatio ?? null,
    },
  ];
}

function parseWeight(entry: string): string | null {
  const text = entry.normalize('NFKC').trim().replace(',', '.');
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 100 ? String(value) : null;
}
