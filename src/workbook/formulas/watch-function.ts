/** The function of the watch cells. It gives no figure, so it is not one of the family: nothing lists, builds, explains or recalculates it. */
export const WATCH = 'AIWATCH';
