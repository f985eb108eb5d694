import { useTranslation } from 'react-i18next';
import classes from './ImportResult.module.css';

interface FiguresProps {
  figures: { name: string; label: string; value: number }[];
}

/** Counts of rows side by side. */
export function Figures({ figures }: FiguresProps) {
  const { i18n } = useTranslation();
  return (
    <dl className={classes.figures}>
      {figures.map(({ name, label, value }) => (
        <div key={name} data-figure={name}>
          <dt>{label}</dt>
          <dd>{value.toLocaleString(i18n.language)}</dd>
        </div>
      ))}
    </dl>
  );
}
