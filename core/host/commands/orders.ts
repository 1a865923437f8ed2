// What a person does with orders from a screen: names that stand for products, and the single actions on one order.
import { removeAlias, setAlias } from '../../commands/aliases.ts';
import { confirmNewCustomer } from '../../commands/orders/new-customer.ts';
import type { CommandHandlers } from '../handlers.ts';

export const orderCommands = {
  async 'aliases.set'({ services }, { sku, productId }) {
    const alias = await setAlias(services, { name: sku, product: productId, who: 'you' });
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
