/** So many columns of figures the form for a simple file can name. */
export const FIGURES_MAX = 6;
