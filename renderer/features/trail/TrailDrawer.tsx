import { ActionIcon, Drawer, Group, Loader, Text, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trail } from '../../../core/contract/trail.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import {
  backOnTrail,
  closeTrail,
  houseBesideTrail,
  type TrailTarget,
  useTrailPath,
} from '../../shared/trail/trail-store.ts';
import classes from './TrailDrawer.module.css';
import {
  ActionStation,
  CsfStation,
  HowStation,
  ItemStation,
  RequirementStation,
  VocStation,
} from './TrailStations.tsx';

/**
 * From anything back to the customers' words and forward to proof: VOC → requirement → HOW → CSF →
 * action → CSI item, with the thing one came from marked.
 */
export function TrailDrawer() {
  const { t } = useTranslation();
  const path = useTrailPath();
  const target = path.at(-1);
  const room = useLocation({ select: ({ pathname }) => pathname });
  // Whoever goes to another room, by whatever way, has left the trail.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is the reason
  useEffect(() => closeTrail, [room]);
  return (
    <Drawer
      opened={target !== undefined}
      onClose={closeTrail}
      position="right"
      size={560}
      title={
        <Group gap={6}>
          {path.length > 1 && (
            <Tooltip label={t('app:back')}>
              <ActionIcon aria-label={t('app:back')} onClick={backOnTrail}>
                <IconArrowLeft size={18} />
              </ActionIcon>
            </Tooltip>
          )}
          <Text fw={650}>{t('trail:title')}</Text>
        </Group>
      }
    >
      {target !== undefined && <TrailBody key={`${target.kind}-${target.id}`} target={target} />}
    </Drawer>
  );
}

function TrailBody({ target }: { target: TrailTarget }) {
  const { t } = useTranslation();
  const { data: trail, error } = useHostQuery('trail.get', {
    ...target,
    houseId: houseBesideTrail() ?? undefined,
  });
  if (error) return <Text size="sm">{t('trail:gone')}</Text>;
  if (trail === undefined || trail.kind !== target.kind || trail.id !== target.id) {
    return <Loader size="sm" aria-label={t('app:loading')} />;
  }
  return (
    <>
      <div className={classes.subject}>
        <Text size="xs" c="dimmed">
          {t(`trail:kinds.${trail.kind}`)}
        </Text>
        <Text fw={650}>{trail.title}</Text>
        <Text size="xs" c="dimmed">
          {t('trail:lead')}
        </Text>
      </div>
      <Stations trail={trail} />
    </>
  );
}

function Stations({ trail }: { trail: Trail }) {
  return (
    <ol className={classes.stations}>
      <VocStation trail={trail} />
      <RequirementStation trail={trail} />
      <HowStation trail={trail} />
      <CsfStation trail={trail} />
      <ActionStation trail={trail} />
      <ItemStation trail={trail} />
    </ol>
  );
}
