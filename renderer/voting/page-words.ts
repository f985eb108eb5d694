/** Words of the page in one language, by group. */
interface WordTree {
  readonly [key: string]: string | WordTree;
}

type Language = 'ko' | 'en';

let trees: Record<Language, WordTree> = { ko: {}, en: {} };
let language: Language = 'ko';

export async function loadWords(): Promise<void> {
  const response = await fetch('/words');
  const { usual, ...both } = (await response.json()) as Record<Language, WordTree> & {
    usual: Language;
  };
  trees = both;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2));
  speak((['ko', 'en'] as const).find((own) => own === spoken[0]) ?? usual);
}

export function otherLanguage(): Language {
  return language === 'ko' ? 'en' : 'ko';
}

export function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = word(element.dataset.word ?? '');
  }
}

export function word(key: string, params: Record<string, string | number> = {}): string {
  let node: string | WordTree | undefined = trees[language];
  for (const step of key.split('.')) node = typeof node === 'object' ? node[step] : undefined;
  if (typeof node !== 'string') return key;
  return node.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
