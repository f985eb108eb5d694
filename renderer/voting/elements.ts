/** An element of voting.html; the page is broken without it. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

export function newElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { text, className }: { text?: string; className?: string } = {},
  children: readonly HTMLElement[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className !== undefined) element.className = className;
  element.append(...children);
  return element;
}

const parts = ['code', 'name', 'wait', 'ballot', 'done'] as const;
export type Part = (typeof parts)[number];

/** Shows one part of the page. The heading takes the focus, so that a screen reader tells where one is. */
export function showPart(part: Part): void {
  if (!byId(part, HTMLElement).hidden) return;
  for (const other of parts) byId(other, HTMLElement).hidden = other !== part;
  focusPart(part);
}

export function focusPart(part: Part): void {
  const own = byId(part, HTMLElement);
  const target =
    own.querySelector<HTMLElement>('input:not([type=radio])') ?? own.querySelector('h1');
  target?.focus();
  window.scrollTo(0, 0);
}
