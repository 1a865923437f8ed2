// After a dialog closes, focus goes back to what opened it.
import { useEffect, useState } from 'react';

/** Call in whatever lies over a screen: remembers who had the focus, and gives it back when this goes. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Once the page has settled, and only when nothing else has taken the focus meanwhile.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
}
