import { Button, Group, SegmentedControl } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconArrowRight, IconBookmarkPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { HouseRoom } from '../../shared/house/HouseRoom.tsx';
import { roundsViews } from '../../shared/navigation/search-schemas.ts';
import { CascadeForm } from './CascadeForm.tsx';
import { ChainView } from './ChainView.tsx';
import { CompareView } from './CompareView.tsx';
import { KeepForm } from './KeepForm.tsx';

const route = getRouteApi('/house/rounds');

/** What the house was, beside what it is; and the houses that it came from and went on to. */
export function RoundsPage() {
  return (
    <HouseRoom face="rounds" actions={(house) => <RoundActions house={house} />}>
      {(house) => <RoundsViews house={house} />}
    </HouseRoom>
  );
}

function RoundsViews({ house }: { house: HouseSummary }) {
  const { view = 'compare' } = route.useSearch();
  return view === 'compare' ? <CompareView house={house} /> : <ChainView house={house} />;
}

function RoundActions({ house }: { house: HouseSummary }) {
  const { t } = useTranslation();
  const { view = 'compare' } = route.useSearch();
  const navigate = route.useNavigate();
  const actions = useMemo(
    () => ({
      keep: () =>
        modals.open({
          title: t('round:keep.title'),
          children: <KeepForm houseId={house.id} />,
        }),
      cascade: () =>
        modals.open({
          title: t('cascade:form.title', { name: house.name }),
          size: 'lg',
          children: (
            <CascadeForm
              house={house}
              onMade={(id) => void navigate({ search: { id, view: 'chain' } })}
            />
          ),
        }),
    }),
    [t, house, navigate],
  );
  useCommands(
    useMemo<Command[]>(() => {
      const group = t('app:groups.room');
      return [
        {
          id: 'round.keep',
          label: t('round:keep.title'),
          group,
          shortcut: 'mod+S',
          otherShortcut: 'N',
          worksInFields: true,
          run: actions.keep,
        },
        { id: 'house.cascade', label: t('cascade:start'), group, run: actions.cascade },
      ];
    }, [t, actions]),
  );
  return (
    <Group gap={8}>
      <SegmentedControl
        aria-label={t('round:view.label')}
        value={view}
        data={roundsViews.map((value) => ({ value, label: t(`round:view.${value}`) }))}
        onChange={(next) =>
          void navigate({ search: (before) => ({ ...before, id: house.id, view: next }) })
        }
      />
      <Button
        variant="default"
        rightSection={<IconArrowRight size={14} />}
        disabled={house.howCount === 0}
        onClick={actions.cascade}
      >
        {t('cascade:start')}
      </Button>
      <Button leftSection={<IconBookmarkPlus size={14} />} onClick={actions.keep}>
        {t('round:keep.title')}
      </Button>
    </Group>
  );
}
