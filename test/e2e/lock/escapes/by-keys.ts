import type { Attempt } from './attempt.ts'

const pressing = (name: string, ...keys: readonly string[]): Attempt => ({
  name,
  by: ({ press }) => press(...keys),
})

/** What browsers, desktops and Electron itself do on keys. */
export const byKeys: readonly Attempt[] = [
  pressing('Reload by key', 'ctrl+r', 'F5', 'ctrl+shift+r', 'shift+F5', 'XF86Reload'),
  pressing('Close by key', 'ctrl+w', 'ctrl+F4', 'alt+F4', 'ctrl+shift+w', 'XF86Close'),
  pressing('Quit by key', 'ctrl+q', 'ctrl+shift+q', 'super+q', 'alt+F2'),
  pressing('Back and forward by key', 'alt+Left', 'alt+Right', 'XF86Back', 'XF86Forward'),
  pressing('Back by Backspace', 'BackSpace', 'shift+BackSpace'),
  pressing('Home page by key', 'alt+Home', 'XF86HomePage', 'XF86WWW', 'XF86Search', 'XF86Mail'),
  pressing('Zoom by key', 'ctrl+plus', 'ctrl+equal', 'ctrl+minus', 'ctrl+0', 'ctrl+KP_Add', 'XF86ZoomIn'),
  pressing('Leave full screen by F11', 'F11', 'shift+F11'),
  pressing('Leave full screen by Escape', 'Escape', 'Escape'),
  pressing('Inspect by key', 'ctrl+shift+i', 'F12', 'ctrl+shift+j', 'ctrl+shift+c'),
  pressing('View the source', 'ctrl+u'),
  pressing('New window or tab', 'ctrl+n', 'ctrl+shift+n', 'ctrl+t', 'ctrl+shift+t'),
  pressing('Open a file', 'ctrl+o', 'XF86Open'),
  pressing('Save the page', 'ctrl+s', 'XF86Save'),
  pressing('Print by key', 'ctrl+p', 'ctrl+shift+p', 'Print'),
  pressing('The address bar', 'ctrl+l', 'F6', 'alt+d', 'ctrl+k'),
  pressing('Find on the page', 'ctrl+f', 'ctrl+g', 'F3', 'XF86Search'),
  pressing('Select and copy by key', 'ctrl+a', 'ctrl+c', 'ctrl+x', 'ctrl+v', 'ctrl+Insert'),
  pressing('Help', 'F1', 'shift+F1'),
  pressing('Caret browsing', 'F7', 'shift+Right', 'shift+End'),
  pressing('The menu bar', 'alt', 'F10', 'alt+f', 'alt+space'),
  pressing('The context menu by key', 'Menu', 'shift+F10'),
  pressing('Another window', 'alt+Tab', 'ctrl+Tab', 'super+d', 'super+Tab', 'ctrl+Escape', 'Super_L'),
  pressing(
    'Another console or session',
    'ctrl+alt+F2',
    'ctrl+alt+BackSpace',
    'ctrl+alt+Delete',
    'ctrl+alt+t',
  ),
  pressing('Scroll by key', 'Page_Down', 'End', 'space', 'Down', 'ctrl+End', 'Page_Up'),
  pressing('Letters', 'a', 'shift+a', 'z', 'slash', 'apostrophe', 'F2', 'Insert', 'Delete'),
  pressing('A composed letter', 'ctrl+shift+u', 'dead_acute', 'Multi_key', 'ctrl+period'),
]
