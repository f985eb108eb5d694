import { Button, Group } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../core/contract/app-error.ts';
import {
  maxRequirementLevel,
  type RequirementRow,
} from '../../../core/contract/requirement.contract.ts';
import { copyText } from '../../shared/grid/copy-text.ts';
import { tsvFromRows } from '../../shared/grid/tsv.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import classes from './DeploymentTable.module.css';
import { deploymentHtml } from './deployment-html.ts';
import { type DeploymentLine, deploymentLines, leafFacts } from './deployment-table.ts';
import { figureText } from './figure-text.ts';

interface DeploymentTableProps {
  rows: RequirementRow[];
  onOpen: (id: number) => void;
}

const levels = Array.from({ length: maxRequirementLevel }, (_, index) => index);

/** The CS요소 전개표 as workshops and reports lay it out: 1차, 2차, 3차 side by side. */
export function DeploymentTable({ rows, onOpen }: DeploymentTableProps) {
  const { t, i18n } = useTranslation();
  const lines = deploymentLines(rows);
  const heads = [
    ...levels.map((level) => t('requirement:table.level', { level: level + 1 })),
    t('requirement:tree.voc'),
    t('requirement:tree.items'),
    t('requirement:importance.title'),
    t('requirement:kano.title'),
    t('requirement:weight.title'),
    t('requirement:quote.title'),
  ];
  const factsOf = ({ leaf }: DeploymentLine) =>
    leafFacts(leaf, (kano) => t(`requirement:kano.${kano}`));
  const copy = () => {
    const text = tsvFromRows([heads, ...lines.map((line) => plainCells(line, factsOf(line)))]);
    copyText(text, deploymentHtml(heads, lines, factsOf)).then(
      () => notifyDone(t('app:clipboard.rows', { rows: lines.length })),
      () => notifyError(new AppError('app.clipboardRefused')),
    );
  };
  return (
    <div className={classes.frame}>
      <Group justify="flex-end" p={8}>
        <Button variant="default" leftSection={<IconCopy size={14} />} onClick={copy}>
          {t('requirement:table.copy')}
        </Button>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by key */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('requirement:table.label')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.leaf.id}>
                {levels.map((level) => (
                  <LevelCell key={level} line={line} level={level} onOpen={onOpen} />
                ))}
                <td className={classes.figure}>
                  {line.leaf.vocCount.toLocaleString(i18n.language)}
                </td>
                <td className={classes.figure}>{line.leaf.itemIds.length || '–'}</td>
                <td className={classes.figure}>
                  {line.leaf.importance.meanSeverity === null
                    ? '–'
                    : figureText(line.leaf.importance.value, i18n.language)}
                </td>
                <td className={classes.plain}>
                  {line.leaf.kano === null ? '–' : t(`requirement:kano.${line.leaf.kano}`)}
                </td>
                <td className={classes.figure}>
                  {line.leaf.weight === null ? '–' : figureText(line.leaf.weight, i18n.language)}
                </td>
                <td className={classes.quote}>{line.leaf.quote?.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface LevelCellProps {
  line: DeploymentLine;
  level: number;
  onOpen: (id: number) => void;
}

function LevelCell({ line, level, onOpen }: LevelCellProps) {
  const cell = line.cells[level];
  // Spanned by a cell above.
  if (cell === null) return null;
  if (cell === undefined) return <td />;
  const { requirement, span } = cell;
  return (
    <td rowSpan={span} data-level={level}>
      <button type="button" className={classes.name} onClick={() => onOpen(requirement.id)}>
        <span className={classes.code}>{requirement.code}</span>
        {requirement.name}
      </button>
    </td>
  );
}

function plainCells(line: DeploymentLine, facts: readonly string[]): string[] {
  return [...levels.map((level) => line.cells[level]?.requirement.name ?? ''), ...facts];
}
