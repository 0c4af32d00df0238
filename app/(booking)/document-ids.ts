/** Ids of the elements that hold the page, and what it was rendered from. */
export const pageId = "page";
export const propsId = "page-props";
