import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellGridOption } from '../../../core/charts/cell-grid.option.ts';
import { formatCount } from '../../../core/charts/chart-text.ts';
import type {
  VocCrossCounts,
  VocFacetName,
  VocFilter,
} from '../../../core/contract/voc.contract.ts';
import {
  type CrossCell,
  type CrossResiduals,
  crossResiduals,
} from '../../../core/domain/voc/cross-residuals.ts';
import { type Picture, PictureMenu } from '../../shared/chart/PictureMenu.tsx';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { facetValueText } from './facet-words.ts';
import { heatShade } from './heat-shade.ts';
import classes from './Insight.module.css';
import { withFacetValue } from './narrowed-filter.ts';

/** Two facets against each other; cells that are more or less than chance explains are framed. */
export function HeatView({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<VocFacetName>('channel');
  const [columns, setColumns] = useState<VocFacetName>('kind');
  const { data: counts } = useHostQuery('voc.crossCounts', { filter, rows, columns, limit: 20 });
  const residuals = counts === undefined ? null : crossResiduals(counts.counts);
  const named =
    counts === undefined
      ? null
      : {
          rows: counts.rows.map((value) => facetValueText(t, rows, value)),
          columns: counts.columns.map((value) => facetValueText(t, columns, value)),
        };
  return (
    <Panel
      title={t('insight:heat.title')}
      actions={
        <>
          <FacetSelect label={t('insight:heat.rows')} value={rows} onChange={setRows} />
          <FacetSelect label={t('insight:heat.columns')} value={columns} onChange={setColumns} />
          {counts !== undefined && named !== null && residuals !== null && (
            <>
              <PictureMenu picture={pictureOf(counts, named, residuals, t)} />
              <CopyTableButton
                rows={[
                  ['', ...named.columns],
                  ...named.rows.map((name, i) => [name, ...(counts.counts[i] ?? [])]),
                ]}
              />
            </>
          )}
        </>
      }
    >
      {counts !== undefined && residuals !== null && (
        <>
          <HeatTable {...{ counts, residuals, filter, rows, columns }} />
          <Text className={classes.note} mt={8}>
            {testWords(residuals, t)} {t('insight:heat.note')}
          </Text>
        </>
      )}
      {counts !== undefined && counts.total === 0 && (
        <Text size="sm" c="dimmed">
          {t('insight:empty.hint')}
        </Text>
      )}
    </Panel>
  );
}

function signOf(cell: CrossCell | undefined): 'more' | 'less' | undefined {
  if (!cell?.significant) return undefined;
  return cell.residual > 0 ? 'more' : 'less';
}

const signMarks = { more: ' ▲', less: ' ▼' } as const;

function pictureOf(
  { counts, total }: VocCrossCounts,
  named: { rows: string[]; columns: string[] },
  residuals: CrossResiduals,
  t: TFunction,
): Picture {
  const most = Math.max(1, ...counts.flat());
  const cells = counts.map((row, i) =>
    row.map((count, j) => {
      const sign = signOf(residuals.cells[i]?.[j]);
      const mark = sign === undefined ? '' : signMarks[sign];
      return { text: `${formatCount(count)}${mark}`, shade: count / most, sign };
    }),
  );
  return {
    title: t('insight:heat.title'),
    note: t('insight:picture.of', { total: formatCount(total) }),
    option: (theme) => cellGridOption({ ...named, cells }, theme),
    size: { width: 1_200, height: 180 + named.rows.length * 44 },
  };
}

interface HeatTableProps {
  counts: VocCrossCounts;
  residuals: CrossResiduals;
  filter: VocFilter;
  rows: VocFacetName;
  columns: VocFacetName;
}

function HeatTable({ counts, residuals, filter, rows, columns }: HeatTableProps) {
  const { t } = useTranslation();
  const most = Math.max(1, ...counts.counts.flat());
  return (
    <section style={{ overflowX: 'auto' }} aria-label={t('insight:heat.title')}>
      <table className={classes.heat}>
        <thead>
          <tr>
            <td />
            {counts.columns.map((column) => (
              <th key={column.value} scope="col">
                {facetValueText(t, columns, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.rows.map((row, i) => (
            <tr key={row.value}>
              <th scope="row">{facetValueText(t, rows, row)}</th>
              {counts.columns.map((column, j) => {
                const count = counts.counts[i]?.[j] ?? 0;
                const cell = residuals.cells[i]?.[j];
                const sign = signOf(cell);
                const cut = withFacetValue(filter, rows, row.value);
                const name = `${facetValueText(t, rows, row)} × ${facetValueText(t, columns, column)}`;
                return (
                  <td key={column.value}>
                    <Link
                      to="/voc"
                      search={{ filter: withFacetValue(cut, columns, column.value) }}
                      className={classes.cell}
                      data-sign={sign}
                      style={heatShade(count / most)}
                      aria-label={t('insight:heat.cell', {
                        name,
                        count: formatCount(count),
                        sign: sign === undefined ? '' : t(`insight:heat.${sign}`),
                      })}
                      title={t('insight:heat.expected', {
                        expected: (cell?.expected ?? 0).toFixed(1),
                        residual: (cell?.residual ?? 0).toFixed(1),
                      })}
                    >
                      {formatCount(count)}
                      {sign !== undefined && signMarks[sign]}
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

function testWords({ chiSquare, df, p, doubtful }: CrossResiduals, t: TFunction): string {
  if (chiSquare === null || p === null) return '';
  const figures = t('insight:heat.test', {
    chiSquare: chiSquare.toFixed(1),
    df,
    p: p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`,
  });
  return doubtful ? `${figures} ${t('insight:heat.doubtful')}` : figures;
}
