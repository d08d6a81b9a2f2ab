import { orExplain } from './or-explain.mjs'
import { setUp } from './setup/steps.mjs'

await orExplain(setUp)
