/** Why a plugin cannot be built. The text names the place and the cure. */
export class ShipError extends Error {}
