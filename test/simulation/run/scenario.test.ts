import { expect, test } from 'vitest'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { ok } from '../../../shared/result.ts'
import { scenarioOf } from './scenario.ts'

test('the configuration of any seed is one that IT could write', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed)
  for (const { configurations } of seeds.flatMap((seed) => [scenarioOf(seed, false), scenarioOf(seed, true)]))
    for (const configuration of configurations)
      expect(parseConfiguration(configuration)).toEqual(ok(configuration))
})
