// Tells a person outside the window of what waits for them: looks every few seconds, notes in the ledger what was told, so that
// a restart repeats nothing. What is to be told is said by status/notices.
import { instantOf, second } from '../base/dates.ts';
import type { Clock, Notifier } from '../base/ports.ts';
import { attentionItem } from '../commands/attention.ts';
import type { Place } from '../contract/attention.ts';
import { noticesDue } from '../status/notices.ts';
import type { LedgerReader } from './ledger-reader.ts';

const lookEvery = 5 * second;

/** A look at what is to be told, to be called with every beat. `go` hears where a notice leads that the person clicked. */
export function createNotices(
  clock: Clock,
  reader: LedgerReader,
  notifier: Notifier,
  go: (place: Place) => void,
): () => void {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now();
    const ledger = reader.ledger();
    if (ledger === null || Math.abs(now - lookedAt) < lookEvery) return;
    lookedAt = now;
    const local = new Date(now);
    const open = ledger.attention.open();
    const due = noticesDue({
      now,
      minuteOfDay: local.getHours() * 60 + local.getMinutes(),
      settings: reader.settings().notifications,
      open,
      lastAt: ledger.attention.lastNotifiedAt(),
    });
    for (const { keys, title, body } of due) {
      // Noted first: told once too few is better than told at every start.
      ledger.attention.setNotified(keys, instantOf(now));
      const about = open.filter(({ key }) => keys.includes(key)).map(attentionItem);
      notifier.show({ title, body }, () => go(placeOf(about)));
    }
  };
}

/** Where one item is looked at; Home for several. */
function placeOf(items: readonly ReturnType<typeof attentionItem>[]): Place {
  const [only, another] = items;
  const places = (only?.actions ?? []).flatMap(({ does }) => (does.kind === 'go' ? [does.place] : []));
  return another === undefined ? (places[0] ?? { to: 'home' }) : { to: 'home' };
}
