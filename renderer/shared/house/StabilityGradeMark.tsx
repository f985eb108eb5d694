import {
  IconAntennaBars1,
  IconAntennaBars2,
  IconAntennaBars4,
  IconAntennaBars5,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StabilityGrade } from '../../../core/domain/importance/csf-stability.ts';
import classes from './StabilityGradeMark.module.css';

const signs = {
  firm: IconAntennaBars5,
  likely: IconAntennaBars4,
  open: IconAntennaBars2,
  unlikely: IconAntennaBars1,
} satisfies Record<StabilityGrade, typeof IconAntennaBars1>;

/** How sure it is that a HOW belongs to the top, in a word. */
export function StabilityGradeMark({ grade }: { grade: StabilityGrade }) {
  const { t } = useTranslation();
  const Sign = signs[grade];
  return (
    <span className={classes.grade} data-grade={grade} title={t(`stability:gradeHints.${grade}`)}>
      <Sign size={16} aria-hidden />
      {t(`stability:grades.${grade}`)}
    </span>
  );
}
