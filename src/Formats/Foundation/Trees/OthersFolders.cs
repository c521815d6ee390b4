namespace Gates.Formats.Foundation.Trees;

/// <summary>Folders of other people's code and of test data, which gates leave out unless they are told what to leave out.</summary>
internal static class OthersFolders
{
    public static IReadOnlyList<string> Globs { get; } =
    [
        "**/node_modules/**", "**/vendor/**", "**/third_party/**", "**/testdata/**", "**/fixtures/**", "**/__fixtures__/**",
    ];
}
