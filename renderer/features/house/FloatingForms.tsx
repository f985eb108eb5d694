import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { openTrail } from '../../shared/trail/trail-store.ts';
import type { BoardFloating } from './board-floating.ts';
import { GroupImportanceForm } from './GroupImportanceForm.tsx';
import { HowEditor, NewHowForm } from './HowEditor.tsx';
import type { HouseEdit } from './house-edit.ts';
import { LineMenu } from './LineMenu.tsx';
import type { SideStep } from './side-moves.ts';
import { NameForm, NoteForm } from './TitleForms.tsx';
import type { HouseActions, HouseSide } from './use-house-actions.ts';
import type { MatrixView } from './use-matrix-view.ts';

interface FloatingFormsProps {
  view: HouseView;
  floating: BoardFloating;
  actions: HouseActions;
  matrix: MatrixView;
  edit: (edit: HouseEdit) => void;
  /** Moves and keeps the active cell with what moves. */
  onMove: (side: HouseSide, id: number, step: SideStep) => void;
  onFloat: (floating: BoardFloating) => void;
  onClose: () => void;
}

/** The one form or menu that is open beside a cell. */
export function FloatingForms(props: FloatingFormsProps) {
  const { floating, actions, view, onClose } = props;
  const { t } = useTranslation();
  switch (floating.kind) {
    case 'newHow':
      return (
        <NewHowForm
          anchor={floating.anchor}
          onAdd={actions.addHow}
          onAddMany={actions.addHows}
          onClose={onClose}
        />
      );
    case 'how':
      return <HowForm {...props} howId={floating.howId} anchor={floating.anchor} />;
    case 'line':
      return (
        <TitleMenu {...props} side={floating.side} id={floating.id} anchor={floating.anchor} />
      );
    case 'rename': {
      const { side, id, anchor } = floating;
      return (
        <NameForm
          anchor={anchor}
          label={t('house:group.rename')}
          initial={nameOf(view, side, id)}
          onName={(name) => actions.rename(side, id, name)}
          onClose={onClose}
        />
      );
    }
    case 'group': {
      const { side, ids, anchor } = floating;
      return (
        <NameForm
          anchor={anchor}
          label={t('house:group.name')}
          initial=""
          onName={(name) => actions.group(side, ids, name)}
          onClose={onClose}
        />
      );
    }
    case 'share':
      return (
        <GroupImportanceForm
          view={view}
          groupId={floating.groupId}
          anchor={floating.anchor}
          onEdit={props.edit}
          onClose={onClose}
        />
      );
    case 'note': {
      const { whatId, howId, anchor } = floating;
      const known = view.notes.find((note) => note.whatId === whatId && note.howId === howId);
      const title = `${nameOf(view, 'what', whatId)} × ${nameOf(view, 'how', howId)}`;
      return (
        <NoteForm
          key={`${whatId} ${howId}`}
          anchor={anchor}
          title={title}
          initial={known?.note ?? ''}
          onNote={(note) =>
            props.edit({ kind: 'note', input: { houseId: view.id, whatId, howId, note } })
          }
          onClose={onClose}
        />
      );
    }
  }
}

function HowForm(props: FloatingFormsProps & { howId: number; anchor: DOMRect }) {
  const { view, howId, anchor, actions, onClose } = props;
  const how = view.hows.find((each) => each.howId === howId);
  if (how === undefined) return null;
  const siblings = view.hows.filter(({ parentId }) => parentId === how.parentId);
  const groups = view.howGroups.filter(({ parentId }) => parentId === how.parentId);
  const positions = [...siblings, ...groups].map(({ position }) => position);
  return (
    <HowEditor
      key={howId}
      how={how}
      anchor={anchor}
      isFirst={how.position === Math.min(...positions)}
      isLast={how.position === Math.max(...positions)}
      onChange={(patch) => actions.updateHow(howId, patch)}
      onMove={(step) => props.onMove('how', howId, step > 0 ? 'forward' : 'back')}
      onTrail={() => {
        onClose();
        openTrail({ kind: 'how', id: howId });
      }}
      onRemove={() => {
        onClose();
        actions.remove('how', howId, how.name);
      }}
      onClose={onClose}
    />
  );
}

function TitleMenu(props: FloatingFormsProps & { side: HouseSide; id: number; anchor: DOMRect }) {
  const { view, side, id, anchor, actions, matrix } = props;
  const navigate = useNavigate();
  const name = nameOf(view, side, id);
  const what = side === 'what' ? view.whats.find(({ whatId }) => whatId === id) : undefined;
  const isGroup = what === undefined;
  const requirementId = what?.requirementId ?? null;
  const collapsed = side === 'what' ? matrix.seen.collapsedWhats : matrix.seen.collapsedHows;
  return (
    <LineMenu
      side={side}
      name={name}
      anchor={anchor}
      group={
        isGroup
          ? {
              isCollapsed: collapsed.includes(id),
              onToggle: () => matrix.toggle(side, id),
              onUngroup: () => actions.ungroup(side, id, name),
            }
          : null
      }
      requirement={
        requirementId === null
          ? null
          : {
              vocCount: what?.vocCount ?? 0,
              onOpenVoc: () => void navigate({ to: '/voc', search: { filter: { requirementId } } }),
              onOpen: () => void navigate({ to: '/requirements', search: { id: requirementId } }),
              onTrail: () => openTrail({ kind: 'requirement', id: requirementId }),
            }
      }
      onShare={
        side === 'what' && isGroup
          ? () => props.onFloat({ kind: 'share', groupId: id, anchor })
          : null
      }
      onRename={
        requirementId === null ? () => props.onFloat({ kind: 'rename', side, id, anchor }) : null
      }
      onGroup={() => props.onFloat({ kind: 'group', side, ids: [id], anchor })}
      onMove={(step) => props.onMove(side, id, step)}
      onRemove={isGroup ? null : () => actions.remove('what', id, name)}
      onClose={props.onClose}
    />
  );
}

function nameOf(view: HouseView, side: HouseSide, id: number): string {
  const named =
    side === 'what'
      ? [...view.whats, ...view.whatGroups].find(({ whatId }) => whatId === id)
      : [...view.hows, ...view.howGroups].find(({ howId }) => howId === id);
  return named?.name ?? '';
}
