// The six flows, each with its last result beside its switch. Going live with a flow asks first; a flow that this version
// doesn't have says so and has no switch.
import { useState } from 'react';
import type { FlowMode, FlowView } from '../../../core/contract/stores.ts';
import { flowModeWords, flowWords } from '../../../core/contract/words.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { TextLink } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { GoLiveFlowDialog } from '../go-live/go-live-flow.tsx';
import styles from './flows.module.css';
import { Section } from './section.tsx';

export function Flows() {
  const { flows } = useStoreOf('app');
  return (
    <Section title="Flows">
      <FlowList flows={flows} />
    </Section>
  );
}

const modes: readonly FlowMode[] = ['off', 'rehearsal', 'live'];

/** The list itself, on Home and in the settings. */
export function FlowList({ flows }: { readonly flows: readonly FlowView[] }) {
  const { run, error } = useAction();
  const { show, goTo } = useNavigation();
  const [asked, setAsked] = useState<FlowView | null>(null);
  const choose = (flow: FlowView, mode: FlowMode) => {
    if (mode === 'live' && flow.flow === 'orders') show({ kind: 'go-live' });
    else if (mode === 'live') setAsked(flow);
    else void run('flows.setMode', { flow: flow.flow, mode, planSeen: null });
  };
  return (
    <>
      <ul className={styles.list}>
        {flows.map((flow) => (
          <li key={flow.flow} className={styles.flow}>
            <div className={styles.text}>
              <p className={styles.name}>{flowWords[flow.flow]}</p>
              {flow.waits === null ? (
                <p className={styles.sentence} title={flow.sentence}>
                  {flow.sentence}
                </p>
              ) : (
                <p className={styles.waits}>
                  <TextLink onClick={() => goTo({ to: 'settings', section: flow.waits?.section ?? 'flows' })}>
                    {flow.waits.sentence}
                  </TextLink>
                </p>
              )}
            </div>
            {flow.choices.length > 1 && (
              <Segmented
                size="small"
                name={flowWords[flow.flow]}
                value={flow.mode}
                onChange={(mode) => choose(flow, mode)}
                segments={modes.map((mode) => ({
                  value: mode,
                  isDisabled: !flow.choices.includes(mode),
                  tone: mode === 'rehearsal' ? 'test' : 'plain',
                  label: (
                    <>
                      {mode === 'live' && flow.mode === 'live' && <Icon name="point-filled" size={12} colour="ok" />}
                      {flowModeWords[mode].label}
                    </>
                  ),
                }))}
              />
            )}
          </li>
        ))}
      </ul>
      <ErrorLine error={error} />
      {asked !== null && <GoLiveFlowDialog flow={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
