export const one = 1;
export const two = 2;
export const type = "type";
export const as = "as";
export default 3;
