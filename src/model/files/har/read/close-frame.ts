import { fromBase64 } from '../../../payload/bytes/base64.ts';
import { utf8Text } from '../../../payload/text.ts';
import type { Field } from './field.ts';

/** What a close frame says. */
export interface CloseFrame {
  readonly code: number;
  readonly reason: string;
}

/** Codes that may be on the wire: https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2 */
const isCode = (code: number | undefined): code is number =>
  code !== undefined && Number.isInteger(code) && code >= 1000 && code < 5000;

/**
 * What a close frame says, as far as a file tells: in fields of their own, or as the payload, which is the code in two
 * bytes, or in digits, and the reason.
 */
export function readCloseFrame(frame: Field): CloseFrame | undefined {
  const field = [frame.at('code'), frame.at('closeCode'), frame.at('status')].find(
    ({ value }) => value !== undefined,
  );
  const code = field?.or((each) => each.numeric(), undefined);
  const data = frame.at('data').value;
  const reason = frame.at('reason').value;
  const told = typeof data === 'string' ? fromPayload(data) : undefined;
  if (!isCode(code)) return told;
  return { code, reason: typeof reason === 'string' ? reason : (told?.reason ?? '') };
}

function fromPayload(data: string): CloseFrame | undefined {
  const [, digits, text = ''] = /^(\d{4})(?:\s+(.*))?$/s.exec(data) ?? [];
  if (isCode(Number(digits))) return { code: Number(digits), reason: text };
  const bytes = fromBase64(data);
  const code = bytes && bytes.length >= 2 ? ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0) : undefined;
  return bytes && isCode(code) ? { code, reason: utf8Text(bytes.subarray(2)) } : undefined;
}
