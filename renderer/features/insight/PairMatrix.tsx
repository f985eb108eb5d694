import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../core/charts/chart-text.ts';
import type { WordPairLine } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { pairMatrix } from '../../../core/domain/words/pair-matrix.ts';
import { heatShade } from './heat-shade.ts';
import classes from './Insight.module.css';
import { withWords } from './narrowed-filter.ts';

interface PairMatrixProps {
  pairs: readonly WordPairLine[];
  filter: VocFilter;
}

/** The words of the strongest pairs against each other; empty where chance explains it. */
export function PairMatrix({ pairs, filter }: PairMatrixProps) {
  const { t } = useTranslation();
  const { words, pairOf, shadeOf } = pairMatrix(pairs);
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
                const pair = pairOf(row, column);
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
                      style={heatShade(shadeOf(pair))}
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
