/** Whether a value is an object whose fields may be looked at; each field is still unknown. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
