import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import type { HouseLook } from './LookSwitches.tsx';
import type { FindInMatrix } from './use-find.ts';
import type { MatrixView } from './use-matrix-view.ts';
import { projectorZoom } from './zoom-steps.ts';

interface BoardCommands {
  look: HouseLook;
  matrix: MatrixView;
  find: FindInMatrix;
  zoomToFit: () => void;
  addWhats: () => void;
  addHow: () => void;
}

/** What one can ask of a house from the palette and by shortcut, wherever the focus is. */
export function useBoardCommands(board: BoardCommands): void {
  const { t } = useTranslation();
  const latest = useRef(board);
  latest.current = board;
  useCommands(
    useMemo<Command[]>(() => {
      const group = t('app:groups.room');
      const command = (
        id: string,
        label: string,
        shortcut: string | null,
        run: (now: BoardCommands) => void,
      ): Command => ({
        id: `house.${id}`,
        label,
        group,
        run: () => run(latest.current),
        ...(shortcut === null ? {} : { shortcut }),
      });
      return [
        command('addWhats', t('house:what.add'), 'shift+W', ({ addWhats }) => addWhats()),
        command('addHow', t('house:how.addNew'), 'shift+H', ({ addHow }) => addHow()),
        command('notation', t('house:matrix.switchNotation'), 'shift+N', ({ look }) =>
          look.setNotation(look.notation === 'signs' ? 'numbers' : 'signs'),
        ),
        command('face', t('house:face.switch'), 'shift+P', ({ look }) =>
          look.setFace(look.face === 'matrix' ? 'pareto' : 'matrix'),
        ),
        command('ranking', t('house:ranking.toggle'), 'shift+R', ({ look }) =>
          look.setPane(look.pane === 'ranking' ? 'none' : 'ranking'),
        ),
        command('findings', t('house:findings.toggle'), 'shift+C', ({ look }) =>
          look.setPane(look.pane === 'findings' ? 'none' : 'findings'),
        ),
        command('find', t('house:find.label'), 'mod+F', ({ find }) => find.open()),
        command('byWeight', t('house:view.byWeight'), null, ({ matrix }) =>
          matrix.see({ byWeight: !matrix.seen.byWeight }),
        ),
        command('matters', t('house:view.mattersShort'), null, ({ matrix }) =>
          matrix.see({ cut: matrix.seen.cut === 'matters' ? 'all' : 'matters' }),
        ),
        command('fit', t('house:view.fit'), null, ({ zoomToFit }) => zoomToFit()),
        command('large', t('house:view.large'), 'shift+B', ({ look }) => {
          const isLarge = look.zoom >= projectorZoom;
          look.setZoom(isLarge ? 1 : projectorZoom);
          look.setPane(isLarge ? 'ranking' : 'none');
        }),
      ];
    }, [t]),
  );
}
