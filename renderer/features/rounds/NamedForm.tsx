import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface NamedFormProps {
  hint: string;
  nameLabel: string;
  name: string;
  onName: (name: string) => void;
  /** A name that was suggested is replaced by what is typed. */
  selectsName?: boolean;
  submitLabel: string;
  busy: boolean;
  /** Why not yet, beside a missing name. */
  disabled?: boolean;
  onSubmit: (name: string) => void;
  children?: ReactNode;
}

/** Something is made under a name: hint, name, what else there is to say, and one button. */
export function NamedForm({
  hint,
  nameLabel,
  name,
  onName,
  selectsName = false,
  submitLabel,
  busy,
  disabled = false,
  onSubmit,
  children,
}: NamedFormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(name.trim());
      }}
    >
      <Stack gap={12}>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        <TextInput
          label={nameLabel}
          value={name}
          maxLength={200}
          data-autofocus
          onFocus={selectsName ? (event) => event.currentTarget.select() : undefined}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        {children}
      </Stack>
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={busy} disabled={disabled || name.trim() === ''}>
          {submitLabel}
        </Button>
      </Group>
    </form>
  );
}
