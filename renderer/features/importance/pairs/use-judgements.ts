import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { ComparisonRow } from '../../../../core/contract/judgement.contract.ts';
import {
  type ComparisonSet,
  comparisonSets,
  type PairRatio,
} from '../../../../core/domain/ahp/comparison-tree.ts';
import { modelOfView } from '../../../../core/domain/house/house-of-view.ts';
import type { TreeNode } from '../../../../core/domain/house/house-tree.ts';
import { host } from '../../../shared/host/host-client.ts';
import { hostQuery, useHostQuery } from '../../../shared/host/host-queries.ts';
import { notifyError } from '../../../shared/ui/notify.ts';

/** A comparison as it is entered; a ratio of null takes it away. */
export interface PairEntry {
  whatId: number;
  otherWhatId: number;
  ratio: number | null;
}

export interface Judgements {
  /** The tree of WHATs, groups without anything in them left out. */
  nodes: readonly TreeNode[];
  sets: ComparisonSet[];
  comparisons: readonly ComparisonRow[];
  /** Seen at once, kept behind the scenes in the order in which they were made. */
  enter: (participantId: number | null, values: readonly PairEntry[]) => void;
  clear: (participantId: number | null) => void;
}

interface JudgementEdit {
  participantId: number | null;
  /** null: all go. */
  values: readonly PairEntry[] | null;
}

/**
 * What is compared in a house and by whom; null while it is fetched. Edits under way are laid over every
 * answer, so that an older answer never takes one off the screen.
 */
export function useJudgements(house: HouseView): Judgements | null {
  const houseId = house.id;
  const client = useQueryClient();
  const { data } = useHostQuery('judgement.listComparisons', { houseId });
  const [pending, setPending] = useState<readonly JudgementEdit[]>([]);
  const nodes = useMemo(() => modelOfView(house).whats, [house]);
  const sets = useMemo(() => comparisonSets(nodes), [nodes]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const edit = useCallback(
    (made: JudgementEdit) => {
      const { queryKey } = hostQuery('judgement.listComparisons', { houseId });
      setPending((edits) => [...edits, made]);
      queue.current = queue.current
        .then(() => send(houseId, made))
        .then(() => {
          void client.cancelQueries({ queryKey });
          client.setQueryData(queryKey, (known: ComparisonRow[] | undefined) =>
            applyEdit(known ?? [], made),
          );
        }, notifyError)
        .then(() => {
          setPending((edits) => edits.filter((other) => other !== made));
          void client.invalidateQueries({ queryKey });
        });
    },
    [client, houseId],
  );
  return useMemo(() => {
    if (data === undefined) return null;
    return {
      nodes,
      sets,
      comparisons: pending.reduce<ComparisonRow[]>(applyEdit, data),
      enter: (participantId, values) => {
        if (values.length > 0) edit({ participantId, values });
      },
      clear: (participantId) => edit({ participantId, values: null }),
    };
  }, [nodes, sets, data, pending, edit]);
}

function send(houseId: number, { participantId, values }: JudgementEdit): Promise<void> {
  return values === null
    ? host.call('judgement.clearComparisons', { houseId, participantId })
    : host.call('judgement.setComparisons', { houseId, participantId, values: [...values] });
}

function applyEdit(
  known: ComparisonRow[],
  { participantId, values }: JudgementEdit,
): ComparisonRow[] {
  return values === null
    ? known.filter((row) => row.participantId !== participantId)
    : withEntries(known, participantId, values);
}

/** The comparisons of one participant, or of the house itself. */
export function comparisonsOf(
  comparisons: readonly ComparisonRow[],
  participantId: number | null,
): PairRatio[] {
  return comparisons.filter((row) => row.participantId === participantId);
}

function withEntries(
  known: readonly ComparisonRow[],
  participantId: number | null,
  values: readonly PairEntry[],
): ComparisonRow[] {
  const keyOf = (a: number, b: number) => `${Math.min(a, b)}:${Math.max(a, b)}`;
  const entered = new Map(
    values.map((value) => [keyOf(value.whatId, value.otherWhatId), value] as const),
  );
  const kept = known.filter(
    (row) =>
      row.participantId !== participantId || !entered.has(keyOf(row.whatId, row.otherWhatId)),
  );
  return [
    ...kept,
    ...[...entered.values()].flatMap(({ whatId, otherWhatId, ratio }) =>
      ratio === null ? [] : [inOrderOfIds({ participantId, whatId, otherWhatId, ratio })],
    ),
  ];
}

function inOrderOfIds(row: ComparisonRow): ComparisonRow {
  const { participantId, whatId, otherWhatId, ratio } = row;
  return whatId < otherWhatId
    ? row
    : { participantId, whatId: otherWhatId, otherWhatId: whatId, ratio: 1 / ratio };
}
