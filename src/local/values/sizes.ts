/** Sizes on the screen, of which there are 96 to the inch, in those of paper, 72 to the inch. */
export const PX_PER_POINT = 96 / 72;
