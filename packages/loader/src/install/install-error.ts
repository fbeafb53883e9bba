/** Why an installation cannot be done. The text names the place and the cure; it is all that the administrator needs. */
export class InstallError extends Error {}
