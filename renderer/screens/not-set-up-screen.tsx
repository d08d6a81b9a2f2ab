import type { ConfigurationFault, SetUpProblem } from '../../shared/set-up/set-up.ts'
import { Headline } from '../parts/lines/headline.tsx'
import { Message } from '../parts/lines/message.tsx'
import { SentenceLine } from '../parts/lines/sentence-line.tsx'
import { ServiceCode } from '../parts/service-code.tsx'
import { SetUpHelp } from '../parts/set-up-help.tsx'
import type { View } from '../view.ts'
import type { SetUpWords } from '../../shared/languages/set-up-words.ts'

export interface NotSetUpScreenProps extends View {
  readonly problem: SetUpProblem
}

export function NotSetUpScreen({ problem, ...view }: NotSetUpScreenProps) {
  const { words } = view.language
  return (
    <>
      <Headline kind="notSetUp" words={words} />
      <SentenceLine>
        <Message text={sentenceIn(words.setUp, problem)} />
      </SentenceLine>
      {problem.kind === 'configurationInvalid' && <Faults faults={problem.faults} words={words.setUp} />}
      <ServiceCode {...view} />
      <div class="foot">
        <p class="advice">
          <SetUpHelp problem={problem} words={words.setUp} />
          {words.setUp.advice}
        </p>
      </div>
    </>
  )
}

/** More would not fit. After these are mended the others appear. */
const faultsShown = 4
const pathShown = 60

function Faults({ faults, words }: { faults: readonly ConfigurationFault[]; words: SetUpWords }) {
  const more = faults.length - faultsShown
  return (
    <ul class="faults">
      {faults.slice(0, faultsShown).map(({ path, rule }) => (
        <li key={`${path} ${rule}`}>
          <Message text={words.fault[rule](shortened(path))} />
        </li>
      ))}
      {more > 0 && <li>{words.moreFaults(more)}</li>}
    </ul>
  )
}

/** The path as it fits on the screen. A fault of the whole file has an empty path. */
const shortened = (path: string): string => {
  if (path === '') return '{ }'
  return path.length > pathShown ? `${path.slice(0, pathShown)}…` : path
}

function sentenceIn(words: SetUpWords, problem: SetUpProblem): string {
  switch (problem.kind) {
    case 'configurationMissing':
    case 'configurationUnreadable':
      return words[problem.kind](problem.file)
    case 'secretMissing':
      return words.secretMissing(problem.appId)
    case 'passwordMissing':
      return words.passwordMissing(problem.door)
    case 'secretOfOtherOrigin':
      return words.secretOfOtherOrigin(problem.origin)
    case 'configurationInvalid':
    case 'keyringLocked':
    case 'keyringTimedOut':
    case 'keyringUnavailable':
      return words[problem.kind]
  }
}
