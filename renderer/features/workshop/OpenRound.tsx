import { Button, Group, Progress, Table, Text } from '@mantine/core';
import {
  IconDeviceMobile,
  IconFileDownload,
  IconFileUpload,
  IconKeyboard,
  IconLock,
} from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { VoteRoundHead, WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { rowsFromTsv } from '../../shared/grid/tsv.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { AskFirst } from './AskFirst.tsx';
import { ReturnedScores, type ReturnedTable } from './ReturnedScores.tsx';
import { ScoreEntry } from './ScoreEntry.tsx';
import classes from './ScoreStep.module.css';

interface OpenRoundProps {
  workshop: WorkshopView;
  view: HouseView;
  round: VoteRoundHead;
  onClosed: () => void;
}

interface Returned {
  tables: ReturnedTable[];
  /** Whose they are, when the person said so by where it was pasted. */
  participantId: number | null;
}

/** How far everybody is, and every way in which scores come in. Never a score. */
export function OpenRound({ workshop, view, round, onClosed }: OpenRoundProps) {
  const { t, i18n } = useTranslation();
  const { data: voting } = useHostQuery('voting.status', {});
  const [entering, setEntering] = useState<number | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const close = useHostMutation('workshop.closeRound', { onSuccess: onClosed });
  const [asks, setAsks] = useState(false);
  const isAway = entering !== null || returned !== null || asks;
  const opener = useRef<Element | null>(null);
  // Back where one was, so that the next participant is one arrow away.
  useEffect(() => {
    if (!isAway && opener.current instanceof HTMLElement) opener.current.focus();
  }, [isAway]);
  const leave = () => {
    opener.current = document.activeElement;
  };
  const joined = new Set(voting?.open?.joined.map(({ participantId }) => participantId));
  const people = round.progress.flatMap(({ participantId, scored, cells }) => {
    const participant = workshop.participants.find(({ id }) => id === participantId);
    return participant === undefined ? [] : [{ ...participant, scored, cells }];
  });
  const scored = people.reduce((sum, person) => sum + person.scored, 0);
  const cells = people.reduce((sum, person) => sum + person.cells, 0);
  const unfinished = people.filter((person) => person.scored < person.cells);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });

  const saveSheets = async () => {
    const participantIds = people.map(({ id }) => id);
    const locale = i18n.language === 'en' ? 'en' : 'ko';
    const file = await host.call('workshop.scoreSheets', {
      roundId: round.id,
      participantIds,
      locale,
    });
    await host.call('shell.deliverFile', file);
  };
  const readSheets = async () => {
    const picked = await host.call('shell.pickFile', { purpose: 'survey' });
    if (picked === null) return;
    const { sheets } = await host.call('workshop.readSheets', { token: picked.token });
    leave();
    setReturned({ tables: sheets, participantId: null });
  };
  const onPaste = (event: ClipboardEvent) => {
    const participantId = participantAt(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (participantId === null || text === '') return;
    event.preventDefault();
    leave();
    setReturned({ tables: [{ name: '', rows: rowsFromTsv(text) }], participantId });
  };
  return (
    <Panel
      title={t('workshop:round.name', {
        number: round.number,
        subject: t(`workshop:subject.${round.subject}`),
      })}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileDownload size={14} />}
            onClick={() => void saveSheets().catch(notifyError)}
          >
            {t('workshop:sheets.save')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileUpload size={14} />}
            onClick={() => void readSheets().catch(notifyError)}
          >
            {t('workshop:sheets.read')}
          </Button>
          <Button
            leftSection={<IconLock size={14} />}
            loading={close.isPending}
            onClick={() => {
              if (unfinished.length === 0) return close.mutate({ roundId: round.id });
              leave();
              setAsks(true);
            }}
          >
            {t('workshop:round.close')}
          </Button>
        </>
      }
    >
      <div className={classes.facts} role="status">
        <span className={classes.share}>{percent.format(cells === 0 ? 0 : scored / cells)}</span>
        <Text size="sm" c="dimmed">
          {t('workshop:round.progress', {
            done: people.filter((person) => person.scored === person.cells).length,
            people: people.length,
            scored,
            cells,
          })}
        </Text>
      </div>
      <Text size="xs" c="dimmed" mb={6}>
        {t('workshop:round.entryHint')}
      </Text>
      <Table
        aria-label={t('workshop:round.people')}
        verticalSpacing={4}
        onPaste={onPaste}
        onKeyDown={moveAmongPeople}
      >
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id} data-participant={person.id}>
              <Table.Td>
                {person.name}
                {person.team !== '' && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    {person.team}
                  </Text>
                )}
              </Table.Td>
              <Table.Td w={24}>
                {joined.has(person.id) && (
                  <IconDeviceMobile size={15} aria-label={t('workshop:voting.joined')} />
                )}
              </Table.Td>
              <Table.Td className={classes.progressCell}>
                <Progress
                  value={person.cells === 0 ? 0 : (person.scored / person.cells) * 100}
                  color={person.scored === person.cells ? 'teal' : 'lake'}
                  aria-label={t('workshop:round.progressOf', { name: person.name })}
                />
              </Table.Td>
              <Table.Td w={90} className={classes.progressText} ta="right">
                {person.scored} / {person.cells}
              </Table.Td>
              <Table.Td w={90}>
                <Group justify="flex-end">
                  <Button
                    variant="light"
                    size="compact-xs"
                    leftSection={<IconKeyboard size={14} />}
                    aria-label={t('workshop:round.enterFor', { name: person.name })}
                    onClick={() => {
                      leave();
                      setEntering(person.id);
                    }}
                  >
                    {t('workshop:round.enter')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {asks && (
        <AskFirst
          title={t('workshop:round.close')}
          explained={t('workshop:round.unfinished', {
            people: people.length,
            count: unfinished.length,
            cells: unfinished.reduce((sum, person) => sum + person.cells - person.scored, 0),
          })}
          names={unfinished.map((person) =>
            t(person.scored === 0 ? 'workshop:round.notBegun' : 'workshop:round.begun', {
              name: person.name,
              scored: person.scored,
              cells: person.cells,
            }),
          )}
          confirm={t('workshop:round.closeAnyway')}
          onConfirm={() => close.mutate({ roundId: round.id })}
          onClose={() => setAsks(false)}
        />
      )}
      {entering !== null && (
        <ScoreEntry
          view={view}
          round={round}
          people={people}
          firstId={entering}
          onClose={() => setEntering(null)}
        />
      )}
      {returned !== null && (
        <ReturnedScores
          {...returned}
          view={view}
          round={round}
          people={people}
          onClose={() => setReturned(null)}
        />
      )}
    </Panel>
  );
}

function participantAt(target: EventTarget): number | null {
  if (!(target instanceof Element)) return null;
  const id = Number(target.closest<HTMLElement>('[data-participant]')?.dataset.participant);
  return Number.isInteger(id) && id > 0 ? id : null;
}

/** Up and down go from one participant to the next. */
function moveAmongPeople(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('tr button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const next = buttons[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
