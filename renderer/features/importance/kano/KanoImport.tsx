import { Button, Checkbox, Group, Loader, Select, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDownload, IconFile } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import {
  guessKanoLayout,
  type KanoFault,
  type KanoLayout,
  type KanoTableReading,
  readKanoTable,
} from '../../../../core/domain/kano/kano-table.ts';
import { rowsFromTsv } from '../../../shared/grid/tsv.ts';
import { host } from '../../../shared/host/host-client.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import { notifyDone, notifyError } from '../../../shared/ui/notify.ts';
import shared from '../Importance.module.css';
import classes from './Kano.module.css';

const faultsShown = 50;

interface KanoImportProps {
  house: HouseView;
  /** A file may take the place of what is there. */
  hasAnswers: boolean;
}

/** Answers from a file or the clipboard: what was read as what, what cannot be taken and why, then in. */
export function KanoImport({ house, hasAnswers }: KanoImportProps) {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState('');
  const [table, setTable] = useState<{ rows: string[][]; layout: KanoLayout } | null>(null);
  const [reading, setReading] = useState(false);
  const take = (rows: string[][]) => setTable({ rows, layout: guessKanoLayout(rows, house.whats) });
  const pickFile = async () => {
    try {
      const file = await host.call('shell.pickFile', { purpose: 'survey' });
      if (file === null) return;
      setReading(true);
      take((await host.call('kano.readFile', { token: file.token })).rows);
    } catch (error) {
      notifyError(error);
    } finally {
      setReading(false);
    }
  };
  if (reading) return <Loader size="sm" aria-label={t('app:loading')} />;
  if (table !== null) {
    return (
      <Preview
        house={house}
        hasAnswers={hasAnswers}
        rows={table.rows}
        layout={table.layout}
        onLayout={(layout) => setTable({ rows: table.rows, layout })}
        onBack={() => setTable(null)}
      />
    );
  }
  return (
    <Stack gap={12}>
      <Text size="sm">{t('kano:import.intro')}</Text>
      <Group>
        <Button leftSection={<IconFile size={14} />} onClick={() => void pickFile()}>
          {t('kano:import.pick')}
        </Button>
      </Group>
      <Textarea
        label={t('kano:import.paste')}
        description={t('kano:import.pasteHint')}
        autosize
        minRows={6}
        maxRows={12}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap={8}>
        <Button
          disabled={pasted.trim() === ''}
          onClick={() => take(rowsFromTsv(pasted.replace(/\n+$/, '')))}
        >
          {t('kano:import.read')}
        </Button>
      </Group>
    </Stack>
  );
}

interface PreviewProps extends KanoImportProps {
  rows: readonly (readonly string[])[];
  layout: KanoLayout;
  onLayout: (layout: KanoLayout) => void;
  onBack: () => void;
}

function Preview({ house, hasAnswers, rows, layout, onLayout, onBack }: PreviewProps) {
  const { t } = useTranslation();
  const [replace, setReplace] = useState(false);
  const reading = useMemo(
    () => readKanoTable(rows, layout, (number) => t('kano:respondent', { number })),
    [rows, layout, t],
  );
  const set = useHostMutation('kano.setAnswers', {
    onSuccess: () => {
      notifyDone(
        t('kano:import.done', {
          respondents: reading.respondents,
          count: reading.answers.length,
        }),
      );
      modals.closeAll();
    },
  });
  return (
    <Stack gap={12}>
      <Text size="sm">
        {t('kano:import.found', {
          respondents: reading.respondents,
          count: reading.answers.length,
        })}
        {reading.rejected.length > 0 &&
          ` ${t('kano:import.rejected', { count: reading.rejected.length })}`}
      </Text>
      <Mapping house={house} rows={rows} layout={layout} onLayout={onLayout} />
      {reading.faults.length > 0 && (
        <Faults house={house} reading={reading} header={layout.hasHeader ? (rows[0] ?? []) : []} />
      )}
      {hasAnswers && (
        <Checkbox
          label={t('kano:import.replace')}
          checked={replace}
          onChange={(event) => setReplace(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onBack}>
          {t('kano:import.back')}
        </Button>
        <Button
          data-autofocus
          loading={set.isPending}
          disabled={reading.answers.length === 0}
          onClick={() =>
            set.mutate({
              houseId: house.id,
              replace,
              values: reading.answers.map(({ whatId, respondent, functional, dysfunctional }) => ({
                whatId,
                respondent,
                pair: [functional, dysfunctional],
              })),
            })
          }
        >
          {t('kano:import.take', { count: reading.answers.length })}
        </Button>
      </Group>
    </Stack>
  );
}

/** Which pair of columns asks about which WHAT. */
function Mapping({
  house,
  rows,
  layout,
  onLayout,
}: Pick<PreviewProps, 'house' | 'rows' | 'layout' | 'onLayout'>) {
  const { t } = useTranslation();
  const headerOf = (column: number) =>
    layout.hasHeader ? (rows[0]?.[column] ?? '') : t('kano:import.column', { number: column + 1 });
  return (
    <div className={classes.mapping}>
      <table className={shared.figures} aria-label={t('kano:import.mapping')}>
        <thead>
          <tr>
            <th>{t('kano:import.functional')}</th>
            <th>{t('kano:import.dysfunctional')}</th>
            <th>{t('importance:columns.what')}</th>
          </tr>
        </thead>
        <tbody>
          {layout.pairs.map(({ functional, dysfunctional, whatId }, place) => (
            <tr key={functional}>
              <td>{headerOf(functional)}</td>
              <td>{headerOf(dysfunctional)}</td>
              <td>
                <Select
                  size="xs"
                  clearable
                  searchable
                  placeholder={t('kano:import.leaveOut')}
                  aria-label={t('kano:import.whatOf', { name: headerOf(functional) })}
                  data={house.whats.map((what) => ({
                    value: String(what.whatId),
                    label: `${what.number} ${what.name}`,
                  }))}
                  value={whatId === null ? null : String(whatId)}
                  onChange={(value) =>
                    onLayout(withWhat(layout, place, value === null ? null : Number(value)))
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Two pairs of columns cannot ask about the same WHAT: the other one gives it up. */
function withWhat(layout: KanoLayout, place: number, whatId: number | null): KanoLayout {
  return {
    ...layout,
    pairs: layout.pairs.map((pair, at) => {
      if (at === place) return { ...pair, whatId };
      return whatId !== null && pair.whatId === whatId ? { ...pair, whatId: null } : pair;
    }),
  };
}

interface FaultsProps {
  house: HouseView;
  reading: KanoTableReading;
  header: readonly string[];
}

function Faults({ house, reading, header }: FaultsProps) {
  const { t } = useTranslation();
  const reasonOf = ({ reason, whatId, entry }: KanoFault) =>
    t(`kano:import.reasons.${reason}`, {
      name: house.whats.find((what) => what.whatId === whatId)?.name ?? '',
      entry,
    });
  const save = async () => {
    try {
      const rows = [
        [...header, t('kano:import.reason')],
        ...reading.rejected.map(({ cells, reasons }) => [
          ...cells,
          reasons.map(reasonOf).join(' / '),
        ]),
      ];
      const made = await host.call('kano.saveRows', {
        name: t('kano:import.rejectedFile', { house: house.name }),
        rows: rows.map((row) => row.map((cell) => cell.slice(0, 2_000))),
      });
      await host.call('shell.deliverFile', made);
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <section aria-label={t('kano:import.faults')}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={650}>
          {t('kano:import.faults')}
        </Text>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconDownload size={14} />}
          onClick={() => void save()}
        >
          {t('kano:import.save')}
        </Button>
      </Group>
      <div className={classes.mapping}>
        <table className={shared.figures}>
          <thead>
            <tr>
              <th data-figure>{t('kano:import.row')}</th>
              <th>{t('kano:columns.respondent')}</th>
              <th>{t('kano:import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {reading.faults.slice(0, faultsShown).map((fault) => (
              <tr key={`${fault.rowNumber}:${fault.whatId}`}>
                <td data-figure>{fault.rowNumber}</td>
                <td>{fault.respondent}</td>
                <td>{reasonOf(fault)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {reading.faults.length > faultsShown && (
          <Text size="xs" c="dimmed">
            {t('kano:import.andMore', { count: reading.faults.length - faultsShown })}
          </Text>
        )}
      </div>
    </section>
  );
}
