// Finds what was sent twice without looking first (RUN-6), from nothing but the account's own request log.
import type { LoggedRequest } from '../../core/practice/wire/request-log.ts';
import type { Finding } from './finding.ts';

interface Creating {
  /** Where it is posted to. */
  readonly path: string;
  /** What it is about, from its body: only requests about the same thing repeat each other. */
  readonly subject: (body: string) => string;
  /** True when a request looks whether the thing exists. */
  readonly isLook: (request: LoggedRequest, subject: string) => boolean;
  /** How many looks must come before it is sent again. */
  readonly looks: number;
}

const root = '/ExternalApi/v2';

/** The requests that make something new each time. */
const creating: readonly Creating[] = [
  {
    path: `${root}/sale`,
    subject: member('ExternalID'),
    // One for each of the delays: a creation may land late, and a list may lag (ORD-4).
    looks: 3,
    isLook: ({ path, query }, subject) => path === `${root}/saleList` && parameter(query, 'ExternalID') === subject,
  },
  { path: `${root}/sale/order`, subject: member('SaleID'), looks: 1, isLook: readsSale },
  { path: `${root}/sale/invoice`, subject: member('SaleID'), looks: 1, isLook: readsSale },
  {
    path: `${root}/customer`,
    subject: member('Name'),
    looks: 1,
    isLook: ({ path }) => path === `${root}/customer`,
  },
];

/** Everything that was sent again although nobody could know that it hadn't been done, and too few looks had been taken. */
export function resent(requests: readonly LoggedRequest[]): Finding[] {
  return creating.flatMap((kind) => {
    const posts = requests.filter(({ method, path }) => method === 'POST' && path === kind.path);
    return posts.flatMap((post, index): Finding[] => {
      const subject = kind.subject(post.requestBody);
      const before = posts.slice(0, index).findLast(({ requestBody }) => kind.subject(requestBody) === subject);
      if (before === undefined || isClearNo(before)) return [];
      const between = requests.filter(({ id }) => id > before.id && id < post.id);
      const looks = between.filter((request) => request.method === 'GET' && kind.isLook(request, subject)).length;
      if (looks >= kind.looks) return [];
      const sentence = `POST ${kind.path} about ${subject} was sent again after ${looks} of ${kind.looks} looks.`;
      return [{ kind: 'resent', sentence }];
    });
  });
}

/** The client was told that nothing was done. */
function isClearNo({ status }: LoggedRequest): boolean {
  return status !== null && status >= 400 && status < 500 && status !== 408;
}

function readsSale({ path, query }: LoggedRequest, subject: string): boolean {
  return path.startsWith(`${root}/sale`) && [parameter(query, 'ID'), parameter(query, 'SaleID')].includes(subject);
}

function member(name: string): (body: string) => string {
  return (body) => {
    const parsed: unknown = JSON.parse(body);
    const value =
      parsed !== null && typeof parsed === 'object' ? Object.entries(parsed).find(([key]) => key === name)?.[1] : '';
    return String(value);
  };
}

function parameter(query: string, name: string): string | null {
  return new URLSearchParams(query).get(name);
}
