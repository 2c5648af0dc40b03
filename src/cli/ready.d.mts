/** Whether node_modules holds what package-lock.json asks for; `folder` is the project's unless given. */
export function packagesAreInstalled(folder?: string): boolean;
