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

/** Copies a text and says so under its name, or says that it couldn't. Never rejects. */
export async function copyText(text: string, name = text): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    useToasts.getState().show(`Copied ${name}`);
  } catch {
    useFailures.getState().show(notCopied(name));
  }
}

/** Copies the numbers of several things, one a line, and says how many. */
export async function copyNumbers(numbers: readonly string[]): Promise<void> {
  await copyText(numbers.join('\n'), numbers.length === 1 ? numbers[0] : `${numbers.length} numbers`);
}
