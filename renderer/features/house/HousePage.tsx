import { ActionIcon, Button, Group, Loader, Menu, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { HouseSummary, HouseView } from '../../../core/contract/house.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { HouseFaces } from '../../shared/house/HouseFaces.tsx';
import { HouseSelect } from '../../shared/house/HouseRoom.tsx';
import { useChosenHouse } from '../../shared/house/use-chosen-house.ts';
import { useAfterPaint } from '../../shared/ui/after-paint.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { notifyDone } from '../../shared/ui/notify.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { HouseFileItems } from './export/HouseFileItems.tsx';
import { useHouseFiles } from './export/use-house-files.tsx';
import { HouseBoard } from './HouseBoard.tsx';
import { NewHouseForm, RenameHouseForm } from './HouseForms.tsx';
import classes from './HousePage.module.css';
import { openMatrixImport } from './import/open-matrix-import.tsx';
import { useHouse } from './use-house.ts';

const route = getRouteApi('/house');

/** The heart of the cycle: what customers want against what the company can do. */
export function HousePage() {
  const { t } = useTranslation();
  const { houses, house, choose } = useChosenHouse();
  const create = useCallback(() => {
    modals.open({
      title: t('house:dialog.newTitle'),
      size: 'lg',
      children: (
        <NewHouseForm
          suggestedName={t('house:dialog.suggestedName', { number: (houses?.length ?? 0) + 1 })}
          onCreated={choose}
        />
      ),
    });
  }, [t, houses?.length, choose]);
  useCommands(
    useMemo<Command[]>(
      () => [
        {
          id: 'house.new',
          label: t('house:dialog.newTitle'),
          group: t('app:groups.room'),
          shortcut: 'N',
          run: create,
        },
      ],
      [t, create],
    ),
  );
  if (houses === undefined) return null;
  if (house === null) {
    return (
      <Page title={t('app:rooms.house')}>
        <NoHouse onCreate={create} onChoose={choose} />
      </Page>
    );
  }
  return (
    <ChosenHouse key={house.id} house={house} houses={houses} onChoose={choose} onCreate={create} />
  );
}

interface ChosenHouseProps {
  house: HouseSummary;
  houses: HouseSummary[];
  onChoose: (id: number) => void;
  onCreate: () => void;
}

function ChosenHouse({ house, houses, onChoose, onCreate }: ChosenHouseProps) {
  const { t } = useTranslation();
  const [counts, setCounts] = useState<HTMLElement | null>(null);
  return (
    <Page
      fill
      title={t('app:rooms.house')}
      faces={
        <Group gap={12} wrap="nowrap">
          <HouseFaces houseId={house.id} current="matrix" />
          <span ref={setCounts} />
        </Group>
      }
      actions={
        <HouseSwitch house={house} houses={houses} onChoose={onChoose} onCreate={onCreate} />
      }
    >
      <HouseOnScreen id={house.id} counts={counts} />
    </Page>
  );
}

interface HouseOnScreenProps {
  id: number;
  /** Where the room's head says how much is filled. */
  counts: HTMLElement | null;
}

/** The house by itself, so that an edit does not redraw the frame of the room. */
const HouseOnScreen = memo(function HouseOnScreen({ id, counts }: HouseOnScreenProps) {
  const { t } = useTranslation();
  const { howId, whatId } = route.useSearch();
  const { view, edit, saving, whenSaved } = useHouse(id);
  if (view === null) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  return (
    <>
      {counts !== null && createPortal(<Counts view={view} saving={saving} />, counts)}
      <HouseBoard
        view={view}
        edit={edit}
        whenSaved={whenSaved}
        linkedHowId={howId ?? null}
        linkedWhatId={whatId ?? null}
      />
    </>
  );
});

function HouseSwitch({ house, houses, onChoose, onCreate }: ChosenHouseProps) {
  const { t } = useTranslation();
  return (
    <Group gap={8}>
      <HouseSelect house={house} houses={houses} onChoose={onChoose} />
      <HouseMenu house={house} onChoose={onChoose} />
      <Button leftSection={<IconPlus size={14} />} onClick={onCreate}>
        {t('house:dialog.newTitle')}
      </Button>
    </Group>
  );
}

/** In ms. What is kept within this time need not be told. */
const unnoticed = 200;

/** How much of the house is filled, and whether the host has yet to keep some of it. */
function Counts({ view, saving }: { view: HouseView; saving: boolean }) {
  const { t } = useTranslation();
  const [takesLong, setTakesLong] = useState(false);
  useEffect(() => {
    if (!saving) return;
    const timer = setTimeout(() => setTakesLong(true), unnoticed);
    return () => {
      clearTimeout(timer);
      setTakesLong(false);
    };
  }, [saving]);
  return (
    <>
      <FilledCount view={useAfterPaint(view)} />
      {takesLong && <span className={classes.saving}> · {t('house:saving')}</span>}
    </>
  );
}

const FilledCount = memo(function FilledCount({ view }: { view: HouseView }) {
  const { t, i18n } = useTranslation();
  const { relations } = view;
  const filled = useMemo(() => relations.reduce((sum, row) => sum + filledIn(row), 0), [relations]);
  const percents = useMemo(
    () => new Intl.NumberFormat(i18n.language, { style: 'percent' }),
    [i18n.language],
  );
  const whats = view.whats.length;
  const hows = view.hows.length;
  const share = whats * hows === 0 ? 0 : filled / (whats * hows);
  const percent = percents.format(share);
  return <>{t('house:counts', { whats, hows, filled, cells: whats * hows, percent })}</>;
});

function filledIn(row: readonly number[]): number {
  let filled = 0;
  for (const strength of row) if (strength > 0) filled += 1;
  return filled;
}

function HouseMenu({ house, onChoose }: Pick<ChosenHouseProps, 'house' | 'onChoose'>) {
  const { t } = useTranslation();
  const files = useHouseFiles(house, onChoose);
  const remove = useHostMutation('house.remove', {
    onSuccess: () => notifyDone(t('house:removed', { name: house.name })),
  });
  const rename = () =>
    modals.open({
      title: t('house:dialog.renameTitle'),
      children: <RenameHouseForm id={house.id} name={house.name} />,
    });
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <Tooltip label={t('house:menu')}>
          <ActionIcon variant="default" size={30} aria-label={t('house:menu')}>
            <IconDots size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={rename}>
          {t('house:dialog.renameTitle')}
        </Menu.Item>
        <Menu.Divider />
        <HouseFileItems actions={files} />
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => remove.mutate({ id: house.id })}
        >
          {t('house:dialog.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Teaches the next step: derive first, then build. */
function NoHouse({ onCreate, onChoose }: Pick<ChosenHouseProps, 'onCreate' | 'onChoose'>) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: requirements } = useHostQuery('requirement.list', {});
  if (requirements === undefined) return null;
  const takeFile = (
    <Button variant="default" onClick={() => openMatrixImport(t, onChoose)}>
      {t('houseFile:menu.import')}
    </Button>
  );
  return requirements.length === 0 ? (
    <EmptyState
      title={t('house:empty.noRequirements')}
      hint={t('house:empty.noRequirementsHint')}
      actions={
        <>
          <Button onClick={() => void navigate({ to: '/requirements' })}>
            {t('house:empty.goDerive')}
          </Button>
          {takeFile}
        </>
      }
    />
  ) : (
    <EmptyState
      title={t('house:empty.noHouse')}
      hint={t('house:empty.noHouseHint', { count: requirements.length })}
      actions={
        <>
          <Button leftSection={<IconPlus size={14} />} onClick={onCreate}>
            {t('house:dialog.newTitle')}
          </Button>
          {takeFile}
        </>
      }
    />
  );
}
