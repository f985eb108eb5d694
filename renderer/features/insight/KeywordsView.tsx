import { Badge, Button, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatShare } from '../../../core/charts/chart-text.ts';
import { keywordBarsOption } from '../../../core/charts/keyword-bars.option.ts';
import type { KeywordRanking, RisingWord } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { type Picture, PictureMenu } from '../../shared/chart/PictureMenu.tsx';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import classes from './Insight.module.css';
import { LearningGate } from './LearningGate.tsx';
import { withWords } from './narrowed-filter.ts';
import { RisingPanel } from './RisingPanel.tsx';
import { useRising } from './use-rising.ts';
import { VocLink } from './VocLink.tsx';
import { WordMenu } from './WordMenu.tsx';
import { WordRulesPanel } from './WordRulesPanel.tsx';

const firstWords = 40;
const moreWords = 200;

/** The words of the VOC by how many hold them, those that rise marked. */
export function KeywordsView({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(firstWords);
  const answer = useHostQuery('insight.keywords', { filter, limit, early: true });
  const rising = useRising(filter, answer.data !== undefined);
  const ranking = answer.data;
  return (
    <LearningGate answer={answer} sample={ranking?.sample}>
      {ranking !== undefined && (
        <div className={classes.columns}>
          <Panel
            title={t('insight:keywords.title')}
            actions={
              <>
                <PictureMenu picture={pictureOf(ranking, risersOf(rising.answer.data?.words), t)} />
                <CopyTableButton rows={tableOf(ranking, t)} />
              </>
            }
          >
            <Text className={classes.note} mb={6}>
              {t('insight:keywords.note', {
                total: formatCount(ranking.total),
                others: formatCount(ranking.others),
              })}
            </Text>
            {ranking.words.length === 0 ? (
              <EmptyState
                icon={<IconChartBar size={32} />}
                title={t('insight:empty.title')}
                hint={t('insight:empty.hint')}
              />
            ) : (
              <Ranking
                ranking={ranking}
                filter={filter}
                risers={risersOf(rising.answer.data?.words)}
              />
            )}
            {ranking.others > 0 && limit === firstWords && (
              <Button variant="subtle" size="xs" mt="xs" onClick={() => setLimit(moreWords)}>
                {t('insight:keywords.more')}
              </Button>
            )}
          </Panel>
          <div className={classes.stack}>
            <RisingPanel filter={filter} rising={rising} />
            <WordRulesPanel />
          </div>
        </div>
      )}
    </LearningGate>
  );
}

interface RankingProps {
  ranking: KeywordRanking;
  filter: VocFilter;
  risers: ReadonlySet<string>;
}

function risersOf(rising: readonly RisingWord[] = []): Set<string> {
  return new Set(
    rising
      .filter(({ significant, direction }) => significant && direction === 'rising')
      .map(({ word }) => word),
  );
}

function Ranking({ ranking, filter, risers }: RankingProps) {
  const { t } = useTranslation();
  const most = ranking.words[0]?.count ?? 1;
  return (
    <table className={classes.ranking}>
      <thead>
        <tr>
          <th>{t('insight:columns.word')}</th>
          <th aria-label={t('insight:columns.bar')} />
          <th data-figure>{t('insight:columns.count')}</th>
          <th data-figure>{t('insight:columns.share')}</th>
          <th aria-label={t('insight:columns.actions')} />
        </tr>
      </thead>
      <tbody>
        {ranking.words.map(({ word, count, share, surfaces }) => (
          <tr key={word}>
            <td title={surfaces.map(({ text, count: seen }) => `${text} ${seen}`).join(' · ')}>
              <VocLink
                filter={withWords(filter, word)}
                label={t('insight:openWord', { word, count: formatCount(count) })}
              >
                {word}
              </VocLink>
              {risers.has(word) && (
                <Badge ml={6} size="xs" color="orange" variant="light" tt="none">
                  ▲ {t('insight:rising.mark')}
                </Badge>
              )}
            </td>
            <td className={classes.barCell}>
              <span className={classes.bar} style={{ width: `${(count / most) * 100}%` }} />
            </td>
            <td className={classes.figure}>{formatCount(count)}</td>
            <td className={classes.figure}>{formatShare(share)}</td>
            <td>
              <WordMenu word={word} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const picturedWords = 30;

function pictureOf(
  { words, total }: KeywordRanking,
  risers: ReadonlySet<string>,
  t: TFunction,
): Picture {
  const bars = words
    .slice(0, picturedWords)
    .map(({ word, count, share }) => ({ word, count, share, rising: risers.has(word) }));
  return {
    title: t('insight:keywords.title'),
    note: t('insight:picture.words', { total: formatCount(total) }),
    option: (theme) => keywordBarsOption(bars, { count: t('insight:columns.count') }, theme),
    size: { width: 1_000, height: 120 + bars.length * 26 },
  };
}

function tableOf({ words }: KeywordRanking, t: (key: string) => string): (string | number)[][] {
  const head = ['word', 'count', 'share', 'surfaces'].map((key) => t(`insight:columns.${key}`));
  return [
    head,
    ...words.map(({ word, count, share, surfaces }) => [
      word,
      count,
      share,
      surfaces.map(({ text }) => text).join(', '),
    ]),
  ];
}
