/** Version of the program, as `--version` and `doctor` show it. */
export const VERSION = '0.1.0';
