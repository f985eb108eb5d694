import { ActionIcon, Indicator, Popover, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useJobs } from '../shared/host/jobs.ts';
import { JobEntry } from './JobEntry.tsx';
import classes from './JobsButton.module.css';

/** The one place that lists imports and reports, running and finished. */
export function JobsButton() {
  const { t } = useTranslation();
  // The affinity board and the stability of ranks show their own; there is nothing to fetch from them here.
  const jobs = useJobs().filter(({ kind }) => kind !== 'affinity' && kind !== 'stability');
  const [opened, { toggle, close }] = useDisclosure(false);
  const running = jobs.filter((job) => job.status === 'running').length;
  const title = t('jobs:title');
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      offset={10}
      width={400}
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Tooltip label={title} disabled={opened}>
          <Indicator label={running} disabled={running === 0} size={15} inline>
            <ActionIcon aria-label={title} aria-expanded={opened} onClick={toggle}>
              <IconListCheck size={18} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={title} className={classes.dropdown}>
        {jobs.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('jobs:none')}
          </Text>
        ) : (
          <Stack gap={14} component="ul" className={classes.list}>
            {jobs.toReversed().map((job) => (
              <JobEntry key={job.id} job={job} />
            ))}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
