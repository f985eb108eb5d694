import {
  Alert,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { ParticipantRow } from '../../../core/contract/judgement.contract.ts';
import type { VoteRoundHead } from '../../../core/contract/workshop.contract.ts';
import { copyText } from '../../shared/grid/copy-text.ts';
import { tsvFromRows } from '../../shared/grid/tsv.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import {
  type BlankMeaning,
  type BlockReading,
  isBlankSheet,
  readBlock,
  unreadRows,
} from './block-reading.ts';

export interface ReturnedTable {
  /** Of the sheet; blank for what was pasted. */
  name: string;
  rows: string[][];
}

interface ReturnedScoresProps {
  tables: ReturnedTable[];
  participantId: number | null;
  view: HouseView;
  round: VoteRoundHead;
  people: readonly ParticipantRow[];
  onClose: () => void;
}

/** What was pasted or came back on sheets: whose it is, what was read and what was not, before it counts. */
export function ReturnedScores(props: ReturnedScoresProps) {
  const { tables, participantId, view, round, people, onClose } = props;
  const { t } = useTranslation();
  const [blank, setBlank] = useState<BlankMeaning>('notScored');
  const [owners, setOwners] = useState<Record<number, number | null>>({});
  const [busy, setBusy] = useState(false);
  const readings = useMemo(
    () => tables.map(({ rows }) => readBlock(rows, view, round, blank)),
    [tables, view, round, blank],
  );
  const ownerOf = (index: number): number | null =>
    index in owners
      ? (owners[index] ?? null)
      : (participantId ??
        personNamed(people, readings[index]?.participant ?? null) ??
        personNamed(people, tables[index]?.name ?? null));
  const due = readings.flatMap((reading, index) => {
    const owner = ownerOf(index);
    return reading === null || owner === null || reading.scores.length === 0
      ? []
      : [{ participantId: owner, scores: reading.scores }];
  });
  // A file of sheets brings one for everybody: the blank ones are told in one line.
  const blanks = readings.flatMap((reading, index) =>
    readings.length > 1 && reading !== null && isBlankSheet(reading) ? [index] : [],
  );
  const keep = async () => {
    for (const { participantId: owner, scores } of due) {
      await host.call('workshop.setScores', { roundId: round.id, participantId: owner, scores });
    }
    notifyDone(t('workshop:returned.done', { count: due.length }));
    onClose();
  };
  const submit = () => {
    setBusy(true);
    keep()
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={t('workshop:returned.title')}>
      <Stack gap={12}>
        {round.subject === 'relations' && (
          <Group gap={10}>
            <Text size="sm">{t('workshop:returned.blank')}</Text>
            <SegmentedControl
              aria-label={t('workshop:returned.blank')}
              data={[
                { value: 'notScored', label: t('workshop:returned.blankNotScored') },
                { value: 'none', label: t('workshop:returned.blankNone') },
              ]}
              value={blank}
              onChange={(value) => setBlank(value === 'none' ? 'none' : 'notScored')}
            />
          </Group>
        )}
        {readings.map((reading, index) =>
          blanks.includes(index) ? null : (
            <Returned
              // biome-ignore lint/suspicious/noArrayIndexKey: sheets of one file neither come nor go
              key={index}
              name={tables[index]?.name ?? ''}
              reading={reading}
              people={people}
              owner={ownerOf(index)}
              onOwner={(owner) => setOwners((known) => ({ ...known, [index]: owner }))}
            />
          ),
        )}
        {blanks.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('workshop:returned.blankSheets', {
              count: blanks.length,
              names: blanks.map((index) => tables[index]?.name ?? '').join(', '),
            })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button data-autofocus loading={busy} disabled={due.length === 0} onClick={submit}>
            {t('workshop:returned.keep', { count: due.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ReturnedProps {
  name: string;
  reading: BlockReading | null;
  people: readonly ParticipantRow[];
  owner: number | null;
  onOwner: (owner: number | null) => void;
}

function Returned({ name, reading, people, owner, onOwner }: ReturnedProps) {
  const { t } = useTranslation();
  if (reading === null) {
    return (
      <Alert color="red" title={name === '' ? undefined : name}>
        {t('workshop:returned.noSheet')}
      </Alert>
    );
  }
  const unread = unreadRows(reading, (reason) => t(`workshop:returned.reason.${reason}`));
  const copyUnread = () => {
    void copyText(tsvFromRows(unread));
    notifyDone(t('workshop:returned.copied', { count: unread.length }));
  };
  const save = async () => {
    const heads = ['place', 'said', 'why', 'entries'].map((key) =>
      t(`workshop:returned.head.${key}`),
    );
    const whose = name === '' ? people.find(({ id }) => id === owner)?.name : name;
    const file = await host.call('houseFile.saveTable', {
      name: `${t('workshop:returned.fileName')} ${whose ?? ''}`.trim().slice(0, 120),
      rows: [heads, ...unread.map((row) => row.map((entry) => entry.slice(0, 2000)))],
    });
    await host.call('shell.deliverFile', file);
  };
  return (
    <Stack gap={8}>
      <Group gap={10} align="flex-end">
        <Select
          w={240}
          searchable
          label={t('workshop:returned.owner')}
          placeholder={t('workshop:returned.noOwner')}
          data={people.map((person) => ({ value: String(person.id), label: person.name }))}
          value={owner === null ? null : String(owner)}
          onChange={(value) => onOwner(value === null ? null : Number(value))}
        />
        <Text size="sm" role="status">
          {name !== '' && `${name} · `}
          {t('workshop:returned.read', { count: reading.scores.length })}
          {reading.notAsked > 0 &&
            ` · ${t('workshop:returned.notAsked', { count: reading.notAsked })}`}
        </Text>
      </Group>
      {unread.length > 0 && (
        <Alert
          color="orange"
          title={t('workshop:returned.unread', { count: unread.length })}
          p="xs"
        >
          <Table verticalSpacing={2} withRowBorders={false}>
            <Table.Tbody>
              {unread.slice(0, 12).map(([place, what, why, ...entries]) => (
                <Table.Tr key={`${place} ${what} ${why}`}>
                  <Table.Td>{place}</Table.Td>
                  <Table.Td>{what}</Table.Td>
                  <Table.Td>{why}</Table.Td>
                  <Table.Td>{entries.join(' ')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {unread.length > 12 && (
            <Text size="xs">{t('workshop:returned.more', { count: unread.length - 12 })}</Text>
          )}
          <Group gap={6} mt={6}>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconDownload size={13} />}
              onClick={() => void save().catch(notifyError)}
            >
              {t('workshop:returned.save')}
            </Button>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconCopy size={13} />}
              onClick={copyUnread}
            >
              {t('workshop:returned.copy')}
            </Button>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}

function personNamed(people: readonly ParticipantRow[], name: string | null): number | null {
  const folded = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (name === null || folded(name) === '') return null;
  return people.find((person) => folded(person.name) === folded(name))?.id ?? null;
}
