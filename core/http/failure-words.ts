// What a failed request means for the person who reads it: what happened, why, and one thing to do.
import type { ErrorCode } from '../base/errors.ts';
import { apiNames, type Exchange, type Operation } from './operation.ts';

/** The sentence and the next step for a failed operation; `words` is what the API itself said. */
export function failureWords(
  code: ErrorCode,
  operation: Operation,
  exchange: Exchange,
  words: string,
): { sentence: string; nextStep: string } {
  const name = apiNames[operation.api];
  const host = new URL(operation.url).host;
  switch (code) {
    case 'key-rejected':
      return {
        sentence: `${name} rejected the key: ${words === '' ? 'no reason given' : words}`.replace(/[.!]?$/, '.'),
        nextStep: `It was changed or switched off in ${name}. Enter a new key, nothing is lost meanwhile.`,
      };
    case 'unreachable':
      return {
        sentence: `${name} can't be reached at ${host}${unreachableReason(exchange)}.`,
        nextStep: "Check this computer's network and the address in the settings. The next run catches up.",
      };
    case 'untrusted':
      return {
        sentence: `${name} can't be reached safely: the certificate that ${host} shows isn't trusted on this computer.`,
        nextStep:
          "If your company inspects its traffic, have its root certificate installed on this computer. Else check this computer's date. Run doctor to see who issued it.",
      };
    case 'proxy-login':
      return {
        sentence: `The proxy on the way to ${name} wants a login: ${words}.`,
        nextStep: 'Add user name and password to the proxy setting of this computer (HTTPS_PROXY).',
      };
    case 'timed-out':
      return {
        sentence: `${name} didn't answer ${operation.name} in time.`,
        nextStep: 'Nothing is lost. The next run tries again.',
      };
    case 'not-the-api':
      return {
        sentence: `${host} answered with a web page instead of data.`,
        nextStep: `Either ${name} is being maintained, or the address in the settings is wrong. Check the address, then run again.`,
      };
    case 'limit-stuck':
      return {
        sentence: `${name} has refused requests over its limit for 30 minutes.`,
        nextStep: 'Another program may use the same key without pause. The next run tries again.',
      };
    case 'server-fault':
      return {
        sentence: `${name} had a fault of its own${words === '' ? '' : `: ${words}`}`.replace(/[.]?$/, '.'),
        nextStep: 'Nothing is lost. The next run tries again.',
      };
    case 'refused':
      return {
        sentence: `${name} refused ${operation.name}: ${words}`.replace(/[.]?$/, '.'),
        nextStep: 'Change what it names, then check again.',
      };
    default:
      return {
        sentence: `${name} answered ${operation.name} in a way that Seamline doesn't know.`,
        nextStep: 'Send the diagnostics file to support.',
      };
  }
}

function unreachableReason(exchange: Exchange): string {
  if (!('failure' in exchange)) return '';
  switch (exchange.failure.kind) {
    case 'name-not-found':
      return ': no computer has that name';
    case 'refused':
      return ': the connection was refused';
    case 'proxy-unreachable':
      return ": the proxy on the way there doesn't answer";
    case 'proxy-refused':
      return `: ${exchange.failure.message}`;
    case 'dropped':
      return ': the connection broke off';
    default:
      return '';
  }
}
