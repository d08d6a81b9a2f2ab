/** As `room-panel doctor` says it. */
export { advice } from '../../set-up/advice.ts'
