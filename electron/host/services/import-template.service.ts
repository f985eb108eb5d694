import { readFile, writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import {
  type ImportTemplate,
  type ImportTemplateContent,
  readOptionsSchema,
  surveyMappingSchema,
  vocMappingSchema,
} from '../../../core/contract/import.contract.ts';
import { normalizeHeader } from '../../../core/domain/import/header-row.ts';
import { safeFileName } from '../../../core/domain/workspace/workspace-file-name.ts';
import {
  findTemplate,
  listTemplates,
  removeTemplate,
  renameTemplate,
  type StoredTemplate,
  saveTemplate,
} from '../../../db/repositories/import.repository.ts';
import type { HandlersOf } from '../handlers.ts';

type TemplateHandlers = Pick<
  HandlersOf<'import'>,
  | 'import.listTemplates'
  | 'import.saveTemplate'
  | 'import.renameTemplate'
  | 'import.removeTemplate'
  | 'import.exportTemplate'
  | 'import.readTemplate'
>;

export const templateHandlers: TemplateHandlers = {
  'import.listTemplates': async ({ session: { db } }, { purpose, headers }) => {
    const known = new Set(headers.map(normalizeHeader));
    return (await listTemplates(db, purpose))
      .flatMap((stored): ImportTemplate[] => {
        const content = contentOf(stored);
        if (content === null) return [];
        return [{ id: stored.id, name: stored.name, content, fit: fitOf(content, known) }];
      })
      .sort((one, other) => other.fit - one.fit);
  },
  'import.saveTemplate': (context, { name, replace, content }) => {
    const { sheet: _, ...options } = content.options;
    const step = { label: 'import:undo.saveTemplate', params: { name } };
    return context.edit(step, ['setting'], async (trx) => ({
      id: await saveTemplate(
        trx,
        name,
        { ...content, options },
        { replace, at: new Date().toISOString() },
      ),
    }));
  },
  'import.renameTemplate': (context, { id, name }) =>
    context.edit({ label: 'import:undo.renameTemplate', params: { name } }, ['setting'], (trx) =>
      renameTemplate(trx, id, name),
    ),
  'import.removeTemplate': async (context, { id }) => {
    const { name } = await findTemplate(context.session.db, id);
    const step = { label: 'import:undo.removeTemplate', params: { name } };
    await context.edit(step, ['setting'], (trx) => removeTemplate(trx, id));
  },
  'import.exportTemplate': async ({ session, files }, { id }) => {
    const template = await findTemplate(session.db, id);
    const fileName = `${safeFileName(template.name)}.json`;
    const { token, path } = files.prepare(fileName);
    const mapping: unknown = JSON.parse(template.mapping);
    await writeFile(path, `${JSON.stringify(mapping, null, 2)}\n`, { mode: 0o600 });
    return { token, fileName };
  },
  'import.readTemplate': async ({ files }, { token, purpose }) => {
    const text = await readFile(files.resolveExisting(token).path, 'utf8');
    const content = contentOf({ purpose, mapping: text.replace(/^\uFEFF/, ''), options: '{}' });
    if (content === null) throw new AppError('import.templateInvalid');
    return content;
  },
};

/** null: not a mapping, or one of another version. */
function contentOf(
  stored: Pick<StoredTemplate, 'purpose' | 'mapping' | 'options'>,
): ImportTemplateContent | null {
  const options = readOptionsSchema.safeParse(jsonOf(stored.options));
  const mapping = jsonOf(stored.mapping);
  if (!options.success) return null;
  if (stored.purpose === 'voc') {
    const voc = vocMappingSchema.safeParse(mapping);
    return voc.success ? { purpose: 'voc', mapping: voc.data, options: options.data } : null;
  }
  const survey = surveyMappingSchema.safeParse(mapping);
  return survey.success ? { purpose: 'survey', mapping: survey.data, options: options.data } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Columns kept as extra fields are no reason against a file that lacks them. */
function fitOf(content: ImportTemplateContent, headers: ReadonlySet<string>): number {
  const named =
    content.purpose === 'voc'
      ? Object.entries(content.mapping.columns).flatMap(([header, target]) =>
          target === 'extra' ? [] : [header],
        )
      : [
          ...Object.keys(content.mapping.items),
          ...content.mapping.segments,
          ...content.mapping.openQuestions,
        ];
  if (named.length === 0) return 0;
  return named.filter((header) => headers.has(normalizeHeader(header))).length / named.length;
}
