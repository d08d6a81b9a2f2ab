import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * A part of the page that is loaded from the program's own files when it is first shown. Its place is empty until
 * then.
 */
export function onDemand<Props extends object>(
  load: () => Promise<(props: Props) => VNode>,
): (props: Props) => VNode {
  return function OnDemand(props) {
    const [part, setPart] = useState<{ readonly show: (props: Props) => VNode }>()
    useEffect(() => {
      let isShown = true
      void load().then((show) => isShown && setPart({ show }))
      return () => {
        isShown = false
      }
    }, [])
    return part === undefined ? <div aria-busy="true" /> : <part.show {...props} />
  }
}
