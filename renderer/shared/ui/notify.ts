import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { AppError } from '../../../core/contract/app-error.ts';
import { wordsForError } from '../i18n/i18n.ts';

/** Tells of a refusal in the person's language. */
export function notifyError(error: unknown): void {
  const payload =
    error instanceof AppError
      ? error.toPayload()
      : ({ code: 'app.unexpected', params: {} } as const);
  notifications.show({
    title: i18next.t('app:notify.failed'),
    message: wordsForError(payload),
    color: 'red',
    'data-refusal': true,
    autoClose: 10_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('app:close') },
  });
}

export function notifyDone(message: string): void {
  notifications.show({
    message,
    color: 'teal',
    autoClose: 4000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('app:close') },
  });
}
