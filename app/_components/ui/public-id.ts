/** The form of the short ids of claims and reports in addresses: what does not fit it names nothing. */
export const PUBLIC_ID = /^[0-9a-z]{6,20}$/;
