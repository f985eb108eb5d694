import { Loader, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { ParticipantRow } from '../../../../core/contract/judgement.contract.ts';
import { panelOfTree } from '../../../../core/domain/ahp/panel-of-tree.ts';
import { leavesOf } from '../../../../core/domain/house/house-tree.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { EmptyState } from '../../../shared/ui/EmptyState.tsx';
import shared from '../Importance.module.css';
import { PairsEditor } from '../pairs/PairsEditor.tsx';
import { placeNames } from '../pairs/place-names.ts';
import { comparisonsOf, type Judgements, useJudgements } from '../pairs/use-judgements.ts';
import { useStoreImportance } from '../use-store-importance.ts';
import classes from './Panel.module.css';
import { PanelResult } from './PanelResult.tsx';
import { ParticipantTable } from './ParticipantTable.tsx';

/** Several people compare the same WHATs, each kept: what they say together, and where they differ. */
export function PanelView({ house }: { house: HouseView }) {
  const { t } = useTranslation();
  const judgements = useJudgements(house);
  const { data: participants } = useHostQuery('judgement.listParticipants', { houseId: house.id });
  if (judgements === null || participants === undefined)
    return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  if (judgements.sets.length === 0) {
    return <EmptyState title={t('importance:pairs.title')} hint={t('importance:pairs.needsTwo')} />;
  }
  return <Panel house={house} judgements={judgements} participants={participants} />;
}

interface PanelProps {
  house: HouseView;
  judgements: Judgements;
  participants: ParticipantRow[];
}

function Panel({ house, judgements, participants }: PanelProps) {
  const { t } = useTranslation();
  const names = useMemo(() => placeNames(house), [house]);
  const store = useStoreImportance(house);
  const [activeId, setActive] = useState<number | null>(null);
  const [face, setFace] = useState<'group' | 'one'>('group');
  /** Grows each time the comparisons are asked for: they then begin with the focus in them. */
  const [opened, setOpened] = useState(0);
  const active = participants.find(({ id }) => id === activeId) ?? participants[0] ?? null;
  const { nodes, comparisons } = judgements;
  const judges = useMemo(
    () =>
      participants.map(({ id, weight }) => ({
        id,
        voice: weight,
        comparisons: comparisonsOf(comparisons, id),
      })),
    [participants, comparisons],
  );
  const joint = useMemo(() => panelOfTree(nodes, judges, 'aij-geometric'), [nodes, judges]);
  const mean = useMemo(() => panelOfTree(nodes, judges, 'aip-geometric'), [nodes, judges]);
  const leaves = useMemo(() => leavesOf(nodes), [nodes]);
  return (
    <div className={classes.room}>
      <ParticipantTable
        houseId={house.id}
        participants={participants}
        panel={joint}
        activeId={active?.id ?? null}
        onActive={setActive}
        onJudge={(id) => {
          setActive(id);
          setFace('one');
          setOpened((times) => times + 1);
        }}
      />
      <div className={classes.side}>
        {active !== null && (
          <SegmentedControl
            aria-label={t('importance:panel.face')}
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            data={[
              { value: 'group', label: t('importance:panel.group') },
              { value: 'one', label: t('importance:panel.one', { name: active.name }) },
            ]}
            value={face}
            onChange={(next) => setFace(next === 'one' ? 'one' : 'group')}
          />
        )}
        {active === null ? (
          <div className={shared.scroll}>
            <EmptyState
              title={t('importance:panel.empty')}
              hint={t('importance:panel.emptyHint')}
            />
          </div>
        ) : face === 'one' ? (
          <PairsEditor
            key={`${active.id}:${opened}`}
            judgements={judgements}
            participantId={active.id}
            names={names}
          />
        ) : (
          <PanelResult
            joint={joint}
            mean={mean}
            participants={participants}
            rows={leaves.map(({ id }) => names.get(id) ?? { number: '', name: '' })}
            onStore={(weights) =>
              store(
                'groupAhp',
                leaves.map(({ id }, i) => ({ whatId: id, value: weights[i] ?? 0 })),
              )
            }
          />
        )}
      </div>
    </div>
  );
}
