import { Button, Group, MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconLockSquareRounded } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import {
  type VoteSubject,
  voteSubjects,
  type WorkshopView,
} from '../../../core/contract/workshop.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './ScoreStep.module.css';

/** What the next round asks: all relations, those of chosen WHATs and HOWs, or the importances. */
export function OpenRoundForm({ workshop, view }: { workshop: WorkshopView; view: HouseView }) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState<VoteSubject>('relations');
  const [whatIds, setWhatIds] = useState<string[]>([]);
  const [howIds, setHowIds] = useState<string[]>([]);
  const open = useHostMutation('workshop.openRound');
  const isRelations = subject === 'relations';
  const whats = whatIds.length === 0 ? view.whats.length : whatIds.length;
  const hows = howIds.length === 0 ? view.hows.length : howIds.length;
  const cells = isRelations ? whats * hows : whats;
  const submit = () =>
    open.mutate({
      workshopId: workshop.id,
      subject,
      ...(whatIds.length === 0 ? {} : { whatIds: whatIds.map(Number) }),
      ...(howIds.length === 0 || !isRelations ? {} : { howIds: howIds.map(Number) }),
    });
  return (
    <Panel title={t('workshop:round.openTitle')}>
      <Stack gap={10}>
        <Text size="sm" c="dimmed">
          {t('workshop:round.openHint')}
        </Text>
        <SegmentedControl
          aria-label={t('workshop:round.subject')}
          data={voteSubjects.map((each) => ({ value: each, label: t(`workshop:subject.${each}`) }))}
          value={subject}
          onChange={(value) => setSubject(value === 'importance' ? 'importance' : 'relations')}
        />
        <div className={classes.scope}>
          <MultiSelect
            searchable
            clearable
            label={t('workshop:round.whats')}
            placeholder={whatIds.length === 0 ? t('workshop:round.all') : undefined}
            data={view.whats.map(({ whatId, number, name }) => ({
              value: String(whatId),
              label: `${number} ${name}`,
            }))}
            value={whatIds}
            onChange={setWhatIds}
          />
          {isRelations && (
            <MultiSelect
              searchable
              clearable
              label={t('workshop:round.hows')}
              placeholder={howIds.length === 0 ? t('workshop:round.all') : undefined}
              data={view.hows.map(({ howId, number, name }) => ({
                value: String(howId),
                label: `${number} ${name}`,
              }))}
              value={howIds}
              onChange={setHowIds}
            />
          )}
        </div>
        <Group justify="space-between">
          <Text size="xs" c="dimmed" role="status">
            {t('workshop:round.summary', { cells, people: workshop.attending.length })}
          </Text>
          <Button
            size="sm"
            leftSection={<IconLockSquareRounded size={16} />}
            disabled={
              cells === 0 || workshop.attending.length === 0 || workshop.status === 'closed'
            }
            loading={open.isPending}
            onClick={submit}
          >
            {t('workshop:round.open')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
