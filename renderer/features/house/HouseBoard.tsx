import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView, HouseWhat } from '../../../core/contract/house.contract.ts';
import { importanceFromEvidence } from '../../../core/domain/house/evidence-scale.ts';
import { computeHouse } from '../../../core/domain/house/house.ts';
import { checkHouse } from '../../../core/domain/house/house-checks.ts';
import { houseInputOf } from '../../../core/domain/house/house-matrix.ts';
import { type Command, runCommand, useCommands } from '../../shared/commands/command-registry.ts';
import { host } from '../../shared/host/host-client.ts';
import { openTrail } from '../../shared/trail/trail-store.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import { ChecksLine } from './ChecksLine.tsx';
import { AddWhatsForm } from './HouseForms.tsx';
import { HouseMatrix, type MatrixHandle, type MatrixToolRequest } from './HouseMatrix.tsx';
import classes from './HousePage.module.css';

import { HowEditor, NewHowForm } from './HowEditor.tsx';
import { howWeightsOf } from './how-weights-of.ts';
import { type HouseLook, LookSwitches, useHouseLook } from './LookSwitches.tsx';
import type { PasteRefusal } from './matrix-clipboard.ts';
import { headRow } from './matrix-selection.ts';
import { Pareto } from './Pareto.tsx';
import { wordsForPasteRefusal } from './paste-words.ts';
import { RankingPane } from './RankingPane.tsx';
import type { HouseOnScreen } from './use-house.ts';
import { useHouseActions } from './use-house-actions.ts';
import { WhatMenu } from './WhatMenu.tsx';

interface HouseBoardProps extends HouseOnScreen {
  view: HouseView;
  /** A HOW that a link pointed at. */
  linkedHowId: number | null;
}

/** What floats beside a cell. */
type Floating =
  | { kind: 'how'; howId: number; anchor: DOMRect }
  | { kind: 'what'; whatId: number; anchor: DOMRect }
  | { kind: 'newHow'; anchor: DOMRect };

/** One house: its matrix, what is open in it, and what follows from it. */
export function HouseBoard({ view, edit, whenSaved, linkedHowId }: HouseBoardProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const look = useHouseLook();
  const actions = useHouseActions(view, edit, whenSaved);
  const [floating, setFloating] = useState<Floating | null>(null);
  const matrix = useRef<MatrixHandle>(null);
  const lastEmpty = useRef({ row: -1, column: -1 });
  const { input, result, weights, checks } = useFigures(view);
  // Typing comes first; the ranking beside it follows as soon as there is time.
  const laterWeights = useDeferredValue(weights);
  const onMatrix = useOnMatrix(look);

  const goToHow = (howId: number) => {
    const column = view.hows.findIndex((how) => how.howId === howId);
    if (column >= 0) onMatrix(() => matrix.current?.goTo({ row: headRow, column }));
  };
  const shownLink = useRef<number | null>(null);
  useEffect(() => {
    if (linkedHowId === null || shownLink.current === linkedHowId) return;
    shownLink.current = linkedHowId;
    goToHow(linkedHowId);
  });

  const openVoc = ({ requirementId }: HouseWhat) => {
    if (requirementId === null) return;
    void navigate({ to: '/voc', search: { filter: { requirementId } } });
  };
  const openWhatTrail = ({ requirementId }: HouseWhat) => {
    if (requirementId !== null) openTrail({ kind: 'requirement', id: requirementId });
  };
  const closeFloating = () => {
    setFloating(null);
    matrix.current?.focus();
  };
  const openTool = ({ tool, place, anchor }: MatrixToolRequest) => {
    const what = view.whats[place.row];
    const how = place.row === headRow ? view.hows[place.column] : undefined;
    if (how !== undefined) setFloating({ kind: 'how', howId: how.howId, anchor });
    else if (what === undefined) return;
    else if (tool === 'voc') openVoc(what);
    else if (tool === 'trail') openWhatTrail(what);
    else setFloating({ kind: 'what', whatId: what.whatId, anchor });
  };
  const addWhats = useCallback(() => {
    const present = new Set(view.whats.flatMap(({ requirementId }) => requirementId ?? []));
    modals.open({
      title: t('house:dialog.addWhatsTitle'),
      size: 'lg',
      children: <AddWhatsForm houseId={view.id} present={present} />,
    });
  }, [t, view.id, view.whats]);
  const openNewHow = useCallback(
    () => onMatrix(() => setFloating(newHowBeside(matrix.current))),
    [onMatrix],
  );
  // Each HOW added moves the place for the next one to the right.
  const howCount = view.hows.length;
  useLayoutEffect(() => {
    if (howCount === 0) return;
    setFloating((shown) => (shown?.kind === 'newHow' ? newHowBeside(matrix.current) : shown));
  }, [howCount]);
  const nextEmpty = (places: readonly number[], axis: 'row' | 'column') => {
    const next = places.find((place) => place > lastEmpty.current[axis]) ?? places[0];
    if (next === undefined) return;
    lastEmpty.current[axis] = next;
    const place = axis === 'row' ? { row: next, column: 0 } : { row: 0, column: next };
    onMatrix(() => matrix.current?.goTo(place));
  };
  const refusePaste = (refusal: PasteRefusal) =>
    notifications.show({
      title: t('house:paste.refused'),
      message: <span className={classes.refusal}>{wordsForPasteRefusal(refusal, t)}</span>,
      color: 'red',
      autoClose: 12_000,
      withBorder: true,
    });
  useEvidenceImportance(view, edit);
  useBoardCommands(look, addWhats, openNewHow);

  if (view.whats.length === 0) return <NoWhats onAdd={addWhats} />;
  return (
    <SplitRoom>
      <Sheet label={t('house:matrix.section')}>
        <div className={classes.toolbar}>
          <ChecksLine
            checks={checks}
            onNextEmptyRow={() => nextEmpty(checks.emptyRows, 'row')}
            onNextEmptyColumn={() => nextEmpty(checks.emptyColumns, 'column')}
          />
          <LookSwitches look={look} />
        </div>
        {look.face === 'pareto' ? (
          <Pareto hows={laterWeights} onGoToHow={goToHow} />
        ) : (
          <HouseMatrix
            view={view}
            result={result}
            notation={look.notation}
            handle={matrix}
            onEdit={edit}
            onPasteRefused={refusePaste}
            onTool={openTool}
            onMoveHow={actions.moveHow}
            onMoveWhat={actions.moveWhat}
            onReplay={(command) => void whenSaved().then(() => runCommand(command))}
            onAddWhats={addWhats}
            onAddHow={openNewHow}
          />
        )}
      </Sheet>
      {look.paneShown && view.hows.length > 0 && (
        <RankingPane
          houseId={view.id}
          house={input}
          whatNames={view.whats.map(({ name }) => name)}
          howNames={view.hows.map(({ name }) => name)}
          hows={laterWeights}
          onGoToHow={goToHow}
          onOpenCsf={(id) => void navigate({ to: '/csf', search: { id } })}
          whenSaved={whenSaved}
        />
      )}
      {floating?.kind === 'newHow' && (
        <NewHowForm anchor={floating.anchor} onAdd={actions.addHow} onClose={closeFloating} />
      )}
      {floating?.kind === 'how' && howEditor(floating.howId, floating.anchor)}
      {floating?.kind === 'what' && whatMenu(floating.whatId, floating.anchor)}
    </SplitRoom>
  );

  function howEditor(howId: number, anchor: DOMRect) {
    const column = view.hows.findIndex((how) => how.howId === howId);
    const how = view.hows[column];
    if (how === undefined) return null;
    return (
      <HowEditor
        key={howId}
        how={how}
        anchor={anchor}
        isFirst={column === 0}
        isLast={column === view.hows.length - 1}
        onChange={(patch) => actions.updateHow(howId, patch)}
        onMove={(step) => actions.moveHow(column, step)}
        onTrail={() => {
          closeFloating();
          openTrail({ kind: 'how', id: howId });
        }}
        onRemove={() => {
          closeFloating();
          actions.removeHow(how);
        }}
        onClose={closeFloating}
      />
    );
  }

  function whatMenu(whatId: number, anchor: DOMRect) {
    const row = view.whats.findIndex((other) => other.whatId === whatId);
    const what = view.whats[row];
    if (what === undefined) return null;
    return (
      <WhatMenu
        what={what}
        anchor={anchor}
        isFirst={row === 0}
        isLast={row === view.whats.length - 1}
        onOpenVoc={() => openVoc(what)}
        onOpenRequirement={() => {
          if (what.requirementId === null) return;
          void navigate({ to: '/requirements', search: { id: what.requirementId } });
        }}
        onTrail={() => openWhatTrail(what)}
        onMove={(step) => actions.moveWhat(row, step)}
        onRemove={() => actions.removeWhat(whatId, what.name)}
        onClose={closeFloating}
      />
    );
  }
}

/** Everything computed from what is on screen, without asking the host. */
function useFigures(view: HouseView) {
  const { hows, relations } = view;
  const input = useMemo(() => houseInputOf(view), [view]);
  const result = useMemo(() => computeHouse(input), [input]);
  const weights = useMemo(() => howWeightsOf(hows, result), [hows, result]);
  const checks = useMemo(() => checkHouse(relations, hows.length), [relations, hows.length]);
  return { input, result, weights, checks };
}

/** Does something with the matrix, which may have to come back on screen first. */
function useOnMatrix({ face, setFace }: HouseLook): (work: () => void) => void {
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (face !== 'matrix') return;
    waiting.current?.();
    waiting.current = null;
  }, [face]);
  return useCallback(
    (work) => {
      if (face === 'matrix') return work();
      waiting.current = work;
      setFace('matrix');
    },
    [face, setFace],
  );
}

/** Offers to fill the importance of every WHAT from what its evidence weighs, as one step. */
function useEvidenceImportance(view: HouseView, edit: HouseOnScreen['edit']): void {
  const { t } = useTranslation();
  useCommands(
    useMemo<Command[]>(() => {
      const fill = async () => {
        const requirements = await host.call('requirement.list', {});
        const weightOf = new Map(requirements.map(({ id, importance }) => [id, importance.value]));
        const whats = view.whats.filter((what) => what.requirementId !== null);
        const scaled = importanceFromEvidence(
          whats.map(({ requirementId }) => weightOf.get(requirementId ?? 0) ?? 0),
        );
        const values = whats.map(({ whatId }, row) => ({ whatId, importance: scaled[row] ?? 1 }));
        if (values.length === 0) return;
        const input = { houseId: view.id, values, source: 'evidence' } as const;
        edit({ kind: 'importance', input });
        notifyDone(t('house:importance.filled'));
      };
      if (view.whats.length === 0) return [];
      return [
        {
          id: 'house.importanceFromVoc',
          label: t('house:importance.fromVoc'),
          group: t('app:groups.room'),
          run: () => void fill().catch(notifyError),
        },
      ];
    }, [view, edit, t]),
  );
}

function useBoardCommands(look: HouseLook, addWhats: () => void, addHow: () => void): void {
  const { t } = useTranslation();
  const { notation, setNotation, paneShown, showPane, face, setFace } = look;
  useCommands(
    useMemo<Command[]>(() => {
      const command = (id: string, label: string, shortcut: string, run: () => void) => ({
        id,
        label,
        shortcut,
        run,
        group: t('app:groups.room'),
      });
      return [
        command('house.addWhats', t('house:what.add'), 'shift+W', addWhats),
        command('house.addHow', t('house:how.addNew'), 'shift+H', addHow),
        command('house.notation', t('house:matrix.switchNotation'), 'shift+N', () =>
          setNotation(notation === 'signs' ? 'numbers' : 'signs'),
        ),
        command('house.face', t('house:face.switch'), 'shift+P', () =>
          setFace(face === 'matrix' ? 'pareto' : 'matrix'),
        ),
        command('house.ranking', t('house:ranking.toggle'), 'shift+R', () => showPane(!paneShown)),
      ];
    }, [t, addWhats, addHow, notation, setNotation, paneShown, showPane, face, setFace]),
  );
}

function NoWhats({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('house:empty.noWhats')}
      hint={t('house:empty.noWhatsHint')}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
          {t('house:what.add')}
        </Button>
      }
    />
  );
}

function newHowBeside(matrix: MatrixHandle | null): Floating | null {
  const anchor = matrix?.placeForNextHow() ?? null;
  return anchor === null ? null : { kind: 'newHow', anchor };
}
