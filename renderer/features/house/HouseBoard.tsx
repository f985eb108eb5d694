import { Button, Group } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import {
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFinding } from '../../../core/domain/house/house-finding.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import type { BoardFloating } from './board-floating.ts';
import { FindBar } from './FindBar.tsx';
import { FindingsPane } from './FindingsPane.tsx';
import { FloatingForms } from './FloatingForms.tsx';
import { AddWhatsForm } from './HouseForms.tsx';
import { HouseMatrix, type MatrixHandle, type MatrixRequest } from './HouseMatrix.tsx';
import classes from './HousePage.module.css';
import { howWeightsOf } from './how-weights-of.ts';
import { type HouseLook, LookSwitches, useHouseLook } from './LookSwitches.tsx';
import type { PasteRefusal } from './matrix-clipboard.ts';
import type { MatrixSlots } from './matrix-frame.ts';
import { footRowHeight } from './matrix-sizes.ts';
import { SurroundMenu } from './options/SurroundMenu.tsx';
import { useSurroundings } from './options/use-surroundings.tsx';
import { Pareto } from './Pareto.tsx';
import { wordsForPasteRefusal } from './paste-words.ts';
import { RankingPane } from './RankingPane.tsx';
import { scaleWords } from './scale-words.ts';
import { useBoardCommands } from './use-board-commands.ts';
import { placeOfIds, useBoardRequests } from './use-board-requests.ts';
import { useEvidenceImportance } from './use-evidence-importance.ts';
import { useFigures } from './use-figures.ts';
import { useFind } from './use-find.ts';
import { useFindings } from './use-findings.ts';
import type { HouseOnScreen } from './use-house.ts';
import { useHouseActions } from './use-house-actions.ts';
import { useMatrixView } from './use-matrix-view.ts';
import { ViewTools } from './ViewTools.tsx';
import { fittingZoom, steppedZoom } from './zoom-steps.ts';

interface HouseBoardProps extends Pick<HouseOnScreen, 'edit' | 'whenSaved'> {
  view: HouseView;
  /** A HOW, a WHAT or the cell between them that a link pointed at. */
  linkedHowId: number | null;
  linkedWhatId: number | null;
}

/**
 * One house: its matrix, what is open in it, and what follows from it. What is around the matrix is given
 * functions that stay the same, so that a relation typed redraws only what it changes.
 */
export const HouseBoard = memo(function HouseBoard(props: HouseBoardProps) {
  const { view, edit, whenSaved } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const look = useHouseLook();
  const computed = useFigures(view);
  const { figures } = computed;
  const matrix = useMatrixView(view, figures);
  const findings = useFindings(computed);
  const actions = useHouseActions(view, edit, whenSaved);
  const [floating, setFloating] = useState<BoardFloating | null>(null);
  const handle = useRef<MatrixHandle>(null);
  const weights = useMemo(() => howWeightsOf(view.hows, figures.hows), [view.hows, figures.hows]);
  const onMatrix = useOnMatrix(look);
  const surroundings = useSurroundings({
    view,
    columnCount: matrix.lines.columns.length,
    footRowHeight,
    edit,
    whenSaved,
  });
  const goTo = useGoTo({ matrix, handle, roof: surroundings.slots.roof }, onMatrix);
  useLink(props, goTo);

  const closeFloating = () => {
    setFloating(null);
    handle.current?.focus();
  };
  const find = useFind(
    view,
    ({ whatId, howId }, takesFocus) => goTo(whatId, howId, takesFocus),
    () => handle.current?.focus(),
  );
  const zoom = (step: 1 | -1 | 0) => look.setZoom(steppedZoom(look.zoom, step));
  const zoomToFit = () => look.setZoom(fittingZoom(handle.current?.zoomToFit() ?? 1));
  const requests = useBoardRequests({
    view,
    matrix,
    handle,
    actions,
    find,
    float: setFloating,
    onZoom: zoom,
    whenSaved,
  });
  const addWhats = useCallback(() => {
    const present = new Set(view.whats.flatMap(({ requirementId }) => requirementId ?? []));
    modals.open({
      title: t('house:dialog.addWhatsTitle'),
      size: 'lg',
      children: <AddWhatsForm houseId={view.id} present={present} />,
    });
  }, [t, view.id, view.whats]);
  const openNewHow = useCallback(
    () => onMatrix(() => setFloating(newHowBeside(handle.current))),
    [onMatrix],
  );
  // Each HOW added moves the place for the next one to the right.
  const howCount = view.hows.length;
  useLayoutEffect(() => {
    if (howCount === 0) return;
    setFloating((shown) => (shown?.kind === 'newHow' ? newHowBeside(handle.current) : shown));
  }, [howCount]);
  const refusePaste = (refusal: PasteRefusal) =>
    notifications.show({
      title: t('house:paste.refused'),
      message: (
        <span className={classes.refusal}>
          {wordsForPasteRefusal(refusal, scaleWords(view.scale), t)}
        </span>
      ),
      color: 'red',
      autoClose: 12_000,
      withBorder: true,
    });
  useEvidenceImportance(view, edit);
  useBoardCommands({ look, matrix, find, zoomToFit, addWhats, addHow: openNewHow });
  const refuseName = () =>
    notifications.show({ id: 'house-name', message: t('house:errors.namedByRequirement') });
  const now = {
    ...{ computed, zoom, zoomToFit, goTo, requests, refusePaste, refuseName, navigate },
    surroundings,
  };
  const latest = useRef(now);
  latest.current = now;
  const stable = useMemo(
    () => ({
      house: () => latest.current.computed,
      onRequest: (request: MatrixRequest) => latest.current.requests.onRequest(request),
      tellCollapsed: (name: string) => latest.current.requests.tellCollapsed(name),
      refusePaste: (refusal: PasteRefusal) => latest.current.refusePaste(refusal),
      refuseName: () => latest.current.refuseName(),
      goToHow: (howId: number) => latest.current.goTo(null, howId, true),
      openCsf: (id: number) => void latest.current.navigate({ to: '/csf', search: { id } }),
      zoom: (step: 1 | -1 | 0) => latest.current.zoom(step),
      zoomToFit: () => latest.current.zoomToFit(),
      openFinding: ({ code, whatIds, howIds }: HouseFinding) => {
        const [howId = null, otherHowId] = howIds;
        const isInRoof = code === 'roofConflict' || code === 'roofTension';
        if (isInRoof) latest.current.surroundings.show('roof', true);
        latest.current.goTo(whatIds[0] ?? null, howId, true, isInRoof ? otherHowId : undefined);
      },
    }),
    [],
  );

  if (view.whats.length === 0) {
    return <NoWhats onAdd={addWhats} onAddNames={actions.addOwnWhats} />;
  }
  return (
    <SplitRoom>
      <Sheet label={t('house:matrix.section')}>
        <div className={classes.toolbar}>
          {look.face === 'matrix' ? (
            <ViewTools
              matrix={matrix}
              hasGroups={view.whatGroups.length + view.howGroups.length > 0}
              zoom={look.zoom}
              onZoom={stable.zoom}
              onFit={stable.zoomToFit}
              onFind={find.open}
            />
          ) : (
            <span />
          )}
          <Group gap={6}>
            <SurroundMenu surroundings={surroundings} />
            <LookSwitches
              look={look}
              scale={view.scale}
              findingCount={findings.shown.length}
              hasSerious={findings.shown[0]?.severity === 'serious'}
            />
          </Group>
        </div>
        {find.isOpen && (
          <FindBar
            words={find.words}
            onWords={find.search}
            at={find.at}
            matches={find.matches}
            asked={find.asked}
            onStep={find.step}
            onClose={find.close}
          />
        )}
        {look.face === 'pareto' ? (
          <Pareto hows={weights} onGoToHow={stable.goToHow} />
        ) : (
          <HouseMatrix
            view={view}
            lines={matrix.lines}
            figures={figures}
            notation={look.notation}
            zoom={look.zoom}
            slots={surroundings.slots}
            handle={handle}
            onEdit={edit}
            onPasteRefused={stable.refusePaste}
            onCollapsed={stable.tellCollapsed}
            onRequest={stable.onRequest}
            onNameRefused={stable.refuseName}
            onAddWhats={addWhats}
            onAddHow={openNewHow}
            onAddNames={actions.addOwnWhats}
          />
        )}
      </Sheet>
      {look.pane === 'findings' && (
        <FindingsPane view={view} findings={findings} onOpen={stable.openFinding} />
      )}
      {look.pane === 'ranking' && view.hows.length > 0 && (
        <RankingPane
          houseId={view.id}
          hows={weights}
          house={stable.house}
          onGoToHow={stable.goToHow}
          onOpenCsf={stable.openCsf}
          whenSaved={whenSaved}
        />
      )}
      {floating !== null && (
        <FloatingForms
          view={view}
          floating={floating}
          actions={actions}
          matrix={matrix}
          edit={edit}
          onMove={requests.move}
          onFloat={setFloating}
          onClose={closeFloating}
        />
      )}
    </SplitRoom>
  );
});

type GoTo = (
  whatId: number | null,
  howId: number | null,
  takesFocus: boolean,
  /** On from `howId` to the cell of the roof that it shares with this one, where there is a roof. */
  roofHowId?: number | null,
) => void;

/** Goes to a WHAT, a HOW or the cell between the two, opening what hides it. */
function useGoTo(
  board: {
    matrix: ReturnType<typeof useMatrixView>;
    handle: RefObject<MatrixHandle | null>;
    roof: MatrixSlots['roof'];
  },
  onMatrix: (work: () => void) => void,
): GoTo {
  const waiting = useRef<(() => void) | null>(null);
  const { lines } = board.matrix;
  const latest = useRef(board);
  latest.current = board;
  // Once what was revealed has its line, and the roof is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines and roof are what is waited for
  useLayoutEffect(() => {
    waiting.current?.();
  }, [lines, board.roof]);
  return (whatId, howId, takesFocus, roofHowId = null) => {
    const go = () => {
      const { matrix, handle, roof } = latest.current;
      const place = placeOfIds(matrix.lines, whatId, howId);
      if (place === null) return;
      const other = placeOfIds(matrix.lines, null, roofHowId);
      const waitsForRoof = other !== null && roof === null;
      if (!waitsForRoof) waiting.current = null;
      onMatrix(() => {
        const inRoof = other !== null && roof !== null;
        if (takesFocus && !inRoof) return handle.current?.goTo(place);
        handle.current?.show(place);
        if (inRoof) roof.enter?.(place.column, other.column);
      });
    };
    waiting.current = go;
    const hows = [howId, roofHowId].filter((id) => id !== null);
    latest.current.matrix.reveal(whatId === null ? [] : [whatId], hows);
    go();
  };
}

function useLink({ linkedHowId, linkedWhatId }: HouseBoardProps, goTo: GoTo): void {
  const shown = useRef('');
  const link = `${linkedWhatId} ${linkedHowId}`;
  useEffect(() => {
    if ((linkedHowId === null && linkedWhatId === null) || shown.current === link) return;
    shown.current = link;
    goTo(linkedWhatId, linkedHowId, true);
  });
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

interface NoWhatsProps {
  onAdd: () => void;
  onAddNames: (names: string[]) => Promise<boolean>;
}

function NoWhats({ onAdd, onAddNames }: NoWhatsProps) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('house:empty.noWhats')}
      hint={t('house:empty.noWhatsHint')}
      actions={
        <Group gap={8}>
          <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
            {t('house:what.add')}
          </Button>
          <Button variant="default" onClick={() => void onAddNames([t('house:what.firstOwn')])}>
            {t('house:what.addOwn')}
          </Button>
        </Group>
      }
    />
  );
}

function newHowBeside(matrix: MatrixHandle | null): BoardFloating | null {
  const anchor = matrix?.placeForNextHow() ?? null;
  return anchor === null ? null : { kind: 'newHow', anchor };
}
