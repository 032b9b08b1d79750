import { argv } from 'node:process'

/** `npm run bench`: the benchmark that is named, `npm run bench patch`, or all of them. */

const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {
  creates: () => import('./creates'),
  'long-tasks': () => import('./long-tasks'),
  patch: () => import('./patch'),
  'sign-in': () => import('./sign-in'),
  typing: () => import('./typing'),
  'value-import': () => import('./value-import'),
}

const [name] = argv.slice(2)
const chosen = name === undefined ? Object.keys(benchmarks) : [name]
for (const each of chosen) {
  const run = Object.hasOwn(benchmarks, each) ? benchmarks[each] : undefined
  if (!run) throw new Error(`no benchmark "${each}"; there are: ${Object.keys(benchmarks).join(', ')}`)
  await run()
  console.log('')
}
