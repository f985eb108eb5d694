import { Text } from '@mantine/core';
import { IconArrowsJoin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../core/charts/chart-text.ts';
import type { WordPairLine, WordPairs } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import { heatShade } from './heat-shade.ts';
import classes from './Insight.module.css';
import { LearningGate } from './LearningGate.tsx';
import { withWords } from './narrowed-filter.ts';
import { VocLink } from './VocLink.tsx';

const matrixWords = 11;
const listedPairs = 40;

/** Words that stand together more often than chance puts them: as a list and as a matrix. */
export function PairsView({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  const answer = useHostQuery('insight.cooccurrence', { filter, limit: 300, early: true });
  const found = answer.data;
  return (
    <LearningGate answer={answer} sample={found?.sample}>
      {found !== undefined && found.pairs.length === 0 && (
        <Panel>
          <EmptyState
            icon={<IconArrowsJoin size={32} />}
            title={t('insight:pairs.noneTitle')}
            hint={t('insight:pairs.noneHint')}
          />
        </Panel>
      )}
      {found !== undefined && found.pairs.length > 0 && (
        <div className={classes.columns}>
          <Panel
            title={t('insight:pairs.matrix')}
            actions={<CopyTableButton rows={tableOf(found, t)} />}
          >
            <Matrix pairs={found.pairs} filter={filter} />
            <Text className={classes.note} mt={8}>
              {t('insight:pairs.note', { words: formatCount(found.words) })}
            </Text>
          </Panel>
          <Panel title={t('insight:pairs.title')}>
            <PairList pairs={found.pairs.slice(0, listedPairs)} filter={filter} />
          </Panel>
        </div>
      )}
    </LearningGate>
  );
}

function PairList({ pairs, filter }: { pairs: readonly WordPairLine[]; filter: VocFilter }) {
  const { t } = useTranslation();
  return (
    <table className={classes.ranking}>
      <thead>
        <tr>
          <th>{t('insight:columns.pair')}</th>
          <th data-figure>{t('insight:columns.together')}</th>
          <th data-figure>{t('insight:columns.lift')}</th>
          <th data-figure>G²</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ first, second, both, lift, logLikelihood }) => (
          <tr key={`${first} ${second}`}>
            <td>
              <VocLink
                filter={withWords(filter, first, second)}
                label={t('insight:openPair', { first, second, count: formatCount(both) })}
              >
                {first} · {second}
              </VocLink>
            </td>
            <td className={classes.figure}>{formatCount(both)}</td>
            <td className={classes.figure}>×{lift.toFixed(1)}</td>
            <td className={classes.figure}>{logLikelihood.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The words of the strongest pairs against each other; empty where chance explains it. */
function Matrix({ pairs, filter }: { pairs: readonly WordPairLine[]; filter: VocFilter }) {
  const { t } = useTranslation();
  const words = strongestWords(pairs);
  const byPair = new Map(
    pairs.flatMap((pair) => [
      [`${pair.first} ${pair.second}`, pair],
      [`${pair.second} ${pair.first}`, pair],
    ]),
  );
  const strongest = Math.max(...pairs.map(({ logLikelihood }) => logLikelihood));
  return (
    <section className={classes.scroll} aria-label={t('insight:pairs.matrix')}>
      <table className={classes.heat}>
        <thead>
          <tr>
            <td />
            {words.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {words.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {words.map((column) => {
                const pair = byPair.get(`${row} ${column}`);
                if (pair === undefined) return <td key={column} />;
                const label = t('insight:openPair', {
                  first: row,
                  second: column,
                  count: formatCount(pair.both),
                });
                return (
                  <td key={column}>
                    <Link
                      to="/voc"
                      search={{ filter: withWords(filter, pair.first, pair.second) }}
                      className={classes.cell}
                      style={heatShade(Math.sqrt(pair.logLikelihood / strongest))}
                      aria-label={label}
                      title={`${label} · ×${pair.lift.toFixed(1)}`}
                    >
                      {formatCount(pair.both)}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** From the strongest pair on, always the word that hangs together most with those chosen. */
function strongestWords(pairs: readonly WordPairLine[]): string[] {
  const chosen = new Set<string>();
  while (chosen.size < matrixWords) {
    const sums = new Map<string, number>();
    for (const { first, second, logLikelihood } of pairs) {
      for (const [word, other] of [
        [first, second],
        [second, first],
      ] as const) {
        if (chosen.has(word) || (chosen.size > 0 && !chosen.has(other))) continue;
        sums.set(word, (sums.get(word) ?? 0) + logLikelihood);
      }
    }
    const [next] = [...sums].sort(([, one], [, other]) => other - one);
    if (next === undefined) break;
    chosen.add(next[0]);
  }
  return [...chosen];
}

function tableOf({ pairs }: WordPairs, t: (key: string) => string): (string | number)[][] {
  const head = ['first', 'second', 'together', 'expected', 'lift'].map((key) =>
    t(`insight:columns.${key}`),
  );
  return [
    [...head, 'G²', 'q'],
    ...pairs.map((pair) => [
      pair.first,
      pair.second,
      pair.both,
      pair.expected,
      pair.lift,
      pair.logLikelihood,
      pair.q,
    ]),
  ];
}
