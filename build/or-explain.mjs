/**
 * Runs a part of a script. An error is printed for people, without a stack trace, and this process will fail.
 *
 * @param {() => Promise<unknown>} part
 * @returns {Promise<boolean>} whether it came to its end
 */
export const orExplain = async (part) => {
  try {
    await part()
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
    return false
  }
}
