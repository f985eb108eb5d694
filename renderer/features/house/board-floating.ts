import type { HouseSide } from './use-house-actions.ts';

/** What floats beside a cell. */
export type BoardFloating =
  | { kind: 'how'; howId: number; anchor: DOMRect }
  | { kind: 'line'; side: HouseSide; id: number; anchor: DOMRect }
  | { kind: 'rename'; side: HouseSide; id: number; anchor: DOMRect }
  | { kind: 'group'; side: HouseSide; ids: number[]; anchor: DOMRect }
  | { kind: 'share'; groupId: number; anchor: DOMRect }
  | { kind: 'note'; whatId: number; howId: number; anchor: DOMRect }
  | { kind: 'newHow'; anchor: DOMRect };
