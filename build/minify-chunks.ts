import { minifySync, type Plugin } from 'vite'

/**
 * Shortens the chunks that a program loads only when it needs them: these are mostly
 * libraries, of which the broker's and the display's alone are 1.7 MB. Functions keep their names, for stacks in the log.
 */
export const minifyChunks = (): Plugin => ({
  name: 'minify-chunks',
  apply: 'build',
  renderChunk(code, { isEntry, fileName }) {
    if (isEntry) return null
    const { code: minified, errors } = minifySync(fileName, code, {
      compress: false,
      mangle: { keepNames: true },
    })
    if (errors.length > 0) throw new Error(`${fileName} can't be minified: ${errors[0]?.message}`)
    return { code: minified, map: null }
  },
})
