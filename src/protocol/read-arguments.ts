import { isRecord, isString } from './record.ts';

/** An argument, printed: what is neither a string nor an array is named by its type; nothing where the hook told none. */
function printed(argument: unknown): string | undefined {
  if (isString(argument)) return argument;
  if (Array.isArray(argument)) return `[${argument.filter(isString).join(', ')}]`;
  return isRecord(argument) && isString(argument.type) ? argument.type : undefined;
}

/** The arguments of a constructor as they are printed, and the subprotocols among them. */
export function withArguments(event: Record<string, unknown>): Record<string, unknown> {
  const args: unknown[] = Array.isArray(event.args) ? event.args : [];
  const protocols = [args[1]].flat().filter(isString);
  return { ...event, args: args.map(printed), protocols };
}
