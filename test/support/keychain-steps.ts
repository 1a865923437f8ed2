// Runs steps against this process's real keychain and prints what each said as one JSON line, so that a test can give it a
// keyring of its own.
import { isSeamlineError } from '../../core/base/errors.ts';
import { keychainSecrets } from '../../core/base/node/keychain.ts';

const origin = 'https://inventory.dearsystems.com';
const secrets = keychainSecrets('/profiles/test');
const place = ['cin7.applicationKey', origin, 'account'] as const;

const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  status: () => secrets.status(),
  get: () => secrets.get(...place),
  'get-elsewhere': () => secrets.get('cin7.applicationKey', 'https://elsewhere.example', 'account'),
  set: () => secrets.set(...place, 'key-canary').then(() => 'done'),
  delete: () => secrets.delete(...place).then(() => 'done'),
  async session() {
    secrets.keepForSession();
    return secrets.status();
  },
};

const said: unknown[] = [];
for (const name of process.argv.slice(2)) {
  const step = steps[name];
  if (step === undefined) throw new Error(`There is no step ${name}.`);
  said.push(await step().catch((error: unknown) => (isSeamlineError(error) ? error.code : String(error))));
}
console.log(JSON.stringify(said));
