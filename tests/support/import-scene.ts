import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import type {
  ImportInspection,
  ImportSummary,
  ReadOptions,
  SurveyMapping,
  VocMapping,
} from '../../core/contract/import.contract.ts';
import type { JobInfo } from '../../core/contract/job.contract.ts';
import { DelimitedReader } from '../../core/domain/import/delimited-reader.ts';
import { csvLine } from '../../core/domain/import/delimited-writer.ts';
import type { TestHost } from './host-builder.ts';

/** A host and the files a person would give it. */
export class ImportScene {
  readonly test: TestHost;
  #files = 0;

  constructor(test: TestHost) {
    this.test = test;
  }

  /** Puts a file where a person could have put it; answers with its token. */
  file(content: string | Buffer, name?: string): string {
    const file = path.join(this.test.folder, name ?? `가져올 파일 ${++this.#files}.csv`);
    writeFileSync(file, content);
    return this.test.host.context.files.admit(file);
  }

  csv(rows: readonly (readonly string[])[], encoding = 'utf-8', addBOM = false): string {
    const text = rows.map((row) => `${csvLine(row)}\r\n`).join('');
    return this.file(iconv.encode(text, encoding, { addBOM }));
  }

  inspect(token: string, options: Partial<ReadOptions> = {}): Promise<ImportInspection> {
    return this.test.call('import.inspect', { token, options });
  }

  /** Runs the import to its end with the given mapping, else with the guessed one. */
  async voc(
    token: string,
    mapping?: VocMapping,
    options: Partial<ReadOptions> = {},
  ): Promise<JobInfo> {
    const used = mapping ?? (await this.inspect(token, options)).vocMapping;
    const { jobId } = await this.test.call('import.startVoc', { token, mapping: used, options });
    return this.test.jobEnd(jobId);
  }

  async survey(token: string, waveName: string, mapping?: SurveyMapping): Promise<JobInfo> {
    const used = mapping ?? (await this.inspect(token)).surveyMapping;
    const { jobId } = await this.test.call('import.startSurvey', {
      token,
      mapping: used,
      waveName,
      surveyedOn: '2026-09-30',
    });
    return this.test.jobEnd(jobId);
  }

  /** All rows of a query, as plain objects. */
  rows(sql: string): unknown[] {
    return this.test.host.context.session.raw.prepare(sql).all();
  }

  count(table: string): number {
    return this.test.host.context.session.raw
      .prepare(`SELECT count(*) FROM ${table}`)
      .pluck()
      .get() as number;
  }

  /** The rejected rows as Excel would read them. */
  rejectedRows(summary: ImportSummary): { bytes: Buffer; rows: string[][] } {
    const bytes = readFileSync(
      this.test.host.context.files.resolve(summary.rejectedToken ?? '').path,
    );
    const reader = new DelimitedReader(',');
    const records = [...reader.push(bytes.toString('utf8').slice(1)), ...reader.end()];
    return { bytes, rows: records.map(({ cells }) => cells) };
  }
}

export function summaryOf(job: JobInfo): ImportSummary {
  if (job.importSummary === null) {
    throw new Error(`import ${job.status}: ${JSON.stringify(job.error)}`);
  }
  return job.importSummary;
}
