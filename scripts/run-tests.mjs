import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runStep, startProgram } from './programs.mjs'

/** Checks types and style, runs all tests, and ends with one line that says how it went. Returns the exit code. */
export async function runTests(project, { node, browser, args }) {
  const tools = path.join(project, 'node_modules')
  const checks = [
    [path.join(tools, 'typescript/bin/tsc'), '--noEmit'],
    [path.join(tools, '@biomejs/biome/bin/biome'), 'check', '.'],
  ]
  const codes = checks.map((check) => runStep(node, check, { cwd: project }))
  const passedChecks = codes.filter((code) => code === 0).length
  const tests = await runVitest(project, { node, browser, args })
  const failed = tests.failed + codes.length - passedChecks
  process.stdout.write(`${tests.passed + passedChecks} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}

async function runVitest(project, { node, browser, args }) {
  const totals = path.join(project, '.setup', `tests-${process.pid}.json`)
  mkdirSync(path.dirname(totals), { recursive: true })
  const vitest = path.join(project, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${totals}`]
  const options = { cwd: project, env: { CHROMIUM: browser } }
  const code = await startProgram(node, [vitest, 'run', ...reporters, ...args], options).ended
  try {
    return count(JSON.parse(readFileSync(totals, 'utf8')), code)
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(totals, { force: true })
  }
}

/** A file that could not be loaded, and an error outside any test, are failures too; so is a skipped test. */
function count({ numPassedTests, numTotalTests, testResults }, code) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = numTotalTests - numPassedTests + broken.length
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}
