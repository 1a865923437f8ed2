// Towns that retailers are in, with the currency they buy in.
import type { BrandAddress } from './types.ts';

export interface Place {
  readonly currency: string;
  readonly dialling: string;
  readonly address: Omit<BrandAddress, 'line1' | 'line2'>;
}

function place(currency: string, dialling: string, countryIso2: string, country: string) {
  return (city: string, state: string, postcode: string): Place => ({
    currency,
    dialling,
    address: { city, state, postcode, country, countryIso2 },
  });
}

const australia = place('AUD', '02', 'AU', 'Australia');
const unitedStates = place('USD', '+1 555', 'US', 'United States');
const newZealand = place('NZD', '+64 9', 'NZ', 'New Zealand');
const unitedKingdom = place('GBP', '+44 20', 'GB', 'United Kingdom');
const ireland = place('EUR', '+353 1', 'IE', 'Ireland');
const france = place('EUR', '+33 1', 'FR', 'France');

export const places: readonly Place[] = [
  australia('Sydney', 'NSW', '2000'),
  australia('Newtown', 'NSW', '2042'),
  australia('Byron Bay', 'NSW', '2481'),
  australia('Melbourne', 'VIC', '3000'),
  australia('Fitzroy', 'VIC', '3065'),
  australia('Lorne', 'VIC', '3232'),
  australia('Brisbane', 'QLD', '4000'),
  australia('Noosa Heads', 'QLD', '4567'),
  australia('Hobart', 'TAS', '7000'),
  australia('Adelaide', 'SA', '5000'),
  australia('Fremantle', 'WA', '6160'),
  australia('Canberra', 'ACT', '2600'),
  unitedStates('Portland', 'OR', '97205'),
  unitedStates('Austin', 'TX', '78701'),
  unitedStates('Brooklyn', 'NY', '11201'),
  unitedStates('Santa Monica', 'CA', '90401'),
  unitedStates('Charleston', 'SC', '29401'),
  unitedStates('Boulder', 'CO', '80302'),
  newZealand('Auckland', '', '1010'),
  newZealand('Wellington', '', '6011'),
  unitedKingdom('London', '', 'E8 3DL'),
  unitedKingdom('Edinburgh', '', 'EH1 1YZ'),
  ireland('Dublin', '', 'D02 X285'),
  france('Paris', '', '75003'),
];
