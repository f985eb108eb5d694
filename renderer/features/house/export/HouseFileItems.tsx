import { Menu } from '@mantine/core';
import type { FileAction } from './use-house-files.tsx';

/** The files that can be made of a house, as items of its menu. */
export function HouseFileItems({ actions }: { actions: readonly FileAction[] }) {
  return actions.map(({ id, label, icon: Icon, run }) => (
    <Menu.Item key={id} leftSection={<Icon size={15} />} onClick={run}>
      {label}
    </Menu.Item>
  ));
}
