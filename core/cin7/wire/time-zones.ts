// The company's time zone: the documents show an IANA name, Windows' own names are possible (Cin7 2.1). Day changes of
// order dates hang on it, so the Windows names of the places where brands sit are known here (CLDR's table).
import { isTimeZone } from '../../base/dates.ts';

const windowsZones: ReadonlyMap<string, string> = new Map([
  ['utc', 'UTC'],
  ['gmt standard time', 'Europe/London'],
  ['greenwich standard time', 'Atlantic/Reykjavik'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['romance standard time', 'Europe/Paris'],
  ['central europe standard time', 'Europe/Budapest'],
  ['central european standard time', 'Europe/Warsaw'],
  ['e. europe standard time', 'Europe/Chisinau'],
  ['fle standard time', 'Europe/Kyiv'],
  ['gtb standard time', 'Europe/Bucharest'],
  ['turkey standard time', 'Europe/Istanbul'],
  ['russian standard time', 'Europe/Moscow'],
  ['israel standard time', 'Asia/Jerusalem'],
  ['egypt standard time', 'Africa/Cairo'],
  ['south africa standard time', 'Africa/Johannesburg'],
  ['morocco standard time', 'Africa/Casablanca'],
  ['e. africa standard time', 'Africa/Nairobi'],
  ['w. central africa standard time', 'Africa/Lagos'],
  ['arabic standard time', 'Asia/Baghdad'],
  ['arab standard time', 'Asia/Riyadh'],
  ['arabian standard time', 'Asia/Dubai'],
  ['pakistan standard time', 'Asia/Karachi'],
  ['india standard time', 'Asia/Kolkata'],
  ['sri lanka standard time', 'Asia/Colombo'],
  ['bangladesh standard time', 'Asia/Dhaka'],
  ['se asia standard time', 'Asia/Bangkok'],
  ['singapore standard time', 'Asia/Singapore'],
  ['china standard time', 'Asia/Shanghai'],
  ['taipei standard time', 'Asia/Taipei'],
  ['korea standard time', 'Asia/Seoul'],
  ['tokyo standard time', 'Asia/Tokyo'],
  ['w. australia standard time', 'Australia/Perth'],
  ['aus central standard time', 'Australia/Darwin'],
  ['cen. australia standard time', 'Australia/Adelaide'],
  ['e. australia standard time', 'Australia/Brisbane'],
  ['aus eastern standard time', 'Australia/Sydney'],
  ['tasmania standard time', 'Australia/Hobart'],
  ['new zealand standard time', 'Pacific/Auckland'],
  ['fiji standard time', 'Pacific/Fiji'],
  ['hawaiian standard time', 'Pacific/Honolulu'],
  ['alaskan standard time', 'America/Anchorage'],
  ['pacific standard time', 'America/Los_Angeles'],
  ['us mountain standard time', 'America/Phoenix'],
  ['mountain standard time', 'America/Denver'],
  ['central standard time', 'America/Chicago'],
  ['canada central standard time', 'America/Regina'],
  ['central standard time (mexico)', 'America/Mexico_City'],
  ['eastern standard time', 'America/New_York'],
  ['us eastern standard time', 'America/Indiana/Indianapolis'],
  ['atlantic standard time', 'America/Halifax'],
  ['newfoundland standard time', 'America/St_Johns'],
  ['sa pacific standard time', 'America/Bogota'],
  ['e. south america standard time', 'America/Sao_Paulo'],
  ['argentina standard time', 'America/Argentina/Buenos_Aires'],
  ['pacific sa standard time', 'America/Santiago'],
]);

/** The IANA name of a zone in either naming; null for one that this computer doesn't know. */
export function timeZoneOf(name: string): string | null {
  if (isTimeZone(name)) return name;
  const known = windowsZones.get(name.trim().toLowerCase());
  return known !== undefined && isTimeZone(known) ? known : null;
}
