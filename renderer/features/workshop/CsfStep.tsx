import { Badge, Button, Checkbox, Group, Table, Text, Textarea } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { ShareBar } from '../../shared/ui/ShareBar.tsx';
import classes from './CsfStep.module.css';
import { TopKInput } from './TopKInput.tsx';
import { useTopK } from './use-discussion.ts';
import { type RankedHow, useRanking } from './use-ranking.ts';

interface CsfStepProps {
  workshop: WorkshopView;
  view: HouseView;
}

/** What the agreed house says: the heaviest HOWs are proposed, the room says which become CSFs and why. */
export function CsfStep({ workshop, view }: CsfStepProps) {
  const { t } = useTranslation();
  const ranking = useRanking(view);
  const [topK] = useTopK();
  const { data: csfs = [] } = useHostQuery('csf.list', {});
  // What differs from the proposal; so a changed k or a changed rank still proposes anew.
  const [switched, setSwitched] = useState<ReadonlySet<number>>(new Set());
  const stateOf = (how: RankedHow) => csfs.find(({ id }) => id === how.csfId)?.status ?? null;
  const isProposed = (how: RankedHow) => how.rank <= topK && (how.share ?? 0) > 0;
  const isTicked = (how: RankedHow) => isProposed(how) !== switched.has(how.howId);
  const toggle = (howId: number) =>
    setSwitched((known) => {
      const next = new Set(known);
      if (!next.delete(howId)) next.add(howId);
      return next;
    });
  const chosen = ranking.filter((how) => isTicked(how) && stateOf(how) !== 'agreed');
  if ((ranking[0]?.share ?? 0) === 0) {
    return (
      <Panel title={t('workshop:csf.title')}>
        <Text size="sm" c="dimmed">
          {t('workshop:csf.noWeights')}
        </Text>
      </Panel>
    );
  }
  return (
    <div className={classes.columns}>
      <Panel fill title={t('workshop:csf.title')} actions={<TopKInput />}>
        <RankingTable
          ranking={ranking}
          topK={topK}
          isTicked={isTicked}
          stateOf={stateOf}
          onToggle={toggle}
        />
      </Panel>
      <AgreeForm workshop={workshop} chosen={chosen} />
    </div>
  );
}

interface RankingTableProps {
  ranking: readonly RankedHow[];
  topK: number;
  isTicked: (how: RankedHow) => boolean;
  stateOf: (how: RankedHow) => CsfRow['status'] | null;
  onToggle: (howId: number) => void;
}

function RankingTable({ ranking, topK, isTicked, stateOf, onToggle }: RankingTableProps) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const heaviest = ranking[0]?.share ?? 0;
  return (
    <Table aria-label={t('workshop:csf.title')} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={40} aria-label={t('workshop:csf.choose')} />
          <Table.Th w={50}>{t('workshop:csf.rank')}</Table.Th>
          <Table.Th>{t('workshop:csf.how')}</Table.Th>
          <Table.Th w={190}>{t('workshop:csf.share')}</Table.Th>
          <Table.Th w={80}>{t('workshop:csf.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ranking.map((how) => {
          const state = stateOf(how);
          return (
            <Table.Tr key={how.howId} data-cut={how.rank > topK || undefined}>
              <Table.Td>
                <Checkbox
                  size="xs"
                  aria-label={how.name}
                  checked={state === 'agreed' || isTicked(how)}
                  disabled={state === 'agreed'}
                  onChange={() => onToggle(how.howId)}
                />
              </Table.Td>
              <Table.Td>{how.rank}</Table.Td>
              <Table.Td>{how.name}</Table.Td>
              <Table.Td>
                <span className={classes.share}>
                  <ShareBar share={heaviest === 0 ? 0 : (how.share ?? 0) / heaviest} />
                  {percent.format(how.share ?? 0)}
                </span>
              </Table.Td>
              <Table.Td>
                {state !== null && (
                  <Badge variant="light" color={state === 'agreed' ? 'green' : 'gray'}>
                    {t(`csf:statuses.${state}`)}
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

interface AgreeFormProps {
  workshop: WorkshopView;
  chosen: readonly RankedHow[];
}

function AgreeForm({ workshop, chosen }: AgreeFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const isOver = workshop.status === 'closed';
  const agree = async () => {
    await host.call('workshop.agreeCsfs', {
      workshopId: workshop.id,
      howIds: chosen.map(({ howId }) => howId),
      subject: t('workshop:csf.decision', { count: chosen.length }),
      outcome: chosen.map(({ rank, name }) => `${rank}. ${name}`).join('\n'),
      reason: reason.trim(),
    });
    setReason('');
    notifyDone(t('workshop:csf.done', { count: chosen.length }));
  };
  const submit = () => {
    if (chosen.length === 0 || busy || isOver) return;
    setBusy(true);
    agree()
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  return (
    <Panel title={t('workshop:csf.agreeTitle')}>
      <Text size="sm" mb={4} role="status">
        {chosen.length === 0
          ? t('workshop:csf.noneChosen')
          : t('workshop:csf.chosen', { count: chosen.length })}
      </Text>
      <ol className={classes.chosen}>
        {chosen.map(({ howId, rank, name }) => (
          <li key={howId} value={rank}>
            {name}
          </li>
        ))}
      </ol>
      <Textarea
        label={t('workshop:csf.reason')}
        placeholder={t('workshop:csf.reasonPlaceholder')}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Group mt={10}>
        <Button
          fullWidth
          leftSection={<IconStarFilled size={14} />}
          disabled={chosen.length === 0 || isOver}
          loading={busy}
          onClick={submit}
        >
          {chosen.length === 0
            ? t('workshop:csf.agreeTitle')
            : t('workshop:csf.agree', { count: chosen.length })}
        </Button>
      </Group>
    </Panel>
  );
}
