import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Files of a certificate for `localhost`, its key, and the authority that signed it, in PEM. */
export interface CertificateFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Makes certificates for one test alone in a folder, by Microsoft's own tool, which cannot be loaded into jest. */
export const throwAwayCertificate = (folder: string): CertificateFiles => {
  const files = {
    ca: join(folder, 'ca.crt'),
    cert: join(folder, 'localhost.crt'),
    key: join(folder, 'localhost.key'),
  };
  const script = `import certificates from 'office-addin-dev-certs';
    await certificates.generateCertificates(...process.argv.slice(1, 4), 2);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, files.ca, files.cert, files.key], {
    cwd: join(__dirname, '../..'),
    stdio: 'ignore',
  });
  return files;
};
