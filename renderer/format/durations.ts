// How long things take, in the words of the design language: `2:14`, `about 8 min`, `61 h`.

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A countdown of less than ten minutes: `2:14`. Takes seconds. */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / minute)}:${String(whole % minute).padStart(2, '0')}`;
}

/** How long something will still take, in seconds: `2:14` under ten minutes when exact, else `about 8 min`, `about 3 h`. */
export function about(seconds: number): string {
  if (seconds < minute) return 'less than 1 min';
  if (seconds < 2 * hour) return `about ${Math.round(seconds / minute)} min`;
  return `about ${Math.round(seconds / hour)} h`;
}

/** A span that has passed, in seconds: `45 s`, `4 min`, `61 h`, `12 days`. */
export function span(seconds: number): string {
  if (seconds < minute) return `${Math.max(0, Math.round(seconds))} s`;
  if (seconds < 2 * hour) return `${Math.round(seconds / minute)} min`;
  if (seconds < 4 * day) return `${Math.round(seconds / hour)} h`;
  return `${Math.round(seconds / day)} days`;
}
