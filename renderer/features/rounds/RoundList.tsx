import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots, IconGitBranch, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HouseLink } from '../../../core/contract/cascade.contract.ts';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import type { RoundHead } from '../../../core/contract/round.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { momentText } from '../../shared/i18n/moment-text.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import classes from './Rounds.module.css';

interface RoundListProps {
  house: HouseSummary;
  rounds: readonly RoundHead[];
  from: number;
  to: number;
  onCompare: (next: { from?: number; to?: number }) => void;
}

/** The rounds, newest first; a press compares one with the house as it stands. */
export function RoundList({ house, rounds, from, to, onCompare }: RoundListProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.side}>
      <Panel title={t('round:list.title')} fill>
        {rounds.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('round:list.none')}
          </Text>
        )}
        <ul className={classes.rounds}>
          {rounds.toReversed().map((round) => (
            <li
              key={round.id}
              className={classes.round}
              data-chosen={round.id === from || round.id === to || undefined}
            >
              <button
                type="button"
                className={classes.roundButton}
                aria-pressed={round.id === from && to === 0}
                onClick={() => onCompare({ from: round.id, to: 0 })}
              >
                <span className={classes.roundName}>{round.name}</span>
                <span className={classes.roundMeta}>
                  {[momentText(round.at), round.author].filter((part) => part !== '').join(' · ')}
                </span>
                {round.reason !== '' && <span className={classes.reason}>{round.reason}</span>}
              </button>
              <RoundMenu round={round} houseName={house.name} />
            </li>
          ))}
        </ul>
      </Panel>
      <Branches houseId={house.id} />
    </div>
  );
}

function RoundMenu({ round, houseName }: { round: RoundHead; houseName: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useHostMutation('round.remove', {
    onSuccess: () => notifyDone(t('round:removed', { name: round.name })),
  });
  const restore = () =>
    modals.open({
      title: t('round:restore.title', { name: round.name }),
      children: (
        <RestoreForm
          round={round}
          houseName={houseName}
          onMade={(id) =>
            void navigate({ to: '/house/rounds', search: { id, from: -round.houseId, to: 0 } })
          }
        />
      ),
    });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('round:menuOf', { name: round.name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconGitBranch size={15} />} onClick={restore}>
          {t('round:restore.menu')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => remove.mutate({ id: round.id })}
        >
          {t('round:remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The house that all came from, and every house restored from one of its rounds, as a tree. */
function Branches({ houseId }: { houseId: number }) {
  const { t } = useTranslation();
  const { data: houses = [] } = useHostQuery('cascade.map', {});
  const root = rootOf(houses, houseId);
  const hasBranches = houses.some(({ branchedFrom }) => branchedFrom === root?.id);
  if (root === null || !hasBranches) return null;
  return (
    <Panel title={t('round:branches.title')}>
      <ul className={classes.tree}>
        <Branch house={root} houses={houses} current={houseId} />
      </ul>
    </Panel>
  );
}

interface BranchProps {
  house: HouseLink;
  houses: readonly HouseLink[];
  current: number;
}

function Branch({ house, houses, current }: BranchProps) {
  const { t } = useTranslation();
  const branches = houses.filter(({ branchedFrom }) => branchedFrom === house.id);
  return (
    <li>
      <Link
        to="/house/rounds"
        search={{ id: house.id }}
        className={classes.branch}
        aria-current={house.id === current ? 'true' : undefined}
      >
        {house.name}
      </Link>
      {house.branchedRound !== null && (
        <span className={classes.roundMeta}>
          {t('round:branches.from', { round: house.branchedRound })}
        </span>
      )}
      {branches.length > 0 && (
        <ul>
          {branches.map((branch) => (
            <Branch key={branch.id} house={branch} houses={houses} current={current} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Branches cannot go round in circles: each is made after the one that it came from. */
function rootOf(houses: readonly HouseLink[], houseId: number): HouseLink | null {
  const byId = new Map(houses.map((house) => [house.id, house]));
  let house = byId.get(houseId);
  while (house !== undefined && house.branchedFrom !== null) {
    const before = byId.get(house.branchedFrom);
    if (before === undefined) break;
    house = before;
  }
  return house ?? null;
}
