import { Badge, Progress, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../core/charts/chart-text.ts';
import type { RisingWord } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { type RisingSpan, risingSpans } from '../../../core/domain/words/rising-periods.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import classes from './Insight.module.css';
import { withinPeriod, withWords } from './narrowed-filter.ts';
import type { Rising } from './use-rising.ts';
import { VocLink } from './VocLink.tsx';

const shownWords = 12;

/** What comes up more in the last weeks than in those before, with the test that says so. */
export function RisingPanel({ filter, rising }: { filter: VocFilter; rising: Rising }) {
  const { t } = useTranslation();
  const { span, setSpan, period, baseline, answer } = rising;
  const risers = (answer.data?.words ?? []).filter(({ direction }) => direction === 'rising');
  const significant = risers.filter((line) => line.significant).length;
  return (
    <Panel
      title={t('insight:rising.title')}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('insight:rising.span')}
            data={Object.keys(risingSpans).map((value) => ({
              value,
              label: t(`insight:rising.spans.${value}`),
            }))}
            value={span}
            onChange={(value) => setSpan(value as RisingSpan)}
          />
          <CopyTableButton rows={tableOf(risers, t)} />
        </>
      }
    >
      {period !== null && baseline !== null && answer.data !== undefined && (
        <Text className={classes.note} mb={6}>
          {t('insight:rising.note', {
            from: period.from,
            to: period.to,
            before: baseline.from,
            until: baseline.to,
            count: formatCount(answer.data.periodTotal),
            baselineCount: formatCount(answer.data.baselineTotal),
            tested: formatCount(answer.data.tested),
          })}{' '}
          {t('insight:rising.whole')}
        </Text>
      )}
      {period !== null && answer.data === undefined && (
        <Progress value={100} animated size="xs" aria-label={t('insight:learn.waiting')} />
      )}
      {period !== null && answer.data !== undefined && significant === 0 && (
        <Text size="sm" mb={6}>
          {t('insight:rising.none')}
        </Text>
      )}
      {period !== null && risers.length > 0 && (
        <table className={classes.ranking}>
          <thead>
            <tr>
              <th>{t('insight:columns.word')}</th>
              <th data-figure>{t('insight:columns.observed')}</th>
              <th data-figure>{t('insight:columns.expected')}</th>
              <th data-figure>{t('insight:columns.ratio')}</th>
              <th data-figure>q</th>
            </tr>
          </thead>
          <tbody>
            {risers.slice(0, shownWords).map((line) => (
              <tr key={line.word}>
                <td>
                  <VocLink
                    filter={withWords(withinPeriod(filter, period.from, period.to), line.word)}
                    label={t('insight:openWord', {
                      word: line.word,
                      count: formatCount(line.period),
                    })}
                  >
                    {line.word}
                  </VocLink>
                  {line.significant && (
                    <Badge ml={6} size="xs" color="orange" variant="light" tt="none">
                      ▲ {t('insight:rising.significant')}
                    </Badge>
                  )}
                </td>
                <td className={classes.figure}>{formatCount(line.period)}</td>
                <td className={classes.figure}>{line.expected.toFixed(1)}</td>
                <td className={classes.figure}>{ratioText(line)}</td>
                <td className={classes.figure}>{line.q < 0.001 ? '< 0.001' : line.q.toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** `×3.1 (1.6–6.2)`; without an upper end where the baseline has none. */
function ratioText({ ratio, ratioLow, ratioHigh }: RisingWord): string {
  const interval = `${ratioLow.toFixed(1)}–${ratioHigh === null ? '∞' : ratioHigh.toFixed(1)}`;
  return ratio === null ? `(${interval})` : `×${ratio.toFixed(1)} (${interval})`;
}

function tableOf(words: readonly RisingWord[], t: (key: string) => string): (string | number)[][] {
  const head = ['word', 'observed', 'baseline', 'expected', 'ratio', 'low', 'high'].map((key) =>
    t(`insight:columns.${key}`),
  );
  return [
    [...head, 'p', 'q'],
    ...words.map((line) => [
      line.word,
      line.period,
      line.baseline,
      line.expected,
      line.ratio ?? '',
      line.ratioLow,
      line.ratioHigh ?? '',
      line.p,
      line.q,
    ]),
  ];
}
