// What a failed request means for the person who reads it: what happened, why, and one thing to do.
import { minute } from '../base/dates.ts';
import type { ErrorCode } from '../base/errors.ts';
import { apiNames, type Exchange, type Failure, type Operation, type Reply } from './operation.ts';

interface Words {
  readonly sentence: string;
  readonly nextStep: string;
}

/**
 * The sentence and the next step for a failed operation; `words` is what the API itself said, `limited` for how many
 * milliseconds it refused requests over its limit.
 */
export function failureWords(
  code: ErrorCode,
  operation: Operation,
  exchange: Exchange,
  words: string,
  limited: number,
): Words {
  const name = apiNames[operation.api];
  const host = new URL(operation.url).host;
  switch (code) {
    case 'key-rejected':
      return {
        sentence: ended(`${name} rejected the key: ${words === '' ? 'no reason given' : words}`),
        nextStep: `It was changed or switched off in ${name}. Enter a new key, nothing is lost meanwhile.`,
      };
    case 'unreachable':
      return unreachableWords(name, host, exchange);
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
      return pageWords(name, host, exchange);
    case 'limit-stuck':
      return limitWords(name, exchange, limited);
    case 'server-fault':
      return {
        sentence: ended(`${name} had a fault of its own${words === '' ? '' : `: ${words}`}`),
        nextStep: 'Nothing is lost. The next run tries again.',
      };
    case 'refused':
      return {
        sentence: ended(`${name} refused ${operation.name}: ${words}`),
        nextStep: 'Change what it names, then check again.',
      };
    default:
      return {
        sentence: `${name} answered ${operation.name} in a way that Seamline doesn't know.`,
        nextStep: 'Send the diagnostics file to support.',
      };
  }
}

const ended = (text: string) => text.replace(/[.!?]?$/, '.');

const catchesUp = 'The next run catches up.';
const checkNetwork = `Check this computer's network and the address in the settings. ${catchesUp}`;
const checkProxy = `Check the proxy setting of this computer (HTTPS_PROXY), or ask who looks after your network. ${catchesUp}`;

/** Why there was no getting there, and what helps: a clause and a next step for each kind. */
function unreachableWords(name: string, host: string, exchange: Exchange): Words {
  const [reason, nextStep] = 'failure' in exchange ? obstacle(exchange.failure, host) : ['', checkNetwork];
  return { sentence: `${name} can't be reached at ${host}${reason}.`, nextStep };
}

function obstacle({ kind, message }: Failure, host: string): readonly [reason: string, nextStep: string] {
  switch (kind) {
    case 'name-not-found':
      return [
        ': no computer has that name',
        `Check that this computer is online, then the address in the settings. ${catchesUp}`,
      ];
    case 'refused':
      return [': the connection was refused', checkNetwork];
    case 'proxy-unreachable':
      return [": the proxy on the way there doesn't answer", checkProxy];
    case 'proxy-refused':
      return [`: ${message}`, `Ask who looks after the proxy to let ${host} through. ${catchesUp}`];
    case 'proxy-unusable':
      return [`: ${message}`, checkProxy];
    case 'no-tls':
      return [
        ": what answers there doesn't speak TLS",
        `Check the address in the settings, and whether a proxy or a firewall stands in between. ${catchesUp}`,
      ];
    case 'dropped':
      return [': the connection broke off', checkNetwork];
    default:
      return ['', checkNetwork];
  }
}

/** A web page instead of data. A redirect mostly means a network that wants people to sign in first. */
function pageWords(name: string, host: string, exchange: Exchange): Words {
  const reply = 'reply' in exchange ? exchange.reply : null;
  if (reply !== null && reply.status >= 300 && reply.status < 400)
    return {
      sentence: `${host} sends requests on to another address instead of answering.`,
      nextStep:
        'Open a web page in a browser, since some networks want people to sign in first. Else check the address in the settings.',
    };
  return {
    sentence: `${host} answered with a web page instead of data.`,
    nextStep:
      reply !== null && isMaintenance(reply)
        ? `${name} is being maintained. Wait until it is back: nothing is lost, and the next run catches up.`
        : `Either ${name} is being maintained, or the address in the settings is wrong. Check the address, then run again.`,
  };
}

/** True for a page that says itself that the service is away for a while. */
function isMaintenance({ text }: Reply): boolean {
  return isPage(text) && /maintenance|back soon|be back|temporarily unavailable|scheduled downtime/i.test(text);
}

function isPage(text: string): boolean {
  return /^\s*</.test(text);
}

function limitWords(name: string, exchange: Exchange, limited: number): Words {
  const long = limited >= minute ? ` for ${Math.round(limited / minute)} minutes` : '';
  if ('reply' in exchange && exchange.reply.status === 503 && isPage(exchange.reply.text))
    return {
      sentence: `${name} has answered with a web page instead of data${long}.`,
      nextStep: `${name} is being maintained. Wait until it is back: nothing is lost, and the next run catches up.`,
    };
  if (long === '')
    return {
      sentence: `${name} says that this key's limit is used up just now.`,
      nextStep: 'Wait a few minutes, then try again. Another program may use the same key.',
    };
  return {
    sentence: `${name} has refused requests over its limit${long}.`,
    nextStep: 'Another program may use the same key without pause. The next run tries again.',
  };
}
