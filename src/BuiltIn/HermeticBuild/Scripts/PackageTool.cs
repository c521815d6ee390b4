using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>How one package manager is told what to install.</summary>
/// <param name="Names">The programs.</param>
/// <param name="Verbs">The verbs that install, for example <c>install</c> or <c>tool install</c>.</param>
/// <param name="Valued">Options that take the next word.</param>
/// <param name="Pinned">Whether a package as written names one version.</param>
/// <param name="Example">What a package looks like with its version.</param>
internal sealed record PackageTool(string[] Names, string[] Verbs, string[] Valued, Func<string, bool> Pinned, Func<string, string> Example)
{
    private static readonly string[] LocalFiles = [".whl", ".deb", ".rpm", ".apk", ".tgz", ".tar.gz", ".gem"];

    /// <value>Options that give the version of all packages of the command.</value>
    public string[] VersionFlags { get; init; } = [];

    /// <value>Options after which packages are not fetched by name: a lock file, a folder, only a list.</value>
    public string[] OtherSources { get; init; } = [];

    /// <value>Whether it installs the distribution's packages.</value>
    public bool IsSystem { get; init; }

    /// <value>Whether only packages with a version sign are looked at: without one the tool takes the version from the repository.</value>
    public bool OnlyWithSign { get; init; }

    public bool Handles(Invocation invocation, out int verbLength)
    {
        verbLength = 0;
        if (!Names.Contains(invocation.Name, StringComparer.Ordinal))
        {
            return false;
        }

        var operands = invocation.Operands.Select(operand => operand.Text).Take(2).ToArray();
        verbLength = operands is [var first, var second] && Verbs.Contains(first + " " + second, StringComparer.Ordinal) ? 2
            : operands is [var only, ..] && Verbs.Contains(only, StringComparer.Ordinal) ? 1
            : 0;
        return verbLength > 0;
    }

    /// <summary>The packages whose version is left open.</summary>
    public IEnumerable<string> Open(Invocation invocation, int verbLength)
    {
        if (invocation.Has(VersionFlags) || invocation.Has(OtherSources))
        {
            yield break;
        }

        var skip = verbLength;
        for (var i = 0; i < invocation.Arguments.Count; i++)
        {
            var word = invocation.Arguments[i];
            if (Valued.Contains(word.Text, StringComparer.Ordinal))
            {
                i++;
            }
            else if (word.IsFlag || skip-- > 0)
            {
                continue;
            }
            else if (IsOpen(word))
            {
                yield return word.Text;
            }
        }
    }

    // A variable alone can hold anything, so nothing is said of it; a variable after a version sign is taken for a version.
    private bool IsOpen(ShellWord word) =>
        word.Text.Length > 0 && word.Text[0] is not ('.' or '/' or '~' or '`' or '$' or '+') && !IsLocalFile(word.Text) && !Pinned(word.Text) &&
        (!OnlyWithSign || word.Text.IndexOf('@', StringComparison.Ordinal) > 0);

    private static bool IsLocalFile(string text) =>
        !text.Contains("://", StringComparison.Ordinal) && LocalFiles.Any(ending => text.EndsWith(ending, StringComparison.Ordinal));
}
