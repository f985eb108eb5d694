import { useTranslation } from 'react-i18next';
import type { RequirementImportance } from '../../../core/contract/requirement.contract.ts';
import { ShareBar } from '../../shared/ui/ShareBar.tsx';
import { figureText } from './figure-text.ts';
import classes from './RequirementTree.module.css';

interface ImportanceBarProps {
  importance: RequirementImportance;
  /** The importance that fills the bar. */
  heaviest: number;
}

/** Frequency × severity of the evidence, as a bar and a figure. */
export function ImportanceBar({ importance, heaviest }: ImportanceBarProps) {
  const { i18n } = useTranslation();
  if (importance.meanSeverity === null) return '–';
  return (
    <span className={classes.importance}>
      <ShareBar share={heaviest === 0 ? 0 : importance.value / heaviest} />
      <span className={classes.value}>{figureText(importance.value, i18n.language)}</span>
    </span>
  );
}
