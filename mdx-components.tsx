import { guideComponents } from "./app/(site)/docs/(guides)/guide-components";

/** What stands for Markdown in every MDX file; Next looks for it here. */
export const useMDXComponents = () => guideComponents;
