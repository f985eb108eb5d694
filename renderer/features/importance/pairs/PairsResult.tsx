import { Button, Kbd, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { treePriorities } from '../../../../core/domain/ahp/comparison-tree.ts';
import type { JudgementTable } from '../../../../core/domain/ahp/judgement-table.ts';
import type { JudgementCheck } from '../../../../core/domain/ahp/judgements-to-revise.ts';
import {
  prioritiesOfTable,
  type TablePriorities,
} from '../../../../core/domain/ahp/table-priorities.ts';
import { leavesOf } from '../../../../core/domain/house/house-tree.ts';
import shared from '../Importance.module.css';
import { WeightBars } from '../WeightBars.tsx';
import classes from './Pairs.module.css';
import type { NamedPlace } from './PairsEditor.tsx';
import { ratioWords } from './ratio-words.ts';
import type { Judgements } from './use-judgements.ts';
import { verdictOf } from './verdict.ts';

interface PairsResultProps {
  judgements: Judgements;
  tables: readonly JudgementTable[];
  names: ReadonlyMap<number, NamedPlace>;
  /** The set one is at. */
  set: { label: string; result: TablePriorities; table: JudgementTable };
  top: JudgementCheck | null;
  places: readonly NamedPlace[];
  onAccept: () => void;
  onStore?: (weights: readonly number[]) => void;
}

/** What the comparisons say: whether they fit each other, which to look at again, and the weights. */
export function PairsResult(props: PairsResultProps) {
  const { judgements, tables, names, set, top, places, onAccept, onStore } = props;
  const { t } = useTranslation();
  const { nodes, sets } = judgements;
  const weights = useMemo(
    () =>
      treePriorities(
        nodes,
        sets.map((one, i) => {
          const result = prioritiesOfTable(tables[i] ?? []);
          return { set: one, weights: result.kind === 'priorities' ? result.weights : null };
        }),
      ),
    [nodes, sets, tables],
  );
  const leaves = useMemo(() => leavesOf(nodes), [nodes]);
  const verdict = verdictOf(t, set.result, set.table.length);
  return (
    <section className={classes.result} aria-label={t('importance:pairs.result')}>
      <section className={shared.section} aria-label={t('importance:verdict.title')}>
        <h3>{t('importance:verdict.of', { name: set.label })}</h3>
        <p className={shared.verdict} data-tone={verdict.tone} aria-live="polite">
          {verdict.text}
        </p>
      </section>
      {top !== null && <Revision top={top} places={places} onAccept={onAccept} />}
      {sets.length > 1 && set.result.kind === 'priorities' && (
        <section className={shared.section}>
          <h3>{t('importance:pairs.within', { name: set.label })}</h3>
          <WeightBars
            label={t('importance:pairs.within', { name: set.label })}
            rows={places.map((place, i) => ({
              ...place,
              weight: set.result.kind === 'priorities' ? (set.result.weights[i] ?? 0) : 0,
            }))}
          />
        </section>
      )}
      <section className={shared.section}>
        <h3>{t('importance:pairs.weights')}</h3>
        {weights === null ? (
          <Text size="sm" c="dimmed">
            {t('importance:pairs.noWeights')}
          </Text>
        ) : (
          <WeightBars
            label={t('importance:pairs.weights')}
            rows={leaves.map(({ id }, i) => ({
              number: names.get(id)?.number ?? '',
              name: names.get(id)?.name ?? '',
              weight: weights[i] ?? 0,
            }))}
          />
        )}
      </section>
      {onStore !== undefined && (
        <Button
          disabled={weights === null}
          onClick={() => weights !== null && onStore(weights)}
          style={{ flexShrink: 0 }}
        >
          {t('importance:storeAndUse')}
        </Button>
      )}
    </section>
  );
}

function Revision({
  top,
  places,
  onAccept,
}: Pick<PairsResultProps, 'places' | 'onAccept'> & { top: JudgementCheck }) {
  const { t } = useTranslation();
  const left = places[top.row]?.name ?? '';
  const right = places[top.column]?.name ?? '';
  if (top.proposed === null) return null;
  return (
    <section className={shared.section} aria-label={t('importance:revise.title')}>
      <h3>{t('importance:revise.title')}</h3>
      <Text size="sm">
        <b>{left}</b> ↔ <b>{right}</b>
      </Text>
      <Text size="sm">
        {t('importance:revise.now', { words: ratioWords(t, top.ratio, left, right) })}
      </Text>
      <Text size="sm">
        {t('importance:revise.proposed', { words: ratioWords(t, top.proposed, left, right) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('importance:revise.after', { ratio: (top.ratioAfter ?? 0).toFixed(3) })}
      </Text>
      <Button variant="light" size="xs" onClick={onAccept} rightSection={<Kbd size="xs">R</Kbd>}>
        {t('importance:revise.accept')}
      </Button>
    </section>
  );
}
