// The sections of the settings, in their order; the host names them by these ids.
import type { ReactNode } from 'react';
import { BackUpSection } from './back-up.tsx';
import { ConnectionsSection } from './connections.tsx';
import { CustomersSection } from './customers.tsx';
import { FlowsSection } from './flows.tsx';
import { LinesheetsSection } from './linesheets.tsx';
import { NamesSection } from './names.tsx';
import { OrdersSection } from './orders.tsx';
import { ProductsSection } from './products.tsx';
import { ScheduleSection } from './schedule.tsx';
import { StockSection } from './stock.tsx';
import { ThisPcSection } from './this-pc.tsx';
import { TuningSection } from './tuning.tsx';

export interface Section {
  readonly id: string;
  readonly label: string;
  readonly Shown: () => ReactNode;
}

const connections: Section = { id: 'connections', label: 'Connections', Shown: ConnectionsSection };

export const sections: readonly Section[] = [
  connections,
  { id: 'flows', label: 'Flows', Shown: FlowsSection },
  { id: 'schedule', label: 'Schedule', Shown: ScheduleSection },
  { id: 'products', label: 'Styles and prices', Shown: ProductsSection },
  { id: 'linesheets', label: 'Linesheets', Shown: LinesheetsSection },
  { id: 'stock', label: 'Stock', Shown: StockSection },
  { id: 'orders', label: 'Orders and sales', Shown: OrdersSection },
  { id: 'names', label: 'Taxes, terms, rates', Shown: NamesSection },
  { id: 'customers', label: 'Customers', Shown: CustomersSection },
  { id: 'back-up', label: 'Back-up', Shown: BackUpSection },
  { id: 'tuning', label: 'Fine tuning', Shown: TuningSection },
  { id: 'app', label: 'This PC', Shown: ThisPcSection },
];

/** The section of that id, or of a path inside it; connections where there is none. */
export function sectionOf(id: string): Section {
  return sections.find((section) => id === section.id || id.startsWith(`${section.id}.`)) ?? connections;
}
