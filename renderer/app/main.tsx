import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import 'pretendard/dist/web/variable/pretendardvariable.css';
import '../shared/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import type { Preferences } from '../../core/contract/preference.contract.ts';
import { host } from '../shared/host/host-client.ts';
import { startI18n } from '../shared/i18n/i18n.ts';
import { App } from './App.tsx';

// zod's compiled validators need eval, which our content security policy forbids.
z.config({ jitless: true });

async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) throw new Error('the page has no #root');
  // Charts measure their words when they are drawn: by another font they would overlap.
  const font = document.fonts.load("1em 'Pretendard Variable'").catch(() => []);
  const preferences: Preferences = await host.call('preference.list', {}).catch(() => ({}));
  await startI18n(preferences.locale === 'en' ? 'en' : 'ko');
  await font;
  createRoot(container).render(<App preferences={preferences} />);
}

void start();
