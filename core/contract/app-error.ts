/**
 * The one error that crosses a process boundary: a code and its parameters, never a sentence.
 * The first segment of a code names the locale namespace that holds its words:
 * `voc.textRequired` is found at `voc:errors.textRequired`.
 */
export type ErrorCode = `${string}.${string}`;

export type ErrorParams = Record<string, string | number | boolean | null>;

export interface ErrorPayload {
  code: ErrorCode;
  params: ErrorParams;
  /** Where in the input the fault lies, e.g. `matrix[1][2]`. */
  path?: string;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly path: string | undefined;

  constructor(code: ErrorCode, params: ErrorParams = {}, path?: string) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.path = path;
  }

  toPayload(): ErrorPayload {
    return this.path === undefined
      ? { code: this.code, params: this.params }
      : { code: this.code, params: this.params, path: this.path };
  }

  static fromPayload(payload: ErrorPayload): AppError {
    return new AppError(payload.code, payload.params, payload.path);
  }
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorPayload };
