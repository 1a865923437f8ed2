// Customers says honestly what it does and doesn't do in this version.
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/cards.tsx';
import { TopBar } from '../frame/top-bar.tsx';

export function CustomersScreen() {
  const { customers } = useStoreOf('app').needsYou;
  const go = useNavigation((navigation) => navigation.go);
  return (
    <>
      <TopBar title="Customers" />
      <Empty
        icon="users"
        title="Retailers aren’t matched here yet"
        actions={
          <Button small onClick={() => go('orders')}>
            Show orders
          </Button>
        }
      >
        This version has no screen to match retailers or submit new ones to JOOR. Each order still finds its customer in
        Cin7 by JOOR code and currency; where it can’t, the order says so and waits
        {customers > 0 ? `. ${customers} need you, on Home.` : '.'}
      </Empty>
    </>
  );
}
