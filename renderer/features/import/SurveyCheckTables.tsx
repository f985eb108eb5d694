import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyCheck } from '../../../core/contract/import.contract.ts';
import classes from './CheckStep.module.css';

/** Every question with how many answered it, and the columns that tell respondents apart. */
export function SurveyCheckTables({ check }: { check: SurveyCheck }) {
  const { t, i18n } = useTranslation();
  const { respondents, items, segments, openQuestions } = check;
  // Unless somebody wrote labels, they are the names of the columns again.
  const isLabelled = items.some(({ header, label }) => header !== label);
  const number = (value: number) => value.toLocaleString(i18n.language);
  const share = (count: number) =>
    respondents === 0
      ? ''
      : (count / respondents).toLocaleString(i18n.language, {
          style: 'percent',
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
        });
  return (
    <>
      <section>
        <Title order={3} mb={4}>
          {t('import:surveyCheck.items', { count: items.length })}
        </Title>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('import:mapping.column')}</th>
              {isLabelled && <th>{t('import:mapping.label')}</th>}
              <th>{t('import:mapping.scale')}</th>
              <th data-number>{t('import:surveyCheck.answered')}</th>
              <th data-number>{t('import:surveyCheck.unanswered')}</th>
              <th data-number>{t('import:surveyCheck.unansweredShare')}</th>
              <th data-number>{t('import:surveyCheck.mean')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.header}>
                <td>{item.header}</td>
                {isLabelled && <td>{item.label}</td>}
                <td>
                  {item.scaleMin}–{item.scaleMax}
                  {item.reversed && ` (${t('import:mapping.reversed')})`}
                </td>
                <td data-number>{number(item.answered)}</td>
                <td data-number>{number(respondents - item.answered)}</td>
                <td data-number>{share(respondents - item.answered)}</td>
                <td data-number>{item.mean === null ? '–' : item.mean.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {segments.length + openQuestions.length > 0 && (
        <section>
          <Title order={3} mb={4}>
            {t('import:surveyCheck.others')}
          </Title>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('import:mapping.column')}</th>
                <th>{t('import:mapping.role')}</th>
                <th data-number>{t('import:surveyCheck.answered')}</th>
                <th data-number>{t('import:surveyCheck.values')}</th>
              </tr>
            </thead>
            <tbody>
              {segments.map(({ name, answered, values }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td>{t('import:roles.segment')}</td>
                  <td data-number>{number(answered)}</td>
                  <td data-number>{number(values)}</td>
                </tr>
              ))}
              {openQuestions.map(({ header, answered }) => (
                <tr key={header}>
                  <td>{header}</td>
                  <td>{t('import:roles.openQuestion')}</td>
                  <td data-number>{number(answered)}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
