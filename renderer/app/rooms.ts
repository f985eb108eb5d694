import {
  IconBuildingWarehouse,
  IconChartBar,
  IconChartHistogram,
  IconClipboardList,
  IconFileDescription,
  IconHierarchy2,
  IconMessageCircle,
  IconProgressCheck,
  IconStar,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

type RoomPath =
  | '/voc'
  | '/insight'
  | '/responses'
  | '/customers'
  | '/requirements'
  | '/house'
  | '/csf'
  | '/actions'
  | '/csi'
  | '/reports';

export interface Room {
  path: RoomPath;
  /** Locale key below `app:rooms`. */
  key: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** The rooms of the cycle are numbered; what serves them is found in the rail and the palette. */
  shortcut?: string;
}

/** The cycle as four verbs; a room that does not exist yet is not here. */
export const verbs: { key: string; rooms: Room[] }[] = [
  {
    key: 'listen',
    rooms: [
      { path: '/voc', key: 'voc', icon: IconMessageCircle, shortcut: 'alt+1' },
      { path: '/insight', key: 'insight', icon: IconChartBar },
      { path: '/responses', key: 'responses', icon: IconClipboardList, shortcut: 'alt+2' },
      { path: '/customers', key: 'customers', icon: IconUsers },
    ],
  },
  {
    key: 'find',
    rooms: [
      { path: '/requirements', key: 'requirements', icon: IconHierarchy2, shortcut: 'alt+3' },
      { path: '/house', key: 'house', icon: IconBuildingWarehouse, shortcut: 'alt+4' },
      { path: '/csf', key: 'csf', icon: IconStar, shortcut: 'alt+5' },
    ],
  },
  {
    key: 'fix',
    rooms: [{ path: '/actions', key: 'actions', icon: IconProgressCheck, shortcut: 'alt+6' }],
  },
  {
    key: 'prove',
    rooms: [
      { path: '/csi', key: 'csi', icon: IconChartHistogram, shortcut: 'alt+7' },
      { path: '/reports', key: 'reports', icon: IconFileDescription, shortcut: 'alt+8' },
    ],
  },
];
