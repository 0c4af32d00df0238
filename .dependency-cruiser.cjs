// Who may import whom (README.md, "The map of the code"). Type-only imports vanish at build time and are free, but
// where a rule says otherwise.

const doors = "^app/(v1|api|health|logos|_trpc)/";
const transport =
  "^server/(trpc|by-token|router|rest|rest-fetch|rest-node|mcp-node|trpc-fetch|rest-input|rest-routes|openapi|openapi-example|openapi-operation|auth|session-context|page-failure|http)\\.ts$" +
  "|^server/[^/]+/(router|inbound)\\.ts$";
const pure =
  "^server/(schema|ids|errors|time|drop-oldest|zone-names)\\.ts$|^server/[^/]+/(schema|resource|scopes|roles|slots|grid|cap|busy|state|sign|key|slug|logo)\\.ts$";
// What a page may know of the server: it runs in the browser too.
const isomorphic = [
  "^server/(schema|time|zone-names)\\.ts$",
  "^server/[^/]+/(schema|scopes|roles|state)\\.ts$",
];
const tests = "\\.test\\.tsx?$|^server/testing/|^e2e/|^bench/";
const values = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment:
        "Modules that need each other are one module, or one of them holds the other's part.",
      from: {},
      to: { circular: true, viaOnly: values },
    },
    {
      name: "pages-knock-on-doors",
      severity: "error",
      comment:
        "Pages and components call procedures (app/_trpc); of the server they know schemas and types.",
      from: { path: "^app/", pathNot: [doors, tests] },
      to: { path: "^server/", pathNot: isomorphic, ...values },
    },
    {
      name: "doors-open-to-transport",
      severity: "error",
      comment: "A door hands a request on; it knows no verb and no table.",
      from: { path: doors, pathNot: tests },
      to: { path: "^server/", pathNot: [transport, ...isomorphic], ...values },
    },
    {
      name: "server-knows-no-pages",
      severity: "error",
      from: { path: "^(server|prisma)/" },
      to: { path: "^app/" },
    },
    {
      name: "verbs-know-no-transport",
      severity: "error",
      comment: "The same verb serves REST, the dashboard and the worker.",
      from: { path: "^server/[^/]+/", pathNot: [transport, tests, "^server/(worker|ops)/"] },
      to: {
        path: [
          transport,
          "^server/worker/",
          "^node_modules/(next|next-auth|@trpc|trpc-to-openapi)/",
        ],
        ...values,
      },
    },
    {
      name: "pure-files-do-no-io",
      severity: "error",
      comment: "They are tested with tables and properties, and some run in the browser.",
      from: { path: pure, pathNot: tests },
      to: {
        // env is read once and never changes; crypto and zlib only compute.
        pathNot: [pure, "^server/env\\.ts$", "^node_modules/zod/", "^crypto$", "^zlib$"],
        ...values,
      },
    },
    {
      name: "nobody-imports-the-worker",
      severity: "error",
      from: { pathNot: "^server/worker/" },
      to: { path: "^server/worker/" },
    },
    {
      name: "worker-knows-no-transport",
      severity: "error",
      from: { path: "^server/worker/", pathNot: tests },
      to: { path: transport },
    },
    {
      name: "launchers-stay-outside",
      severity: "error",
      comment: "What starts and tends the product is no part of it.",
      from: { path: "^(app|server)/", pathNot: ["^server/ops/", tests] },
      to: { path: "^server/ops/" },
    },
    {
      name: "test-tools-stay-in-tests",
      severity: "error",
      from: { pathNot: [tests, "^server/ops/test\\.ts$", "^vitest\\.config\\.ts$"] },
      to: { path: "^server/testing/" },
    },
    {
      name: "no-development-tools-in-the-product",
      severity: "error",
      comment: "npm ci --omit=dev must leave everything that runs.",
      from: {
        path: "^(app|server|prisma)/",
        pathNot: [tests, "^server/ops/(check|test|chromium|generate)\\.ts$"],
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^server/generated/"] },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
