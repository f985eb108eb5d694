import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { RecentWorkspace, UndoState } from '../../core/contract/workspace.contract.ts';
import type { Translate } from '../../core/i18n/translate.ts';

export interface MenuState {
  words: Translate;
  undo: UndoState;
  recent: readonly RecentWorkspace[];
  onCommand: (command: string) => void;
  onRecent: (token: string) => void;
}

const redoKeys = process.platform === 'darwin' ? 'Cmd+Shift+Z' : 'Ctrl+Y';

/** The native menu. Its entries are the screen's own commands; undo and redo name their step. */
export function showMenu(state: MenuState): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state)));
}

function menuTemplate({
  words,
  undo,
  recent,
  onCommand,
  onRecent,
}: MenuState): MenuItemConstructorOptions[] {
  const entry = (
    command: string,
    label: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => onCommand(command),
  });
  return [
    // macOS puts the first menu under the program's own name.
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: words('menu:file'),
      submenu: [
        entry('workspace.new', words('workspace:menu.new')),
        entry('workspace.open', words('workspace:menu.open'), 'CmdOrCtrl+O'),
        {
          label: words('workspace:menu.recent'),
          enabled: recent.some(({ available }) => available),
          submenu: recent
            .filter(({ available }) => available)
            .map(({ token, name }) => ({ label: literal(name), click: () => onRecent(token) })),
        },
        { type: 'separator' },
        entry('workspace.saveCopy', words('workspace:menu.saveCopy')),
        entry('workspace.check', words('workspace:menu.check')),
        entry('workspace.rebuildSearch', words('workspace:menu.rebuildSearch')),
        entry('workspace.close', words('workspace:menu.close')),
        { type: 'separator' },
        { role: 'quit', label: words('menu:quit') },
      ],
    },
    {
      label: words('app:groups.edit'),
      submenu: [
        {
          ...entry('edit.undo', stepLabel(words, 'undo', undo.undo), 'CmdOrCtrl+Z'),
          enabled: undo.undo !== null,
        },
        {
          ...entry('edit.redo', stepLabel(words, 'redo', undo.redo), redoKeys),
          enabled: undo.redo !== null,
        },
        { type: 'separator' },
        { role: 'cut', label: words('menu:cut') },
        { role: 'copy', label: words('menu:copy') },
        { role: 'paste', label: words('menu:paste') },
        { role: 'selectAll', label: words('menu:selectAll') },
        { type: 'separator' },
        entry('voc.pasteNew', words('import:pasteNew'), 'CmdOrCtrl+Alt+V'),
      ],
    },
    {
      label: words('app:groups.view'),
      submenu: [
        { role: 'zoomIn', label: words('menu:zoomIn') },
        { role: 'zoomOut', label: words('menu:zoomOut') },
        { role: 'resetZoom', label: words('menu:resetZoom') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words('menu:fullScreen') },
        entry('view.colorScheme', words('app:settings.switchScheme')),
        entry('view.locale', words('app:settings.switchLocale')),
      ],
    },
    {
      label: words('app:groups.help'),
      submenu: [entry('app.shortcuts', words('app:shortcuts.title'))],
    },
  ];
}

function stepLabel(words: Translate, direction: 'undo' | 'redo', step: UndoState['undo']): string {
  const title = words(`app:${direction}.title`);
  return step === null ? title : literal(`${title}: ${words(step.label, step.params)}`);
}

/** A single & would underline the letter after it and vanish: `R&D`. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
