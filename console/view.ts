import type { DeskModel } from './model/desk-model.ts'
import type { ConsoleModel } from './model/console-model.ts'
import type { ConsoleLanguage } from './words/language.ts'

/** The input of every part. */
export interface ConsoleView {
  readonly model: ConsoleModel
  readonly desk: DeskModel
  readonly language: ConsoleLanguage
}
