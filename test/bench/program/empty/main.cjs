const { app, BrowserWindow, Menu } = require('electron')

// As the panel does it: the first frame paints what is there, the second one begins after that.
const mark = "requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted.empty')))"
const page = `<!doctype html><title>Empty</title><button>Empty</button><script>${mark}</script>`

// The least that shows a window of the panel's kind: what any program made of Electron costs.
void app.whenReady().then(() => {
  Menu.setApplicationMenu(null)
  const window = new BrowserWindow({ kiosk: true, fullscreen: true, frame: false, show: false })
  window.once('ready-to-show', () => window.show())
  return window.loadURL(`data:text/html,${encodeURIComponent(page)}`)
})
