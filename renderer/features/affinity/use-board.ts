import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AffinityCard } from '../../../core/contract/affinity.contract.ts';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { type Cargo, isEmptyCargo } from './cargo.ts';
import type { NewRequirementPlan } from './NewRequirement.tsx';
import { type PoolRow, type PoolSection, rowAt, rowCount } from './pool-sections.ts';
import { useWall } from './RequirementWall.tsx';
import { useBoardEdits } from './use-board-edits.ts';
import { usePoolMarks } from './use-pool-marks.ts';
import { newRow, requirementKey, type WallColumn, type WallRow } from './wall-rows.ts';

interface BoardInput {
  suggestionId: string | null;
  search: string;
  sections: PoolSection[];
  requirements: readonly RequirementRow[];
}

interface Choosing {
  title: string;
  requirements: readonly RequirementRow[];
  onChoose: (requirement: RequirementRow) => void;
}

const textsForNames = 300;

export type Board = ReturnType<typeof useBoard>;

/** Where the cursor is on either side, what is picked up, and what can be done with it. */
export function useBoard({ suggestionId, search, sections, requirements }: BoardInput) {
  const { t, i18n } = useTranslation();
  const [said, say] = useState('');
  const pool = useRef<HTMLDivElement>(null);
  const wall = useRef<HTMLDivElement>(null);
  const edits = useBoardEdits(suggestionId, search, say);
  const marks = usePoolMarks();
  const [cursorWanted, setCursor] = useState(0);
  const [cursorCard, setCursorCard] = useState<AffinityCard | undefined>();
  const [wallCursor, setWallCursor] = useState('new');
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [marked, setMarked] = useState<{ of: number; ids: ReadonlySet<number> }>(noneMarked);
  const [side, setSide] = useState<'pool' | 'wall'>('pool');
  const [carried, setCarried] = useState<Cargo | null>(null);
  const [dragged, setDragged] = useState<Cargo | null>(null);
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [naming, setNaming] = useState<(NewRequirementPlan & { cargo: Cargo }) | null>(null);
  const columns = useWall(requirements, opened);

  const cursor = Math.max(0, Math.min(cursorWanted, rowCount(sections) - 1));
  const cursorRow = rowAt(sections, cursor);
  const wallRow = useWallRow(columns, wallCursor);

  const cargoOfPool = (): Cargo => {
    if (marks.count > 0) {
      return { from: 'pool', stacks: [...marks.stacks], cardIds: [...marks.cards.keys()] };
    }
    return cargoOfRow(cursorRow, cursorCard);
  };
  const cargoOfWall = (): Cargo | null => {
    if (marked.ids.size > 0) {
      return { from: 'requirement', requirementId: marked.of, cardIds: [...marked.ids] };
    }
    if (wallRow.kind !== 'evidence') return null;
    return {
      from: 'requirement',
      requirementId: wallRow.requirement.id,
      cardIds: [wallRow.voc.id],
    };
  };
  const cargo = (): Cargo => (side === 'wall' ? cargoOfWall() : null) ?? cargoOfPool();
  const sizeOf = (what: Cargo): number => {
    if (what.from === 'requirement') return what.cardIds.length;
    const inStacks = sections
      .filter(({ choice }) => what.stacks.includes(choice))
      .reduce((sum, { size }) => sum + size, 0);
    return inStacks + what.cardIds.length;
  };

  const settle = (isDone: boolean) => {
    setCarried(null);
    setDragged(null);
    if (!isDone) return;
    marks.clear();
    setMarked(noneMarked);
    pool.current?.focus();
  };
  const drop = async (what: Cargo, row: WallRow) => {
    if (row.kind === 'new') return beginNaming(what);
    settle(await edits.assign(what, row.requirement));
  };

  const beginNaming = (what: Cargo) => {
    const from = what.from === 'requirement' ? what.requirementId : null;
    const words = sections
      .filter(({ choice }) => what.from === 'pool' && what.stacks.includes(choice))
      .flatMap(({ group }) => group?.words ?? []);
    setNaming({
      cargo: what,
      count: sizeOf(what),
      splitFrom: requirements.find(({ id }) => id === from) ?? null,
      words: words.length > 0 || cursorRow?.kind !== 'card' ? words : wordsOf(cursorRow),
      texts: () => textsOfCargo(what, suggestionId ?? '', search),
    });
  };

  const withCargo = (work: (what: Cargo) => void) => () => {
    const what = carried ?? cargo();
    if (isEmptyCargo(what)) say(t('affinity:said.nothing'));
    else work(what);
  };
  const choose = withCargo((what) =>
    setChoosing({
      title: t('affinity:choose.title', { shown: sizeOf(what).toLocaleString(i18n.language) }),
      requirements,
      onChoose: (requirement) => {
        setChoosing(null);
        setWallCursor(requirementKey(requirement.id));
        void edits.assign(what, requirement).then(settle);
      },
    }),
  );
  const onEvidence = (work: (row: Extract<WallRow, { kind: 'evidence' }>) => void) => () => {
    if (wallRow.kind === 'evidence') work(wallRow);
    else say(t('affinity:said.onEvidence'));
  };
  const pickUp = () => {
    const what = cargo();
    if (isEmptyCargo(what)) return;
    setCarried(what);
    if (wallRow.kind === 'evidence') setWallCursor(requirementKey(wallRow.requirement.id));
    wall.current?.focus();
    say(t('affinity:said.lifted', { shown: sizeOf(what).toLocaleString(i18n.language) }));
  };

  return {
    said,
    pool,
    wall,
    marks,
    cursor,
    cursorRow,
    cursorCard,
    columns,
    wallCursor: wallRow.key,
    marked: marked.ids,
    /** Something is held or marked, or being named: no time to change what lies in the pool. */
    isBusy:
      marks.count > 0 ||
      carried !== null ||
      dragged !== null ||
      choosing !== null ||
      naming !== null,
    carried,
    dragged,
    choosing,
    naming,
    onCursor: useCallback((index: number, _row: PoolRow | null, card: AffinityCard | undefined) => {
      setCursor(index);
      setCursorCard(card);
    }, []),
    setWallCursor,
    setSide,
    toggleRequirement: (id: number) =>
      setOpened((known) => {
        const next = new Set(known);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    markEvidence: (vocId: number, requirementId: number) =>
      setMarked((known) => {
        const ids = new Set(known.of === requirementId ? known.ids : []);
        if (!ids.delete(vocId)) ids.add(vocId);
        return { of: requirementId, ids };
      }),
    pickUp,
    putBack: () => {
      if (carried === null) {
        setMarked(noneMarked);
        return;
      }
      setCarried(null);
      say(t('affinity:said.putBack'));
      (carried.from === 'pool' ? pool : wall).current?.focus();
    },
    dropOn: (row: WallRow) => {
      const what = dragged ?? carried;
      if (what !== null) void drop(what, row);
      else if (row.kind === 'new') {
        const held = marks.count > 0 ? cargoOfPool() : nothing;
        beginNaming(held);
      }
    },
    dropOnPool: () => {
      if (dragged?.from === 'requirement') void unassign(dragged);
    },
    dragFromPool: (row: PoolRow, card: AffinityCard | undefined) => {
      const isMarked =
        row.kind === 'head'
          ? marks.stacks.has(row.section.choice)
          : card !== undefined && marks.cards.has(card.id);
      setDragged(isMarked ? cargoOfPool() : cargoOfRow(row, card));
    },
    dragFromWall: (row: WallRow) => {
      if (row.kind !== 'evidence') return;
      const { id } = row.requirement;
      const isMarked = marked.of === id && marked.ids.has(row.voc.id);
      const cardIds = isMarked ? [...marked.ids] : [row.voc.id];
      setDragged({ from: 'requirement', requirementId: id, cardIds });
    },
    endDrag: () => setDragged(null),
    choose,
    name: () => beginNaming(isEmptyCargo(cargo()) ? nothing : cargo()),
    create: (name: string, parentId: number | null) => {
      if (naming === null) return;
      setNaming(null);
      void edits.createFrom(naming.cargo, name, parentId).then(settle);
    },
    closeNaming: () => setNaming(null),
    closeChoosing: () => setChoosing(null),
    unassign: () => {
      const what = cargoOfWall();
      if (what === null) say(t('affinity:said.onEvidence'));
      else void unassign(what);
    },
    quote: onEvidence(({ requirement, voc }) => void edits.quote(requirement, voc.id)),
    split: () => {
      const what = cargoOfWall();
      if (what === null) say(t('affinity:said.onEvidence'));
      else beginNaming(what);
    },
    merge: () => {
      if (wallRow.kind === 'new') return say(t('affinity:said.onRequirement'));
      const from = wallRow.requirement;
      setChoosing({
        title: t('affinity:choose.merge', { name: from.name }),
        requirements: requirements.filter(({ id }) => id !== from.id),
        onChoose: (into) => {
          setChoosing(null);
          setWallCursor(requirementKey(into.id));
          void edits.merge(from, into);
        },
      });
    },
  };

  async function unassign(what: Cargo): Promise<void> {
    if (what.from !== 'requirement') return;
    const name = requirements.find(({ id }) => id === what.requirementId)?.name ?? '';
    const isDone = await edits.unassign(what.requirementId, what.cardIds, name);
    setDragged(null);
    if (isDone) setMarked(noneMarked);
  }
}

/** The row under the cursor; when it goes (moved elsewhere, undone), the one that took its place. */
function useWallRow(columns: readonly WallColumn[], key: string): WallRow {
  const rows = useMemo(() => [newRow, ...columns.flatMap((column) => column.rows)], [columns]);
  const place = useRef(0);
  const found = rows.findIndex((row) => row.key === key);
  if (found >= 0) place.current = found;
  return rows[found >= 0 ? found : Math.min(place.current, rows.length - 1)] ?? newRow;
}

const noneMarked: { of: number; ids: ReadonlySet<number> } = { of: 0, ids: new Set() };
const nothing: Cargo = { from: 'pool', stacks: [], cardIds: [] };

function cargoOfRow(row: PoolRow | null, card: AffinityCard | undefined): Cargo {
  if (row?.kind === 'head') return { from: 'pool', stacks: [row.section.choice], cardIds: [] };
  return { from: 'pool', stacks: [], cardIds: card === undefined ? [] : [card.id] };
}

function wordsOf(row: PoolRow): string[] {
  return row.section.group?.words ?? [];
}

/** What customers say in the cargo, as far as a name needs it. */
async function textsOfCargo(cargo: Cargo, suggestionId: string, search: string): Promise<string[]> {
  const texts: string[] = [];
  if (cargo.from === 'pool') {
    for (const group of cargo.stacks) {
      const asked = { suggestionId, group, search: group === 'all' ? search : '' };
      const { cards } = await host.call('affinity.listCards', { ...asked, limit: textsForNames });
      texts.push(...cards.map(({ text }) => text));
    }
  }
  for (const id of cargo.cardIds.slice(0, textsForNames)) {
    texts.push((await host.call('voc.get', { id })).text);
  }
  return texts;
}
