import type { HostMethodName, OutputOf, ParsedInputOf } from '../../core/contract/contract.ts';
import type { HostContext } from './host-context.ts';

export type Handler<M extends HostMethodName> = (
  context: HostContext,
  input: ParsedInputOf<M>,
) => Promise<OutputOf<M>> | OutputOf<M>;

/** The handlers of the methods whose names begin with one of `Prefix`. */
export type HandlersOf<Prefix extends string> = {
  [M in Extract<HostMethodName, `${Prefix}.${string}`>]: Handler<M>;
};

export type AllHandlers = { [M in HostMethodName]: Handler<M> };
