import type { Attempt, Hand } from './attempt.ts'

/** Somewhere on the screen where no control is, px of the screen; fingers go by those of the page. */
const free = 'mousemove 700 420'
const touch = [560, 336, 560, 336] as const
/** Longer than a finger has to stay for a context menu, ms. */
const long = 600

const doing = (name: string, words: string): Attempt => ({ name, by: ({ does }) => does(words) })

const dropping = (name: string, data: object): Attempt => ({
  name,
  by: async ({ script, drop }) => {
    await script(
      'window.dropped = undefined; addEventListener("drop", () => (dropped = "taken"), { once: true })',
    )
    await drop(data)
    return script('return dropped')
  },
})

/** What a mouse, a touch pad or fingers do in a browser. */
export const byPointer: readonly Attempt[] = [
  doing('The context menu by the right button', `${free} click 3`),
  { name: 'The context menu by a long touch', by: ({ swipe }) => swipe(long, touch) },
  doing('The middle button', `${free} click --delay 9 2 mousedown 2 mousemove_relative 0 90 mouseup 2`),
  doing('Back and forward by mouse', `${free} click --delay 9 8 click --delay 9 9`),
  doing(
    'Zoom by the wheel',
    `${free} keydown ctrl click --delay 9 --repeat 3 4 click --delay 9 5 keyup ctrl`,
  ),
  doing(
    'Scroll by the wheel',
    `${free} click --delay 9 --repeat 3 5 click --delay 9 7 keydown shift click --delay 9 5 keyup shift`,
  ),
  doing('Select by double click', 'mousemove 200 200 click --repeat 3 --delay 20 1'),
  doing('Select by dragging', 'mousemove 60 60 mousedown 1 mousemove 600 400 mousemove 900 700 mouseup 1'),
  { name: 'Drag the logo away', by: dragLogo },
  dropping('Drop a link', { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }] }),
  dropping('Drop a file', { items: [], files: ['/etc/hostname'] }),
  dropping('Drop text', { items: [{ mimeType: 'text/plain', data: 'chrome://gpu' }] }),
  { name: 'Pinch', by: ({ swipe }) => swipe(100, [400, 320, 160, 160], [480, 360, 800, 560]) },
  {
    name: 'Zoom by a double tap',
    by: async ({ swipe }) => {
      await swipe(0, touch)
      await swipe(0, touch)
    },
  },
  { name: 'Swipe back', by: ({ swipe }) => swipe(100, [2, 336, 800, 336]) },
  { name: 'Swipe forward', by: ({ swipe }) => swipe(100, [1020, 336, 200, 336]) },
  { name: 'Pull down to reload', by: ({ swipe }) => swipe(100, [512, 2, 512, 620]) },
  { name: 'Pull up from the edge', by: ({ swipe }) => swipe(100, [512, 637, 512, 90]) },
  {
    name: 'Three fingers',
    by: ({ swipe }) => swipe(100, [150, 240, 720, 240], [200, 320, 760, 320], [250, 400, 800, 400]),
  },
]

async function dragLogo({ script, does }: Hand): Promise<unknown> {
  const middle = await script(`
    window.dragged = undefined
    addEventListener('dragstart', () => (dragged = 'began'), { once: true })
    const { x, y, width, height } = document.querySelector('.logo').getBoundingClientRect()
    return [x + width / 2, y + height / 2].map((at) => Math.round(at * devicePixelRatio)).join(' ')`)
  does(`mousemove ${String(middle)} mousedown 1 mousemove 400 300 mousemove 600 500 mouseup 1`)
  return script('return dragged')
}
