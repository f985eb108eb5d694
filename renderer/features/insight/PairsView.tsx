import { SegmentedControl, Text } from '@mantine/core';
import { IconArrowsJoin } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellGridOption } from '../../../core/charts/cell-grid.option.ts';
import { formatCount } from '../../../core/charts/chart-text.ts';
import { wordNetwork, wordNetworkOption } from '../../../core/charts/word-network.option.ts';
import type { WordPairLine, WordPairs } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { pairMatrix } from '../../../core/domain/words/pair-matrix.ts';
import { type Picture, PictureMenu } from '../../shared/chart/PictureMenu.tsx';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import classes from './Insight.module.css';
import { LearningGate } from './LearningGate.tsx';
import { withWords } from './narrowed-filter.ts';
import { PairMatrix } from './PairMatrix.tsx';
import { mostEdges, networkWords, PairNetwork } from './PairNetwork.tsx';
import { VocLink } from './VocLink.tsx';

const listedPairs = 40;
const edgesAtFirst = 40;
const looks = ['matrix', 'network'] as const;

/** Words that stand together more often than chance puts them: as a list, a matrix and a network. */
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
          <PairsPicture found={found} filter={filter} />
          <Panel title={t('insight:pairs.title')}>
            <PairList pairs={found.pairs.slice(0, listedPairs)} filter={filter} />
          </Panel>
        </div>
      )}
    </LearningGate>
  );
}

function PairsPicture({ found, filter }: { found: WordPairs; filter: VocFilter }) {
  const { t } = useTranslation();
  const [look, setLook] = usePreference<string>('insight.pairsLook', 'matrix');
  const [shown, setShown] = useState(edgesAtFirst);
  const isNetwork = look === 'network';
  const strongest = useMemo(
    () => found.pairs.slice(0, Math.min(shown, mostEdges)),
    [found.pairs, shown],
  );
  return (
    <Panel
      title={t(isNetwork ? 'insight:pairs.network' : 'insight:pairs.matrix')}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('insight:pairs.look')}
            data={looks.map((value) => ({ value, label: t(`insight:pairs.looks.${value}`) }))}
            value={isNetwork ? 'network' : 'matrix'}
            onChange={setLook}
          />
          <PictureMenu
            picture={isNetwork ? networkPicture(found, strongest, t) : matrixPicture(found, t)}
          />
          <CopyTableButton rows={tableOf(found, t)} />
        </>
      }
    >
      {isNetwork ? (
        <PairNetwork pairs={strongest} all={found.pairs.length} onShow={setShown} filter={filter} />
      ) : (
        <PairMatrix pairs={found.pairs} filter={filter} />
      )}
      <Text className={classes.note} mt={8}>
        {t('insight:pairs.note', { words: formatCount(found.words) })}
      </Text>
    </Panel>
  );
}

function networkPicture(
  { total }: WordPairs,
  pairs: readonly WordPairLine[],
  t: TFunction,
): Picture {
  return {
    title: t('insight:pairs.network'),
    note: t('insight:picture.of', { total: formatCount(total) }),
    option: (theme) => wordNetworkOption(wordNetwork(pairs), networkWords(t), theme),
    size: { width: 1_200, height: 900 },
  };
}

function matrixPicture({ pairs, total }: WordPairs, t: TFunction): Picture {
  const { words, pairOf, shadeOf } = pairMatrix(pairs);
  const cells = words.map((row) =>
    words.map((column) => {
      const pair = pairOf(row, column);
      return pair === undefined ? null : { text: formatCount(pair.both), shade: shadeOf(pair) };
    }),
  );
  return {
    title: t('insight:pairs.matrix'),
    note: t('insight:picture.of', { total: formatCount(total) }),
    option: (theme) => cellGridOption({ rows: words, columns: words, cells }, theme),
    size: { width: 1_200, height: 700 },
  };
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
