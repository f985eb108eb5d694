import { useTranslation } from 'react-i18next';
import type { NamesFound } from '../../../core/contract/import.contract.ts';
import classes from './CheckStep.module.css';

/** How many there are and what the first of them are called, as a line of a list of facts. */
export function NamesFact({ label, found }: { label: string; found: NamesFound }) {
  const { t, i18n } = useTranslation();
  const more = found.count > found.names.length && found.names.length > 0 ? ' …' : '';
  const count = t('import:check.count', { count: found.count.toLocaleString(i18n.language) });
  return (
    <>
      <dt>{label}</dt>
      <dd className={classes.names}>
        {found.count === 0 ? t('import:check.none') : count}
        {found.names.length > 0 && `: ${found.names.join(', ')}${more}`}
      </dd>
    </>
  );
}
