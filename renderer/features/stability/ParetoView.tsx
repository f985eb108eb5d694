import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import { cutMoved } from '../../../core/domain/house/weight-cut.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { useVariantCounting } from '../../shared/house/use-variant-counting.ts';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { PaneBody, Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import { ChoicePane } from './ChoicePane.tsx';
import { CountingBar } from './CountingBar.tsx';
import { ParetoList } from './ParetoList.tsx';
import { usePareto } from './use-pareto.ts';
import { VariantFields } from './VariantFields.tsx';

interface ParetoViewProps {
  house: HouseView;
  figures: HouseFigures;
}

/** HOWs heaviest first with how firmly each stands, a line to cut them at, and those above it as CSFs. */
export function ParetoView({ house, figures }: ParetoViewProps) {
  const { t } = useTranslation();
  const { data: stability } = useHostQuery('stability.get', { houseId: house.id });
  const shown = stability?.houseId === house.id ? stability : undefined;
  const count = useVariantCounting(
    useMemo(
      () =>
        shown === undefined
          ? []
          : [{ ...shown, known: shown.hows !== null, running: shown.jobId !== null }],
      [shown],
    ),
  );
  const pareto = usePareto(house, figures, shown);
  const [activeId, setActiveId] = useState<number | null>(null);
  const active = pareto.hows.find(({ howId }) => howId === activeId) ?? pareto.hows[0] ?? null;
  const reason = useRef<HTMLTextAreaElement>(null);
  const { weights, aboveCount, setCut } = pareto;
  // Keys that follow each other quickly must not start from where the cut stood at the last redraw.
  const cutAt = useRef(aboveCount);
  useLayoutEffect(() => {
    cutAt.current = aboveCount;
  }, [aboveCount]);
  const moveCut = useCallback(
    (step: number) => {
      cutAt.current = cutMoved(weights, cutAt.current, step);
      setCut({ kind: 'count', count: cutAt.current });
    },
    [weights, setCut],
  );
  useCommands(
    useMemo<Command[]>(() => {
      const group = t('app:groups.room');
      return [
        {
          id: 'stability.cutUp',
          label: t('stability:commands.cutUp'),
          group,
          shortcut: '[',
          run: () => moveCut(-1),
        },
        {
          id: 'stability.cutDown',
          label: t('stability:commands.cutDown'),
          group,
          shortcut: ']',
          run: () => moveCut(1),
        },
        {
          id: 'stability.choose',
          label: t('stability:commands.choose'),
          group,
          shortcut: 'C',
          run: () => reason.current?.focus(),
        },
        {
          id: 'stability.count',
          label: t('stability:commands.count'),
          group,
          shortcut: 'R',
          run: () => count(house.id),
        },
      ];
    }, [t, moveCut, count, house.id]),
  );
  return (
    <SplitRoom>
      <Sheet label={t('stability:pareto.label')}>
        {shown !== undefined && <CountingBar stability={shown} onCount={() => count(house.id)} />}
        <ParetoList
          houseId={house.id}
          pareto={pareto}
          topK={shown?.topK ?? null}
          waiting={shown?.hows === null}
          activeId={active?.howId ?? null}
          onActive={setActiveId}
          onMoveCut={moveCut}
        />
      </Sheet>
      <SidePane
        label={t('stability:choice.label')}
        preferenceKey="stability.paneWidth"
        initialWidth={324}
        minWidth={290}
      >
        <PaneBody>
          <ChoicePane house={house} pareto={pareto} active={active} reasonField={reason} />
          {shown !== undefined && (
            <VariantFields house={house} stability={shown} aboveCount={aboveCount} />
          )}
        </PaneBody>
      </SidePane>
    </SplitRoom>
  );
}
