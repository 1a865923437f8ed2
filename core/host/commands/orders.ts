// What a person does with orders from a screen: names that stand for products, and the single actions on one order. Each
// action joins the run that goes on, or works by itself.
import { removeAlias, setAlias } from '../../commands/aliases.ts';
import { confirmNewCustomer } from '../../commands/orders/new-customer.ts';
import { enterByHand, holdOrder, releaseOrder } from '../../commands/orders/decide.ts';
import { chooseGoLive } from '../../commands/orders/go-live.ts';
import { checkOrderNow, exportOrderNow, reExportOrder } from '../../commands/orders/single.ts';
import type { CommandHandlers } from '../handlers.ts';

/** The screen's person; which one of them isn't known to this computer. */
const who = 'you';

export const orderCommands = {
  'orders.hold': ({ services }, { orderId, note }) => holdOrder(services, { orderId, who, note }),

  'orders.release': ({ services }, { orderId }) => releaseOrder(services, { orderId, who }),

  'orders.enterByHand': ({ services }, { orderId }) => enterByHand(services, { orderId, who }),

  'orders.check': ({ services }, { orderId }) => checkOrderNow(services, orderId),

  'orders.export': ({ services }, { orderId }) => exportOrderNow(services, orderId),

  'orders.reExport': ({ services }, { orderId, confirmation }) =>
    reExportOrder(services, { orderId, who, confirmation }),

  'orders.goLive': ({ services }, input) => chooseGoLive(services, { ...input, who }),

  async 'aliases.set'({ services }, { sku, productId }) {
    const alias = await setAlias(services, { name: sku, product: productId, who });
    return { sentence: `${alias.name} stands for ${alias.sku ?? productId} from now on.` };
  },

  async 'aliases.remove'({ services }, { sku }) {
    await removeAlias(services, sku);
    return { sentence: `${sku} stands for nothing else any more.` };
  },

  async 'orders.confirmNewCustomer'({ services }, { orderId }) {
    const name = await confirmNewCustomer(services, orderId, 'you');
    return { sentence: `${name} counts as new from now on.` };
  },
} satisfies CommandHandlers;
