/** Whether a value is an object whose fields may be looked at; each field is still unknown. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const isString = (value: unknown): value is string => typeof value === 'string';
export const isOptionalNumber = (value: unknown) => value === undefined || isNumber(value);
export const isOptionalString = (value: unknown) => value === undefined || isString(value);
