/** As `room-panel doctor` says it. */
export { englishAdvice as advice } from '../../set-up/advice.ts'
