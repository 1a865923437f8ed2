// Copying a text for the person: confirmed by a toast, and a refusal is told with the way that is left.
import type { ErrorView } from '../../core/contract/errors.ts';
import { useFailures } from '../state/failures.ts';
import { useToasts } from '../state/toasts.ts';

const notCopied = (text: string): ErrorView => ({
  code: 'not-copied',
  sentence: `${text} couldn’t be copied: this window may not write to the clipboard.`,
  nextStep: 'Mark it and copy it with the keyboard.',
  scope: 'item',
  isRetryable: true,
  action: 'none',
  actionLabel: '',
});

/** Copies a text and says so, or says that it couldn't. Never rejects. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    useToasts.getState().show(`Copied ${text}`);
  } catch {
    useFailures.getState().show(notCopied(text));
  }
}
