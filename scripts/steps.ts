/** Prints one line for each thing done, with the time it took. */
export class Steps {
  private begun = performance.now();

  /** Runs one step; what it gives, put into words, is printed beside its name. */
  async run<T>(
    name: string,
    work: (report: (line: string) => void) => Promise<T>,
    say: (result: T) => string = String,
  ): Promise<T> {
    const start = performance.now();
    const report = (line: string) => console.log(`  ${name.padEnd(14)}${line}`);
    const result = await work(report);
    console.log(`  ${name.padEnd(14)}${say(result)} (${seconds(start)})`);
    return result;
  }

  total(): string {
    return seconds(this.begun);
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
