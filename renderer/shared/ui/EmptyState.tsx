import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  title: string;
  /** What belongs here and what to do next. */
  hint: string;
  icon?: ReactNode;
  actions?: ReactNode;
}

/** An empty room teaches the next step. */
export function EmptyState({ title, hint, icon, actions }: EmptyStateProps) {
  return (
    <Stack className={classes.empty} align="center" gap={8}>
      {icon}
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" ta="center" maw={460}>
        {hint}
      </Text>
      {actions !== undefined && (
        <Group gap={8} justify="center" mt={4}>
          {actions}
        </Group>
      )}
    </Stack>
  );
}
