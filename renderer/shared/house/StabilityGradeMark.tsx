import { VisuallyHidden } from '@mantine/core';
import {
  IconAntennaBars1,
  IconAntennaBars2,
  IconAntennaBars4,
  IconAntennaBars5,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StabilityGrade } from '../../../core/contract/stability.contract.ts';
import classes from './StabilityGradeMark.module.css';

const signs = {
  firm: IconAntennaBars5,
  likely: IconAntennaBars4,
  open: IconAntennaBars2,
  unlikely: IconAntennaBars1,
} satisfies Record<StabilityGrade, typeof IconAntennaBars1>;

interface StabilityGradeMarkProps {
  grade: StabilityGrade;
  /** The sign alone is seen, where a figure stands beside it. */
  short?: boolean;
}

/** How sure it is that a HOW belongs to the top, in a word. */
export function StabilityGradeMark({ grade, short = false }: StabilityGradeMarkProps) {
  const { t } = useTranslation();
  const Sign = signs[grade];
  const word = t(`stability:grades.${grade}`);
  return (
    <span className={classes.grade} data-grade={grade} title={t(`stability:gradeHints.${grade}`)}>
      <Sign size={16} aria-hidden />
      {short ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </span>
  );
}
