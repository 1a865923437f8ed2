// What the fault cases of a run came to, before the closing line: how many were tried, and what they lost or doubled.

/** @typedef {import('vitest/node').TestModule} TestModule */

export default class FaultsLine {
  /** @param {readonly TestModule[]} modules */
  onTestRunEnd(modules) {
    const sum = { tried: 0, lost: 0, doubled: 0 };
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const { faults } = test.meta();
        sum.tried += faults?.tried ?? 0;
        sum.lost += faults?.lost ?? 0;
        sum.doubled += faults?.doubled ?? 0;
      }
    const only = process.env['FAULT_CASE'] ?? '';
    if (only !== '' && sum.tried === 0) {
      console.error(`\nNo fault case is called ${only}.`);
      process.exitCode = 1;
    }
    if (sum.tried > 0) console.log(`\n${sum.tried} faults tried, ${sum.lost} lost, ${sum.doubled} doubled`);
  }
}
