// Floor: site, in the page. The one place where XState meets Preact: a started actor and its snapshot.
import { useEffect, useState } from 'preact/hooks';
import {
  createActor,
  type Actor,
  type ActorOptions,
  type AnyStateMachine,
  type SnapshotFrom,
} from 'xstate';

/** Runs a machine for as long as the component lives. */
export function useActor<Machine extends AnyStateMachine>(
  machine: Machine,
  options: ActorOptions<Machine>,
): [SnapshotFrom<Machine>, Actor<Machine>['send']] {
  const [actor] = useState(() => createActor(machine, options as never));
  const [snapshot, setSnapshot] = useState(() => actor.getSnapshot());
  useEffect(() => {
    const subscription = actor.subscribe((next) => setSnapshot(next));
    actor.start();
    return () => {
      subscription.unsubscribe();
      actor.stop();
    };
  }, [actor]);
  return [snapshot, (event) => actor.send(event)];
}
