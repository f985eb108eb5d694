export type MessageParams = Record<string, string | number>;

/** Looks up words by a key such as `report:charts.respondents` and fills in `{{params}}`. */
export type Translate = (key: string, params?: MessageParams) => string;

/** The parsed JSON of one locale file. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/**
 * A translator over parsed locale files, by namespace, for where i18next is not at hand (reports,
 * command line). It reads the same files with the same `{{param}}` and `{{param, number}}`. An unknown
 * key comes back as itself, so that a missing word shows instead of failing a report.
 */
export function translatorOver(namespaces: Readonly<Record<string, MessageTree>>): Translate {
  return (key, params = {}) => {
    const separator = key.indexOf(':');
    const namespace = namespaces[key.slice(0, Math.max(0, separator))];
    const message = messageAt(namespace, key.slice(separator + 1).split('.'));
    return message === null ? key : fillIn(message, params);
  };
}

function messageAt(tree: MessageTree | undefined, path: string[]): string | null {
  let node: string | MessageTree | undefined = tree;
  for (const step of path) {
    if (node === undefined || typeof node === 'string') return null;
    node = Object.hasOwn(node, step) ? node[step] : undefined;
  }
  return typeof node === 'string' ? node : null;
}

function fillIn(message: string, params: MessageParams): string {
  return message.replace(
    /\{\{\s*(\w+)\s*(,\s*number\s*)?\}\}/g,
    (whole, name: string, asNumber: string | undefined) => {
      const value = Object.hasOwn(params, name) ? params[name] : whole;
      return asNumber !== undefined && typeof value === 'number'
        ? counts.format(value)
        : String(value);
    },
  );
}

/** Korean and English part thousands alike. */
const counts = new Intl.NumberFormat('en');
