namespace Gates.Doors.TypeChecks;

/// <summary>What TypeScript is told, by an editor and by us: one text, so that neither accepts what the other refuses.</summary>
internal static class CompilerOptions
{
    /// <value>
    /// The language is what the engine runs once types are taken away; the library is what <c>gates.d.ts</c> refers to, and no more.
    /// Plain JavaScript says what it needs where it helps, not everywhere: hence the two exceptions from <c>strict</c>.
    /// </value>
    private const string Text = """
        {
            "target": "ESNext",
            "module": "ESNext",
            "moduleResolution": "Bundler",
            "moduleDetection": "force",
            "lib": [],
            "types": [],
            "allowJs": true,
            "checkJs": true,
            "strict": true,
            "noImplicitAny": false,
            "useUnknownInCatchVariables": false,
            "erasableSyntaxOnly": true,
            "verbatimModuleSyntax": true,
            "allowImportingTsExtensions": true,
            "skipLibCheck": true,
            "noEmit": true
          }
        """;

    /// <value>For editors, and for <c>tsc -p</c>: stands in the folder that holds the policies.</value>
    public const string JsConfig = $$"""
        {
          "compilerOptions": {{Text}},
          "include": ["**/*.js", "**/*.ts"],
          "exclude": ["*/cases"]
        }

        """;

    /// <value>For a folder that holds nothing but what is to be checked.</value>
    public const string Config = $$"""
        {
          "compilerOptions": {{Text}},
          "include": ["**/*.js", "**/*.ts"]
        }

        """;
}
