import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import classes from './CheckStep.module.css';
import type { QueuedFile } from './import-session.ts';

interface QueueTableProps {
  queue: readonly QueuedFile[];
  phase: 'check' | 'run';
}

/** Every file with its counts; what went wrong with one stands beside it. */
export function QueueTable({ queue, phase }: QueueTableProps) {
  const { t, i18n } = useTranslation();
  const shown = (value: number | undefined) => value?.toLocaleString(i18n.language) ?? '';
  return (
    <section>
      <Title order={2} mb={6}>
        {t(`import:queue.${phase}`, { count: queue.length })}
      </Title>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('import:queue.file')}</th>
            <th>{t('import:queue.state')}</th>
            <th data-number>{t('import:result.read')}</th>
            <th data-number>
              {phase === 'check' ? t('import:check.importable') : t('import:result.imported')}
            </th>
            <th data-number>{t('import:result.duplicates')}</th>
            <th data-number>
              {phase === 'check' ? t('import:check.repeated') : t('import:result.merged')}
            </th>
            <th data-number>{t('import:result.rejected')}</th>
            <th>{t('import:queue.note')}</th>
          </tr>
        </thead>
        <tbody>
          {queue.map(({ file, state, check, summary, problem }) => (
            <tr key={file.token}>
              <td>{file.name}</td>
              <td>{t(`import:queue.states.${state}`)}</td>
              <td data-number>{shown((summary ?? check)?.read)}</td>
              <td data-number>{shown(summary?.imported ?? check?.importable)}</td>
              <td data-number>
                {shown(
                  summary?.duplicates ??
                    (check
                      ? check.duplicateIds.inFile + check.duplicateIds.inWorkspace
                      : undefined),
                )}
              </td>
              <td data-number>
                {shown(
                  summary?.merged ?? (check ? check.exact.count + check.near.count : undefined),
                )}
              </td>
              <td data-number>{shown((summary ?? check)?.rejected)}</td>
              <td data-bad={problem !== null || undefined}>
                {problem !== null && wordsForError(problem)}
                {problem === null && check && check.knownImports.length > 0 && !summary
                  ? t('import:known.title')
                  : null}
                {summary !== null && summary.imported > 0 && (
                  <Link to="/voc" search={{ filter: { importId: summary.importId } }}>
                    {t('import:result.seeVoc')}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
