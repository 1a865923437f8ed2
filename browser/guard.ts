// Who may talk to the door: a page that it served itself, in this computer's browser. Another site's page, a rebound host name
// and a program without the headers of a browser are refused before anything else happens. There is no CORS.
import type { MiddlewareHandler } from 'hono';
import { plainHeaders } from '../core/pages/policy.ts';

/** Refuses every request that doesn't come from the door's own page; `origin` is known once the door listens. */
export function guardOrigin(origin: () => string): MiddlewareHandler {
  return async (context, next) => {
    const header = (name: string) => context.req.header(name);
    const own = origin();
    const isPage = context.req.method === 'GET' && context.req.path === '/';
    // A person who opens the address comes from nowhere; the page's own requests come from the same origin.
    const sites = isPage ? ['none', 'same-origin'] : ['same-origin'];
    const isAllowed =
      header('host') === new URL(own).host &&
      sites.includes(header('sec-fetch-site') ?? '') &&
      (context.req.method === 'GET' ? [undefined, own] : [own]).includes(header('origin'));
    if (!isAllowed) return context.text('Not from here.', 403, plainHeaders);
    return next();
  };
}
