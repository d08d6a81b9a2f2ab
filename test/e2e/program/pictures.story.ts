import { test } from 'vitest'
import { hangGallery } from '../../../build/gallery/hang.mjs'
import { chosenPictures } from '../../gallery/pictures.ts'

test(
  'thirty screens look as the kept pictures do, and nothing is wrong with any',
  { timeout: 120_000 },
  async ({ expect }) => {
    const findings = await hangGallery(['--chosen'], async () => {})
    expect(findings).toHaveLength(chosenPictures.length)
    expect(findings.filter(({ problems }) => problems.length > 0)).toEqual([])
  },
)
