import { useComputed } from '@preact/signals'
import type { Instant } from '../../shared/time/time.ts'
import type { ConsoleView } from '../view.ts'

interface AgeProps extends ConsoleView {
  readonly of: Instant
  readonly say?: (age: string) => string
}

/** How long ago something was. Only its own text changes while it grows older. */
export function Age({ of, say = (age) => age, model, language }: AgeProps) {
  const text = useComputed(() => say(language.age(Math.max(model.now.value - of, 0))))
  return <>{text}</>
}
